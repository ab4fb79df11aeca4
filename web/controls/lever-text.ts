/** A lever's value as the page writes it. */
import type { LeverValue, Policy } from '../../sim/policies/policy.ts'
import { numberText } from '../charts/number-text.ts'
import { text } from '../text/index.ts'

/** With as many decimals as the step has. */
export function stepText(value: number, step: number): string {
  const places = (String(step).split('.')[1] ?? '').length
  return numberText(value, text.locale, { minimumFractionDigits: places, maximumFractionDigits: places })
}

export function leverText(policy: Policy, value: LeverValue): { value: string; unit: string } {
  const unit = text.levers.shortUnit(policy.id, policy.unit)
  switch (policy.kind) {
    case 'number':
      return { value: stepText(value as number, policy.step), unit }
    case 'choice':
      return { value: '', unit: '' }
    case 'shares':
      return {
        value: policy.parts.map(part => Math.round((value as Record<string, number>)[part])).join(' / '),
        unit,
      }
    case 'parts': {
      const numbers = policy.parts.map(part => (value as Record<string, number>)[part] ?? policy.default[part])
      const low = Math.min(...numbers)
      const high = Math.max(...numbers)
      const shown = (number: number) => stepText(number, policy.step)
      // A range needs the room of the unit, which stands where the lever opens.
      return low === high ? { value: shown(low), unit } : { value: text.levers.spread(shown(low), shown(high)), unit: '' }
    }
  }
}
