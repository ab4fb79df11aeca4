/** What the reader has laid out: any number of scenarios, one of them the baseline, one of them being changed. */
import { defaultScenario, firstYear, lastYear, stageKind, stageScale, type Scenario, type Stage } from '../../sim/index.ts'
import { isByPart, type LeverValue, type Policy, type PolicyInForce } from '../../sim/policies/policy.ts'

export interface Entry {
  id: string
  /** Place among the scenario colours; it stays with the scenario for as long as it exists. */
  colour: number
  scenario: Scenario
}

export interface Laboratory {
  /** The first is the baseline: no lever moved. */
  entries: readonly Entry[]
  /** The id of the scenario that the levers change. */
  active: string
}

/** What all scenarios share, so that a difference between them comes from their policies alone. */
export interface Settings {
  seed: string
  /** Real persons in one simulated person. */
  scale: number
  /** The last year simulated. */
  lastYear: number
}

/** When a lever takes hold if the reader names no year. */
export const defaultDates = { from: 2025, phaseIn: 5 } as const

/** The last years that a run may have. */
export const lastYears = { min: firstYear + 1, max: lastYear } as const

export function newLaboratory(scenario = defaultScenario): Laboratory {
  return {
    entries: [
      { id: 'baseline', colour: 0, scenario: { ...scenario, name: defaultScenario.name, policies: [] } },
      { id: 'scenario-1', colour: 1, scenario },
    ],
    active: 'scenario-1',
  }
}

export function activeScenario(laboratory: Laboratory): Scenario {
  return laboratory.entries.find(entry => entry.id === laboratory.active)!.scenario
}

export function baselineScenario(laboratory: Laboratory): Scenario {
  return laboratory.entries[0].scenario
}

export function settingsOf(laboratory: Laboratory): Settings {
  const { seed, scale, years } = baselineScenario(laboratory)
  return { seed, scale, lastYear: years[1] }
}

/** Seed, scale and last year hold for every scenario at once; a policy beyond a new last year begins in it. */
export function withSettings(laboratory: Laboratory, change: Partial<Settings>): Laboratory {
  const { seed, scale, lastYear } = { ...settingsOf(laboratory), ...change }
  return {
    ...laboratory,
    entries: laboratory.entries.map(entry => ({
      ...entry,
      scenario: {
        ...entry.scenario,
        seed,
        scale,
        years: [entry.scenario.years[0], lastYear],
        policies: entry.scenario.policies.map(policy => within(policy, lastYear)),
      },
    })),
  }
}

function within(policy: PolicyInForce, lastYear: number): PolicyInForce {
  const { to, ...rest } = policy
  const from = Math.min(policy.from, lastYear)
  return to === undefined || to > lastYear || to < from ? { ...rest, from } : { ...rest, from, to }
}

/** The same levers and assumptions in another part of China, at the scale that is usual there. */
export function withStage(laboratory: Laboratory, stage: Stage): Laboratory {
  if (stage === baselineScenario(laboratory).stage) return laboratory
  const { usual: scale } = stageScale[stageKind(stage)]
  return { ...laboratory, entries: laboratory.entries.map(entry => ({ ...entry, scenario: { ...entry.scenario, stage, scale } })) }
}

/** Takes the place of the scenario being changed; the baseline takes over its seed, scale, years and assumptions. */
export function withScenario(laboratory: Laboratory, scenario: Scenario): Laboratory {
  return {
    ...laboratory,
    entries: laboratory.entries.map((entry, index) => {
      if (entry.id === laboratory.active) return { ...entry, scenario }
      const { name, policies } = entry.scenario
      return { ...entry, scenario: { ...scenario, name, policies: index === 0 ? [] : policies } }
    }),
  }
}

/** The settings of one lever, in the order in which they are applied: none while it is at its default, rarely several. */
export function stepsOf(scenario: Scenario, id: string): PolicyInForce[] {
  return scenario.policies.filter(policy => policy.id === id)
}

/** One of a lever's settings, the last where no other is named or there is no such. */
export function inForce(scenario: Scenario, id: string, step = -1): PolicyInForce | undefined {
  const steps = stepsOf(scenario, id)
  return steps.at(step) ?? steps.at(-1)
}

export function leverValue(scenario: Scenario, policy: Policy, step = -1): LeverValue {
  return wholeValue(policy, inForce(scenario, policy.id, step)?.value ?? policy.default)
}

/** With the defaults of the parts that a setting leaves out. */
export function wholeValue(policy: Policy, value: LeverValue): LeverValue {
  return policy.kind === 'parts' && isByPart(value) ? { ...policy.default, ...value } : value
}

