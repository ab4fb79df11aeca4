/** Off-farm work brought to the villages. */
import type { NumberPolicy, Written } from './policy.ts'

export const ruralJobs: Written<NumberPolicy> = {
  id: 'ruralJobs', kind: 'number', section: '2.1, 3.1', unit: 'jobs per 1,000 rural workers',
  min: 0, max: 300, step: 5,
  meaning: 'Additional off-farm jobs that villagers can reach without moving; where nine of ten have one already there are no more. What it costs to bring them there is not in the model.',
  source: 'assumption: none by default',
  reference: 'about 240 local off-farm workers per 1,000 rural workers in 2010',
  read: ({ localJobs }) => localJobs,
  adjust: (parameters, value) => ({ ...parameters, localJobs: value }),
}
