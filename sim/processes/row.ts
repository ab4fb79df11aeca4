/** What is read of a town or city in one go, side by side: a sample touches a few places of thousands. Positions in its row, of two lines of a cache. */
export const x = 0
export const y = 1
export const z = 2
/** Expected pay by skill. */
export const expected = 3
/** What services and rent are worth by kind of household, to people registered elsewhere and to those registered there. */
export const outsider = 5
export const insider = 10
export const width = 16
