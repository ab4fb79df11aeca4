/** Steps of the tables of what a place is worth. */

/** Kilometres per step of the table of distances, and its last step. */
export const distanceStep = 4
export const farthest = 1500

/** Steps per income of the mean urban wage, and the highest income. */
export const worthSteps = 128
export const highestIncome = 24
/** Incomes below this, relative to the mean urban wage, count as this: something to live on is always found. Assumption. */
export const lowestIncome = 0.02

/** Steps of the share of co-villagers. */
export const networkSteps = 1024
