/**
 * Assumptions about the course of the world that no policy sets, kept apart from levers: growth of jobs and productivity by tier, births and deaths,
 * the technology of farming, the price of distance. A scenario's `assumptions` set them by id, as it may any other parameter.
 */
import { fertilityVariants, parameters, urbanTiers, type ParameterId, type UrbanTier } from './parameters.ts'

/** What an assumption is about; assumptions of a topic stand together. */
export const topicsAssumed = ['jobs', 'productivity', 'fertility', 'mortality', 'farming', 'distance'] as const
export type TopicAssumed = (typeof topicsAssumed)[number]

interface AssumptionBase {
  /** The key in a scenario's `assumptions`. */
  id: string
  topic: TopicAssumed
  /** The tier it holds for, where there is one for each. */
  tier?: UrbanTier
  unit: string
  meaning: string
  /** Where default and range come from, or "assumption: why". */
  source: string
  /** The parameters that it sets. */
  sets: readonly string[]
}

export interface NumberAssumption extends AssumptionBase {
  kind: 'number'
  default: number
  min: number
  max: number
}

export interface ChoiceAssumption extends AssumptionBase {
  kind: 'choice'
  choices: readonly string[]
  default: string
}

export type Assumption = NumberAssumption | ChoiceAssumption

/** An assumption that sets one parameter: its numbers are the parameter's. */
function of(topic: TopicAssumed, id: ParameterId, tier?: UrbanTier): NumberAssumption {
  const { value, unit, min, max, meaning, source } = parameters[id]
  return { id, topic, ...(tier ? { tier } : {}), kind: 'number', unit, default: value, min, max, meaning, source, sets: [id] }
}

/** One of a kind for each tier, `jobGrowth` + `Town` … `Mega`. */
const byTier = (topic: TopicAssumed, stem: 'jobGrowth' | 'productivityGrowth'): NumberAssumption[] => urbanTiers.map(tier =>
  of(topic, `${stem}${tier.charAt(0).toUpperCase()}${tier.slice(1)}` as ParameterId, tier))

export const assumptions: readonly Assumption[] = [
  of('jobs', 'jobGrowth2010'), of('jobs', 'jobGrowthLate'), of('jobs', 'jobGrowthFade'), of('jobs', 'jobGrowthByOutput'), of('jobs', 'localJobGrowth'), of('jobs', 'localJobFade'),
  ...byTier('jobs', 'jobGrowth'),
  of('productivity', 'productivityGrowth2010'), of('productivity', 'productivityGrowthLate'), of('productivity', 'productivityFade'),
  ...byTier('productivity', 'productivityGrowth'),
  {
    id: 'fertilityVariant', topic: 'fertility', kind: 'choice', unit: 'UN projection', choices: fertilityVariants, default: 'medium',
    meaning: 'Which of the UN’s projections births follow from 2024 on.',
    source: 'UN World Population Prospects 2024', sets: ['fertilityVariant'],
  },
  of('fertility', 'fertilityFactor'),
  of('mortality', 'mortalityPace'), of('mortality', 'mortalityFactor'),
  of('farming', 'farmTechnology'),
  of('distance', 'distanceWeight'),
]
