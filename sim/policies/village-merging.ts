/** Small villages move together into new rural communities. */
import type { NumberPolicy, Written } from './policy.ts'

export const villageMerging: Written<NumberPolicy> = {
  id: 'villageMerging', kind: 'number', section: '2.1', unit: 'residents',
  min: 0, max: 2000, step: 50,
  meaning: 'Villages with fewer residents move into new rural communities: services cost less per user, each household’s move is paid, fields are further away.',
  source: 'assumption: none by default',
  reference: 'a village had 1,114 residents on average in 2010',
  read: ({ villageMerging: residents }) => residents,
  idle: ({ mergingSpeed, mergingBudget }) =>
    mergingSpeed === 0 ? 'Villages below the threshold are assumed never to merge.' : mergingBudget === 0 ? 'Nothing is paid for moving: no village merges.' : undefined,
  adjust: (parameters, value) => ({ ...parameters, villageMerging: value }),
}
