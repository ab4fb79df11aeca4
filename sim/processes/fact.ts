/** Facts about a household that thinks anew and the person who would go, as bits. The person is away from home; */
export const away = 1
/** the household left whole the place where it has its land; */
export const leftWhole = 2
/** the person's partner lives elsewhere; */
export const partnerAway = 4
/** a child of the person at home goes to school; */
export const schoolChild = 8
/** somebody at home needs care. */
export const frail = 16
