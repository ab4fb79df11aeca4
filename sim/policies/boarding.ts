/** Boarding for pupils whose village has no school. */
import type { NumberPolicy, Written } from './policy.ts'

export const boarding: Written<NumberPolicy> = {
  id: 'boarding', kind: 'number', section: '4.1', unit: 'yuan per boarding pupil a year at wages of 2010',
  min: 0, max: 3000, step: 50,
  meaning: 'Lets pupils board whom the way would keep from school, as many as the money covers; raised with wages and paid by the province before services.',
  source: 'assumption: 0 is no more boarding than in 2010; 3,000 yuan cover everybody who would board',
  reference: 'poor boarders received 750 yuan a year in primary school in 2010, 1,000 from late 2011',
  read: ({ boarding: money }) => money,
  adjust: (parameters, value) => ({ ...parameters, boarding: value }),
}
