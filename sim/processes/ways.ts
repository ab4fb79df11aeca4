/** Ways of moving: numbers alone, because compiled loops read this file as well. */
export const send = 1
export const join = 2
export const move = 3
export const goBack = 4
