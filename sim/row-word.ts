/** Rows of numbers and columns that are handed to compiled loops: a number alone, because compiled loops read this file as well. */

/** This far behind a number of a row, bytes, stands the whole number of 32 bits that it is. */
export const wholeBehind = 1 << 15
