/** What is read of a town or city in one go, side by side, for a sample touches a few places of thousands: positions in its row. */

/** Kinds of household for the weights of services: one person, no child and nobody old, with a child of 3–15, with somebody of 60+, with both. */
export const kinds = 5

/** Where it lies, as a unit vector. */
export const x = 0
export const y = 1
export const z = 2
/** Expected pay by skill. */
export const expected = 3
/** What services and rent are worth by kind of household, to people registered elsewhere and to those registered there. */
export const outsider = 5
export const insider = 10
/** A row is two lines of a cache, one position of which is free. */
export const width = 16
