/** On paper alone: what was changed, in words, for levers cannot be printed as they stand. */
import { assumptions, policies } from '../../sim/index.ts'
import type { LeverValue, Policy, PolicyInForce } from '../../sim/policies/policy.ts'
import { assumptionWords } from '../controls/assumption-text.ts'
import { leverText, stepText } from '../controls/lever-text.ts'
import { wholeValue } from '../state/laboratory.ts'
import { active } from '../state.ts'
import { year } from '../state/view.ts'
import { text } from '../text/index.ts'
import { scenarioName } from './scenario-name.ts'

export function Printed() {
  const words = text.printed
  const { policies: moved, assumptions: assumed, seed, scale, years } = active.value
  const others = Object.entries(assumed)
  return (
    <section class="printed">
      <h2>{scenarioName.value}</h2>
      {moved.length + others.length === 0 && <p>{text.header.untouched}</p>}
      <ul>
        {moved.map((policy, k) => <li key={k}>{leverWords(policy)}</li>)}
        {others.map(([id, value]) => <li key={id}>{assumedWords(id, value)}</li>)}
      </ul>
      <p class="soft">{words.run(seed, scale, years, Math.min(year.value, years[1]))}</p>
    </section>
  )
}

export function leverWords({ id, value, from, to, phaseIn }: PolicyInForce): string {
  const policy = policies.find(candidate => candidate.id === id)!
  return text.printed.lever(text.levers.name(id), valueWords(policy, value), from, to, policy.kind === 'choice' ? 0 : phaseIn)
}

function valueWords(policy: Policy, value: LeverValue): string {
  if (policy.kind === 'choice') return text.levers.option(policy.id, value as string)
  const unit = text.levers.shortUnit(policy.id, policy.unit)
  if (policy.kind === 'number') return `${leverText(policy, value).value} ${unit}`
  const parts = wholeValue(policy, value) as Record<string, number>
  return `${policy.parts.map(part => `${text.levers.option(policy.id, part)} ${stepText(parts[part], policy.step)}`).join(', ')} (${unit})`
}

function assumedWords(id: string, value: number | string): string {
  const words = text.assumptions
  const found = assumptions.find(assumption => assumption.id === id)
  const name = found ? words.fullName(words.topics[found.topic], words.name(id, found.tier)) : words.name(id)
  return text.printed.assumed(name, found?.kind === 'number' ? assumptionWords(found, value as number) : typeof value === 'string' ? words.choice(value) : String(value))
}
