/** Levers that are moved and yet change nothing, each with the reason: an effect of zero is then no finding. */
import { parametersAt, policies } from './index.ts'
import type { PolicyInForce } from './policy.ts'

export interface IdleLever {
  id: string
  /** First year in force. */
  from: number
  /** A sentence; that of the first year, where they differ. */
  reason: string
}

/** What of a scenario decides it. */
interface Moved {
  years: [number, number]
  assumptions: Record<string, number | string>
  policies: readonly PolicyInForce[]
}

/** Policies of a scenario that change nothing in any year in force. */
export function idleReasons({ years: [start, end], assumptions, policies: inForce }: Moved): IdleLever[] {
  return inForce.flatMap((use, n) => {
    const others = inForce.filter((_, other) => other !== n)
    const lever = policies.find(({ id }) => id === use.id)
    let reason: string | undefined
    for (let year = Math.max(start, use.from); year <= Math.min(end, use.to ?? end); year++) {
      const parameters = parametersAt(year, assumptions, inForce)
      const same = JSON.stringify(parameters) === JSON.stringify(parametersAt(year, assumptions, others))
      const idle = same ? 'It is set to the value that holds without it.' : lever?.idle?.(parameters)
      if (idle === undefined) return []
      reason ??= idle
    }
    return [{ id: use.id, from: use.from, reason: reason ?? 'It begins after the last year.' }]
  })
}
