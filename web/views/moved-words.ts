/** What a scenario changes, in words: on paper, where levers cannot be printed as they stand, and under pictures that leave the page. */
import { assumptions, policies, type Scenario } from '../../sim/index.ts'
import { isByPart, type LeverValue, type Policy, type PolicyInForce } from '../../sim/policies/policy.ts'
import { assumptionWords } from '../controls/assumption-text.ts'
import { leverText, stepText } from '../controls/lever-text.ts'
import { wholeValue } from '../state/laboratory.ts'
import { text } from '../text/index.ts'

/** Every lever moved, and everything that is assumed otherwise. */
export function movedWords({ policies: moved, assumptions: assumed }: Pick<Scenario, 'policies' | 'assumptions'>): string[] {
  return [...moved.map(leverWords), ...Object.entries(assumed).map(([id, value]) => assumedWords(id, value))]
}

export function leverWords({ id, value, from, to, phaseIn }: PolicyInForce): string {
  const policy = policies.find(candidate => candidate.id === id)!
  return text.printed.lever(text.levers.name(id), valueWords(policy, value), from, to, policy.kind === 'choice' ? 0 : phaseIn)
}

function valueWords(policy: Policy, value: LeverValue): string {
  if (policy.kind === 'choice') return text.levers.option(policy.id, value as string)
  const unit = text.levers.shortUnit(policy.id, policy.unit)
  const parts = wholeValue(policy, value)
  if (policy.kind === 'number' || !isByPart(parts)) return `${leverText(policy, value).value} ${unit}`
  return `${policy.parts.map(part => `${text.levers.option(policy.id, part)} ${stepText(parts[part], policy.step)}`).join(', ')} (${unit})`
}

function assumedWords(id: string, value: number | string): string {
  const words = text.assumptions
  const found = assumptions.find(assumption => assumption.id === id)
  const name = found ? words.fullName(words.topics[found.topic], words.name(id, found.tier)) : words.name(id)
  return text.printed.assumed(name, found?.kind === 'number' ? assumptionWords(found, value as number) : typeof value === 'string' ? words.choice(value) : String(value))
}
