/** Bits of what somebody does in a year, and where what places count of it stands. */

/** A child and somebody old, by these ages. */
export const childFrom = 3
export const childUntil = 15
export const elderFrom = 60
export const childBit = 1 << 0
export const elderBit = 1 << 1
/** Registered in a village, with work off the farm. */
export const migrantShift = 2
/** Something happened this year that makes the household think anew. */
export const happenedBit = 1 << 3
export const pupilBit = 1 << 4
/** Works on the farm. */
export const farmShift = 5
/** Works off the farm or, in towns and cities, looks for work. */
export const offFarmShift = 6
/** What cash is due, two bits. */
export const dueShift = 7
/** Worked off the farm last year. */
export const workedShift = 9
/**
 * From here on a number of eight per place, for its kinds of pay: with work (1) or without (0), registered as a villager or not (2), skilled or not (4).
 * The bit of a villager stands where it does in a person's word.
 */
export const payShift = 13
export const kindsOfPay = 8
/** Has work, where it is looked for. */
export const employedBit = 1 << payShift
export const skilledShift = 15
/** The place where somebody lives. */
export const placeShift = 16

/** How many kinds of cash may be due, and which of them is support for a child. */
export const kindsDue = 4
export const supportDue = 3

// By traits, see `known`: what somebody is who does not work, and the cash due without a worker's pension and with one.
export const otherwiseShift = 16
export const uncoveredShift = 20
export const coveredShift = 22
export const toldByTraits = childBit | elderBit | pupilBit | (1 << workedShift)

/**
 * Counts by place: people by cash due; the same, of those registered in villages with work off the farm; then workers, by skill, on (0) and off (1) the farm.
 */
export const migrantsFrom = kindsDue
export const workersFrom = 2 * kindsDue
export const countWidth = 12

/** Classes of age by which villagers work off the farm: thresholds of a place stand side by side. */
export const offFarmClasses = 4
