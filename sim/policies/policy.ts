/** What a lever is: a dated difference of parameters, with what a reader needs to know about it. */
import type { Parameters } from '../parameters.ts'

/** A number for each named part. */
export type ByPart = Record<string, number>

/** A number; one of several named ways; or a number for each named part. */
export type LeverValue = number | string | ByPart

export const isByPart = (value: LeverValue): value is ByPart => typeof value === 'object'

interface PolicyBase {
  id: string
  /** The section of the paper that speaks of it. */
  section: string
  unit: string
  /** What it is and what it acts on, in one sentence. */
  meaning: string
  /** Where the default, which parameters hold, and the range come from, or "assumption: why". */
  source: string
  /** A value seen in the world, to hold a setting against. */
  reference: string
  /** Why it changes nothing in a year with these parameters, in a sentence; undefined where it may change something. */
  idle?: (parameters: Parameters) => string | undefined
}

export interface NumberPolicy extends PolicyBase {
  kind: 'number'
  default: number
  min: number
  max: number
  step: number
  /** The value that these parameters stand for: a policy is phased in from there. */
  read: (parameters: Parameters) => number
  adjust: (parameters: Parameters, value: number) => Parameters
}

/** Parts that always add up to 100. */
export interface SharesPolicy extends PolicyBase {
  kind: 'shares'
  parts: readonly string[]
  default: ByPart
  step: number
  read: (parameters: Parameters) => ByPart
  adjust: (parameters: Parameters, value: ByPart) => Parameters
}

/** One number for each part, such as each tier of city; `adjust` leaves parts alone that the value does not name. */
export interface PartsPolicy extends PolicyBase {
  kind: 'parts'
  parts: readonly string[]
  default: ByPart
  min: number
  max: number
  step: number
  read: (parameters: Parameters) => ByPart
  adjust: (parameters: Parameters, value: ByPart) => Parameters
}

export interface ChoicePolicy extends PolicyBase {
  kind: 'choice'
  choices: readonly string[]
  default: string
  read: (parameters: Parameters) => string
  adjust: (parameters: Parameters, value: string) => Parameters
}

export type Policy = NumberPolicy | SharesPolicy | PartsPolicy | ChoicePolicy

/** A lever as its file tells it: what it is by default, the parameters say. */
export type Written<Kind extends Policy> = Omit<Kind, 'default'>

/**
 * A lever moved: from the first day of `from`, reached evenly over `phaseIn` years from the value that held before, until the end of `to`
 * (or of the run). Moved again later, the later step holds as long as it is in force.
 */
export interface PolicyInForce {
  id: string
  value: LeverValue
  from: number
  to?: number
  /** Years until the value is reached; 0 means at once. */
  phaseIn: number
}

/** The parameters with a lever at a value of its own kind, as the scenario's reader has checked it. */
export const adjusted = (policy: Policy, parameters: Parameters, value: LeverValue): Parameters => policy.adjust(parameters, value as never)

/** Every value at an end of the range, every choice, every corner of the shares. */
export function extremes(policy: Policy): LeverValue[] {
  switch (policy.kind) {
    case 'number': return [policy.min, policy.max]
    case 'choice': return [...policy.choices]
    case 'shares': return policy.parts.map(whole => Object.fromEntries(policy.parts.map(part => [part, part === whole ? 100 : 0])))
    case 'parts': return [policy.min, policy.max].map(end => Object.fromEntries(policy.parts.map(part => [part, end])))
  }
}

/** A share as the percentage a lever shows, without the last bits of the multiplication. */
export const inPercent = (share: number): number => Math.round(share * 1e10) / 1e8

/** What a lever can be set to, in words. */
export function rangeAsText(policy: Policy): string {
  switch (policy.kind) {
    case 'number': return `${policy.min} to ${policy.max}`
    case 'choice': return policy.choices.join(', ')
    case 'shares': return `${policy.parts.join(' / ')}, together 100`
    case 'parts': return `${policy.parts.join(', ')}: each ${policy.min} to ${policy.max}`
  }
}

/** Parts in their order. */
export const valueAsText = (value: LeverValue): string => isByPart(value) ? Object.values(value).join(' / ') : String(value)
