/** What is drawn of a household that may think anew, by position among the keys of its draws. */
export const again = 0
export const who = 1
export const frailty = 2
export const how = 3
/** From here on one for each place that comes to mind by chance. */
export const where = 4
