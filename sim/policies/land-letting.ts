/** How much it costs to let land and to rent it: contracts, registers, the search for a partner. */
import type { NumberPolicy, Written } from './policy.ts'

export const landLetting: Written<NumberPolicy> = {
  id: 'landLetting', kind: 'number', section: '3.1', unit: '× usual transaction cost',
  min: 0, max: 2, step: 0.05,
  meaning: 'Cost of letting land, relative to its falling course since 2010: at 0 all land on offer finds a taker, who is the largest farm near.',
  source: 'assumption: the usual course is set to the share of land let in 2007–2015',
  reference: '5.2 % of land was let in 2007, 33.3 % in 2015',
  read: ({ lettingCost }) => lettingCost,
  idle: ({ lettingCost2010, lettingCostLate }) =>
    (lettingCost2010 === 0 && lettingCostLate === 0 ? 'Letting is assumed to cost nothing.' : undefined),
  adjust: (parameters, value) => ({ ...parameters, lettingCost: value }),
}
