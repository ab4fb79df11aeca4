/** How far people registered elsewhere are treated like locals. */
import { urbanTiers } from '../parameters.ts'
import type { PartsPolicy, Written } from './policy.ts'

export const hukouOpenness: Written<PartsPolicy> = {
  id: 'hukouOpenness', kind: 'parts', section: '4', unit: '0 as in 2010–2020, 1 no difference',
  parts: urbanTiers,
  min: 0, max: 1, step: 0.05,
  meaning: 'Opens schooling, health care, pensions and registration to residents registered elsewhere, by tier.',
  source: 'assumption: 0 is the practice of 2010–2020',
  reference: 'towns and small cities were opened by decree in 2014, mega cities keep quotas',
  read: ({ hukouOpenness: openness }) => openness,
  adjust: (parameters, value) => ({ ...parameters, hukouOpenness: { ...parameters.hukouOpenness, ...value } }),
}
