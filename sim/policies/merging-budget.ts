/** What is paid for each household that moves into a new rural community. */
import type { NumberPolicy, Written } from './policy.ts'

export const mergingBudget: Written<NumberPolicy> = {
  id: 'mergingBudget', kind: 'number', section: '2.1', unit: 'yuan per household moved at wages of 2010',
  min: 0, max: 200_000, step: 5000,
  meaning: 'Paid for each household of a village that merges; below what a move costs fewer villages agree to it.',
  source: 'assumption: by default a move is paid in full',
  reference: 'moves out of poor places were paid with some 60,000 yuan a person in 2016–2020 (current prices)',
  read: ({ mergingBudget: yuan }) => yuan,
  idle: ({ villageMerging, mergingSpeed }) => (villageMerging === 0 || mergingSpeed === 0 ? 'No village merges: the threshold of village merging is 0.' : undefined),
  adjust: (parameters, value) => ({ ...parameters, mergingBudget: value }),
}
