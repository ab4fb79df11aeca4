/** How far a village is from health care: most care is nearer than town. Assumptions. */

/** The way to town is so many times that to a doctor. */
export const doctorsOnTheWay = 4
/** None is farther than this, km. */
export const farthestDoctor = 20
