/** Facts about a household that thinks anew and the person who would go, as bits. */

/** The person lives elsewhere than the household keeps house. */
export const away = 1
/** The household left whole the place where it has its land. */
export const leftWhole = 2
/** A child of the person at home goes to school. */
export const schoolChild = 4
/** Somebody old at home needs care. */
export const frail = 8
/** Somebody of the generation before the person belongs to the household, who stays behind when it moves with the person. */
export const eldersStay = 16
