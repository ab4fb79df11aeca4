/** Classes that services are counted by. */

/** Anybody else; pupils of primary age, 6–11; other children of 3–17; people of 60 or older. */
export const kinds = 4
