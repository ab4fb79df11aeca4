/** How many places come to mind: see sim/loops/sample-destinations.ts. */

/** The last two are drawn from co-villagers where there are any. */
export const sampleSize = 6
export const byNetwork = 2
/** Those that are drawn by chance, each with a chance of its own: all but the household's own town and city. */
export const sampleDraws = sampleSize - 2