/** Moves a lever, or one of its settings. At its default it is no longer a policy, so that an untouched scenario equals the baseline exactly. */
export function withLever(
  laboratory: Laboratory,
  policy: Policy,
  value: LeverValue,
  dates: { from: number; phaseIn: number },
  step = -1,
): Laboratory {
  const scenario = activeScenario(laboratory)
  const before = inForce(scenario, policy.id, step)
  const others = scenario.policies.filter(other => other !== before)
  const isDefault = sameValue(value, policy.default) && !others.some(other => other.id === policy.id)
  const moved = within({ ...before, id: policy.id, value: lean(policy, value), ...dates }, scenario.years[1])
  // A lever keeps its place, so that turning it there and back gives the same scenario.
  const policies = isDefault ? others
    : before ? inTurn(scenario.policies, before, moved)
    : [...others, moved]
  return withScenario(laboratory, withPolicies(scenario, policies))
}

/** A name tells what the levers do: it goes with the last of them. */
function withPolicies(scenario: Scenario, policies: readonly PolicyInForce[]): Scenario {
  return { ...scenario, policies: [...policies], name: policies.length > 0 || scenario.policies.length === 0 ? scenario.name : defaultScenario.name }
}

/** Puts a setting in the place of another; it stays between the lever's settings before and after it, and the one before ends when it begins. */
function inTurn(policies: readonly PolicyInForce[], before: PolicyInForce, moved: PolicyInForce): PolicyInForce[] {
  const steps = policies.filter(({ id }) => id === moved.id).sort((a, b) => a.from - b.from)
  const at = steps.indexOf(before)
  const [earlier, later] = [steps.at(at - 1), steps.at(at + 1)]
  const previous = at > 0 ? earlier : undefined
  const from = Math.min(Math.max(moved.from, previous ? previous.from + 1 : 0), later ? later.from - 1 : Infinity)
  const { to = later && later.from - 1, ...rest } = moved
  const fitted = to === undefined ? { ...rest, from } : { ...rest, from, to: Math.max(from, to) }
  const touches = previous && (previous.to === undefined || previous.to >= from || previous.to === before.from - 1)
  return policies.map(other => {
    if (other === before) return fitted
    return touches && other === previous ? { ...previous, to: from - 1 } : other
  })
}

/** Years between a lever's last setting and the one that a reader adds after it. */
const yearsToNextStep = 10

/** The first year that a further setting of this lever could begin in, if there is one. */
export function laterStepFrom(scenario: Scenario, id: string): number | undefined {
  const last = stepsOf(scenario, id).sort((a, b) => b.from - a.from)[0]
  if (!last) return undefined
  const from = last.to === undefined ? Math.min(last.from + yearsToNextStep, scenario.years[1]) : last.to + 1
  return from > last.from && from <= scenario.years[1] ? from : undefined
}

/** Sets a moved lever once more from a later year on, at first as it is; the setting before ends the year before. */
export function withLaterStep(laboratory: Laboratory, id: string): Laboratory {
  const scenario = activeScenario(laboratory)
  const from = laterStepFrom(scenario, id)
  const last = stepsOf(scenario, id).sort((a, b) => b.from - a.from)[0]
  if (from === undefined) return laboratory
  const next: PolicyInForce = { id, value: last.value, from, phaseIn: defaultDates.phaseIn }
  const policies = scenario.policies.flatMap(policy => (policy === last ? [{ ...last, to: from - 1 }, next] : [policy]))
  return withScenario(laboratory, { ...scenario, policies })
}

export function withoutLever(laboratory: Laboratory, id: string): Laboratory {
  const scenario = activeScenario(laboratory)
  return withScenario(laboratory, withPolicies(scenario, scenario.policies.filter(policy => policy.id !== id)))
}

/** Takes away one of a lever's settings; the one that ended when it began lasts as long as it would have. */
export function withoutStep(laboratory: Laboratory, id: string, step: number): Laboratory {
  const scenario = activeScenario(laboratory)
  const gone = stepsOf(scenario, id)[step]
  const policies = scenario.policies.filter(policy => policy !== gone).map(policy => {
    if (policy.id !== id || policy.to !== gone.from - 1) return policy
    const { to: _, ...rest } = policy
    return gone.to === undefined ? rest : { ...rest, to: gone.to }
  })
  return withScenario(laboratory, withPolicies(scenario, policies))
}

export function withoutLevers(laboratory: Laboratory): Laboratory {
  return withScenario(laboratory, withPolicies(activeScenario(laboratory), []))
}

