/**
 * A household's packed word, written by work and read by migration and land: numbers alone, because compiled loops read this file as well. Members at home and
 * away, workers and farmers are counted up to what their bits hold.
 */
export const membersMask = 0x3f
export const awayShift = 6
export const workersShift = 12
export const householdChild = 1 << 16
export const householdElder = 1 << 17
export const householdSkilled = 1 << 18
export const householdEvent = 1 << 19
export const farmersShift = 20
