/** The lower of two whole numbers: `Math.min` is of numbers with fractions. */
export function atMost(number: i32, most: i32): i32 {
  return number < most ? number : most
}
