/** A table of schooling: shares by level (primary or less, junior, senior, college) and age class, of townspeople and of villagers. */
export const levels = 4
/** Age classes: to 11, 12–14, 15, 16–18, 19, 20–24, 25–29, 30–34, 35–39, 40–49, 50–59, 60 and over. */
export const classes = 12
/** Numbers by sex, age class and level: `[(sex * classes + ageClass) * levels + level]`. */
export const tableSize = 2 * classes * levels
