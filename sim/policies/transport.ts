/** Cheaper and faster ways: roads, rail, fares. */
import { inPercent, type NumberPolicy, type Written } from './policy.ts'

export const transport: Written<NumberPolicy> = {
  id: 'transport', kind: 'number', section: '2.1', unit: '% off the cost of distance',
  min: 0, max: 60, step: 1,
  meaning: 'Lowers what distance costs those who move or work away, and shortens ways to school and clinic in the countryside as much. What it costs to build is not in the model.',
  source: 'assumption: no change by default; the ways of 2010 are in the price of distance',
  reference: 'high-speed rail halves the travel time between the cities it links',
  read: ({ transportEase }) => inPercent(transportEase),
  adjust: (parameters, value) => ({ ...parameters, transportEase: value / 100 }),
}
