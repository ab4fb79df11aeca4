/** How much of what localities raise is pooled by the province. */
import { inPercent, type NumberPolicy, type Written } from './policy.ts'

export const countyPooling: Written<NumberPolicy> = {
  id: 'countyPooling', kind: 'number', section: '4.2', unit: '% of local revenue',
  min: 0, max: 100, step: 1,
  meaning: 'Part of local revenue that the province pools and shares out by users and cost; the rest is spent where it is collected, in towns and cities.',
  source: 'assumption: half of it stays where it is collected',
  reference: '0 leaves every city what it raises, 100 spends by users and cost alone',
  read: ({ keptLocally }) => inPercent(1 - keptLocally),
  adjust: (parameters, value) => ({ ...parameters, keptLocally: 1 - value / 100 }),
}
