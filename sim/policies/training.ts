/** Courses for migrants without skill. */
import type { NumberPolicy, Written } from './policy.ts'

export const training: Written<NumberPolicy> = {
  id: 'training', kind: 'number', section: '3.1', unit: 'yuan per migrant a year at wages of 2010',
  min: 0, max: 1500, step: 50,
  meaning: 'Spent on each unskilled migrant worker of 16–49; some rise to skilled work each year, as if they had senior secondary schooling.',
  source: 'assumption: none by default',
  reference: 'the Sunshine Programme paid some 300 to 500 yuan for a short course',
  read: ({ training: yuan }) => yuan,
  adjust: (parameters, value) => ({ ...parameters, training: value }),
}
