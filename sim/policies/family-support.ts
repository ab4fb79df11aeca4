/** Cash for families with children. */
import type { NumberPolicy, Written } from './policy.ts'

export const familySupport: Written<NumberPolicy> = {
  id: 'familySupport', kind: 'number', section: '2.2', unit: 'yuan per child a year at wages of 2010',
  min: 0, max: 12_000, step: 100,
  meaning: 'Paid for every child below 16, wherever it lives, and raised with wages; births rise with it, most where incomes are low.',
  source: 'assumption: none by default',
  reference: '3,600 yuan (current prices) for each child below 3 from 2025 on',
  read: ({ familySupport: yuan }) => yuan,
  adjust: (parameters, value) => ({ ...parameters, familySupport: value }),
}
