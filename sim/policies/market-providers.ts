/** Services that users pay providers of the market for. */
import { services } from '../services.ts'
import { toPercent, withPercent } from './by-service.ts'
import type { PartsPolicy, Written } from './policy.ts'

export const marketProviders: Written<PartsPolicy> = {
  id: 'marketProviders', kind: 'parts', section: '4.2', unit: '% of users',
  parts: services, min: 0, max: 60, step: 5,
  meaning: 'Users whom the market may serve: it comes where they cover its fixed cost, they pay it from their income, and public money serves the others; elsewhere all fall back on the government.',
  source: 'assumption: none beyond the base year’s; the government stays the main provider, so at most 60 %',
  reference: '0 is the government as today',
  read: ({ marketShare }) => toPercent(marketShare),
  adjust: (parameters, value) => ({ ...parameters, marketShare: withPercent(parameters.marketShare, value) }),
}
