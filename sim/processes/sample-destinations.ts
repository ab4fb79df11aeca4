/**
 * A sample of places for one household: its own town and city, a place of its province and one further away drawn by size, and places where
 * co-villagers live. Each is weighted by the inverse of its chance to be in the sample, so that sums over the sample estimate sums over all
 * places (McFadden 1978). A place counts as many times as it has jobs. Here is how many come to mind, numbers alone, because the compiled
 * loop that draws them reads this file as well: see sim/loops/sample-destinations.ts.
 */

/** The last two are drawn from co-villagers where there are any. */
export const sampleSize = 6
export const byNetwork = 2
/** Those that are drawn by chance, each with a chance of its own: all but the household's own town and city. */
export const sampleDraws = sampleSize - 2
