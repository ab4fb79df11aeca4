/** A lever's value as the page writes it. */
import { isByPart, type ByPart, type LeverValue, type Policy } from '../../sim/policies/policy.ts'
import { numberText } from '../charts/number-text.ts'
import { shareOut } from '../state/laboratory.ts'
import { text } from '../text/index.ts'

/** With as many decimals as the step has. */
export function stepText(value: number, step: number): string {
  const places = (String(step).split('.')[1] ?? '').length
  return numberText(value, text.locale, { minimumFractionDigits: places, maximumFractionDigits: places })
}

/** Shares in whole percent, which add up to 100. */
function wholeShares([first, ...others]: readonly string[], shares: ByPart): number[] {
  const whole = shareOut(shares, first, shares[first], 1)
  return [first, ...others].map(part => whole[part])
}

export function leverText(policy: Policy, value: LeverValue): { value: string; unit: string } {
  const unit = text.levers.shortUnit(policy.id, policy.unit)
  const parts = isByPart(value) ? value : {}
  switch (policy.kind) {
    case 'number':
      return { value: stepText(value as number, policy.step), unit }
    case 'choice':
      return { value: text.levers.option(policy.id, value as string), unit: '' }
    case 'shares':
      return { value: wholeShares(policy.parts, parts).join(' / '), unit }
    case 'parts': {
      const numbers = policy.parts.map(part => parts[part] ?? policy.default[part])
      const low = Math.min(...numbers)
      const high = Math.max(...numbers)
      const shown = (number: number) => stepText(number, policy.step)
      // A range needs the room of the unit, which stands where the lever opens.
      return low === high ? { value: shown(low), unit } : { value: text.levers.spread(shown(low), shown(high)), unit: '' }
    }
  }
}