/** Assumes something otherwise, in the baseline and every scenario alike; at its default it is no assumption of the scenario's. */
export function withAssumption(laboratory: Laboratory, id: string, value: number | string | undefined): Laboratory {
  return {
    ...laboratory,
    entries: laboratory.entries.map(entry => {
      const { [id]: _, ...others } = entry.scenario.assumptions
      const assumptions = value === undefined ? others : { ...others, [id]: value }
      return { ...entry, scenario: { ...entry.scenario, assumptions } }
    }),
  }
}

export function withoutAssumptions(laboratory: Laboratory): Laboratory {
  return {
    ...laboratory,
    entries: laboratory.entries.map(entry => ({ ...entry, scenario: { ...entry.scenario, assumptions: {} } })),
  }
}

/** The baseline with every assumption at its default; nothing where none is set otherwise, for the two are then one. */
export function plainScenario(laboratory: Laboratory): Scenario | undefined {
  const base = baselineScenario(laboratory)
  return Object.keys(base.assumptions).length > 0 ? { ...base, assumptions: {} } : undefined
}

/** Whether the reader, or a file, has named the scenario. */
export function isNamed({ name }: Scenario): boolean {
  return name.en !== '' && name.en !== defaultScenario.name.en
}

export function withName(laboratory: Laboratory, name: string): Laboratory {
  return withScenario(laboratory, { ...activeScenario(laboratory), name: name ? { en: name, zh: name } : defaultScenario.name })
}

/** Only the parts that differ from the default, where a lever has parts of its own. */
function lean(policy: Policy, value: LeverValue): LeverValue {
  if (policy.kind !== 'parts' || !isByPart(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([part, number]) => number !== policy.default[part]))
}

function sameValue(a: LeverValue, b: LeverValue): boolean {
  if (!isByPart(a) || !isByPart(b)) return a === b
  return Object.keys(b).every(part => (a[part] ?? b[part]) === b[part])
}

/**
 * Moves one part of a whole of 100; the others give way in proportion.
 * @param usual where the others have nothing, they get it back in this proportion
 * @returns whole steps that add up to 100 exactly
 */
export function shareOut(
  shares: Record<string, number>,
  moved: string,
  value: number,
  step: number,
  usual: Record<string, number> = {},
): Record<string, number> {
  const parts = Object.keys(shares)
  const others = parts.filter(part => part !== moved)
  const units = Math.round(100 / step)
  const movedUnits = Math.min(units, Math.max(0, Math.round(value / step)))
  const left = units - movedUnits
  const sumOf = (of: Record<string, number>) => others.reduce((total, part) => total + (of[part] ?? 0), 0)
  const kept = sumOf(shares) > 0 ? shares : usual
  const sum = sumOf(kept)

  const exact = others.map(part => (sum > 0 ? (left * kept[part]) / sum : left / others.length))
  const whole = exact.map(Math.floor)
  // Largest remainders take what rounding left over.
  const order = exact.map((_, k) => k).sort((a, b) => exact[b] - whole[b] - (exact[a] - whole[a]) || a - b)
  const rest = left - whole.reduce((total, part) => total + part, 0)
  for (const k of order.slice(0, rest)) whole[k]++

  const result: Record<string, number> = {}
  for (const part of parts) {
    const count = part === moved ? movedUnits : whole[others.indexOf(part)]
    result[part] = Number((count * step).toFixed(6))
  }
  return result
}

export function meanOf(parts: Record<string, number>): number {
  const numbers = Object.values(parts)
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

/**
 * Moves all parts by the same whole steps, each within the range, until the slider that shows their mean is where it is wanted.
 * @param to where the slider is, on its steps; at its ends all parts are
 */
export function shiftParts(range: { min: number; max: number; step: number }, parts: Record<string, number>, to: number): Record<string, number> {
  const { min, max, step } = range
  const shiftedBy = (number: number) => Object.fromEntries(Object.entries(parts).map(([part, value]) =>
    [part, Number(Math.min(max, Math.max(min, value + number)).toFixed(6))]))
  if (to >= max) return shiftedBy(max - min)
  if (to <= min) return shiftedBy(min - max)
  // The mean may lie between two steps; the slider shows the nearer one.
  const shown = (shift: number) => toStep(meanOf(shiftedBy(shift)), range)
  const sign = Math.sign(to - shown(0))
  let steps = 0
  while (steps * step < max - min && sign * (to - shown(sign * steps * step)) > 1e-9) steps++
  return shiftedBy(sign * steps * step)
}

/** To the lever's step and within its range; clears away 0.30000000000000004. */
export function toStep(value: number, { min, max, step }: { min: number; max: number; step: number }): number {
  const stepped = Math.round((value - min) / step) * step + min
  return Number(Math.min(max, Math.max(min, stepped)).toFixed(6))
}
