/** Ways of moving. */
export const send = 1
export const join = 2
export const move = 3
export const goBack = 4
