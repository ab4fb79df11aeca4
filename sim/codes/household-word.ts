/**
 * A household's packed word, written by work and read by migration and land.
 * Members at home, those away, workers and farmers are counted up to what their bits hold.
 */
export const membersMask = 0x3f
export const awayShift = 6
export const awayMask = 0x3f
export const workersShift = 12
export const workersMask = 0xf
/** Three bits, as in what a member does in the year: there is a child, there is an elder, something has happened. */
export const flagsShift = 16
export const householdSkilled = 1 << 18
export const householdEvent = 1 << 19
export const farmersShift = 20
export const farmersMask = 0xf
