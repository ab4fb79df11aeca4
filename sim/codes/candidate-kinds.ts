/** Kinds of candidates for registration, each a bit. */

/** Here for less than three years. */
export const recent = 1
/** The upper bit of education stands where it does in a person's word. */
export const skilled = 2
/** With their household. */
export const settled = 4
/** All that there are of them together. */
export const kindsOfCandidates = 8
