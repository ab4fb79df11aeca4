/** Cash for households in villages without anybody who works. */
import type { NumberPolicy, Written } from './policy.ts'

export const ruralAssistance: Written<NumberPolicy> = {
  id: 'ruralAssistance', kind: 'number', section: '2.2', unit: 'yuan per recipient a year at wages of 2010',
  min: 0, max: 6000, step: 10,
  meaning: 'Assistance to members of households in villages of whom nobody works, at home or away; raised with wages, it enters the household budget.',
  source: 'default derived from spending per recipient of the rural minimum living guarantee, 2012',
  reference: 'about 890 yuan per recipient a year',
  read: ({ assistancePaid }) => assistancePaid,
  adjust: (parameters, value) => ({ ...parameters, assistancePaid: value }),
}
