/** Ages at which children enter primary school and junior secondary school, finish it, senior secondary school, and college. */
export const entry = 6
export const junior = 12
export const juniorEnd = 16
export const seniorEnd = 19
export const collegeEnd = 22
