/** Ages at which children enter primary school and junior secondary school, finish it, senior secondary school, and college. */
export const schoolAge = { entry: 6, junior: 12, juniorEnd: 16, seniorEnd: 19, collegeEnd: 22 } as const
