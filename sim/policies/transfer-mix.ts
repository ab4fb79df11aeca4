/** How the pool of transfers is split between its three kinds. */
import { inPercent, type SharesPolicy, type Written } from './policy.ts'

export const transferMix: Written<SharesPolicy> = {
  id: 'transferMix', kind: 'shares', section: '4.2', unit: '% of the pool',
  parts: ['rebates', 'equalization', 'earmarked'],
  step: 0.1,
  meaning: 'Split of the pool: rebates follow revenue, equalization follows its formula, earmarked grants match own money by service.',
  source: 'default derived from the Finance Yearbook, 2010',
  reference: '15.4 / 40.9 / 43.6 % in 2010; 9.8 / 53.4 / 36.7 % in 2014',
  read: ({ mixRebates, mixEqualization, mixEarmarked }) => ({
    rebates: inPercent(mixRebates), equalization: inPercent(mixEqualization), earmarked: inPercent(mixEarmarked),
  }),
  idle: ({ transferPool }) => (transferPool === 0 ? 'The pool of transfers is empty.' : undefined),
  adjust: (parameters, { rebates, equalization, earmarked }) => ({
    ...parameters,
    mixRebates: rebates / 100,
    mixEqualization: equalization / 100,
    mixEarmarked: earmarked / 100,
  }),
}
