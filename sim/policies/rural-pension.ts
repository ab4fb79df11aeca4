/** Cash for the old who are registered in a village. */
import type { NumberPolicy, Written } from './policy.ts'

export const ruralPension: Written<NumberPolicy> = {
  id: 'ruralPension', kind: 'number', section: '2.2', unit: 'yuan a month at wages of 2010',
  min: 0, max: 2000, step: 10,
  meaning: 'Basic pension of people of 60 and over with village registration, raised with wages; it goes with the person.',
  source: 'default derived: about 700 yuan a year per recipient in the pilot of 2010',
  reference: 'about 58 yuan a month in 2010, 174 yuan (current prices) in 2020',
  read: ({ ruralPension: pension }) => pension,
  adjust: (parameters, value) => ({ ...parameters, ruralPension: value }),
}
