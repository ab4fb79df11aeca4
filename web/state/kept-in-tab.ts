/** What the reader has put aside outlives a reload: it is kept in the tab, and checked when it is read. */
import { effect } from '@preact/signals'
import { indicators, type Scenario } from '../../sim/index.ts'
import { comparedIds, kept, mostKept, nextNumber, type Found, type FoundInRepeats, type Kept } from './kept.ts'
import { edition } from './last-picture.ts'
import type * as link from './link.ts'
import { read, thisTab, write } from './storage.ts'

const entry = 'kept'

/** As a browser keeps it: the scenario as its file, numbers as lists. */
interface Written {
  number: number
  scenario: string
  scale: number
  differences: number[][]
  repeated?: FoundInRepeats
}

/** What this tab kept before it was reloaded, and from now on. @param files what checks a scenario that comes from elsewhere */
export function followKept({ fileOf, parseScenario }: Pick<typeof link, 'fileOf' | 'parseScenario'>) {
  const stored = read<{ edition: string; all: unknown[] } | undefined>(entry, undefined, isStored, thisTab)
  const before = stored?.edition === edition ? stored.all.slice(-mostKept).flatMap(one => readKept(one, parseScenario)) : []
  // What was kept since the page was opened comes after it.
  kept.value = kept.peek().reduce((all, one) => [...all, { ...one, number: nextNumber(all) }], before).slice(-mostKept)
  return effect(() => {
    const all = kept.value.map(({ scenario, differences, ...rest }): Written =>
      ({ ...rest, scenario: fileOf(scenario), differences: differences.map(row => Array.from(row, value => Number(value.toPrecision(9)))) }))
    if (all.length > 0 || stored) write(entry, { edition, all }, thisTab)
  })
}

function isStored(value: unknown): value is { edition: string; all: unknown[] } {
  return typeof value === 'object' && value !== null && 'edition' in value && 'all' in value && Array.isArray(value.all)
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** Nothing of one that is not whole, or not as it was written. */
function readKept(value: unknown, parseScenario: (text: string) => Scenario): Kept[] {
  const { number, scenario, scale, differences, repeated } = Object(value) as Partial<Written>
  if (!isNumber(number) || !isNumber(scale) || typeof scenario !== 'string' || !Array.isArray(differences)) return []
  // JSON has no NaN and says null.
  const rows = differences.map(row => (Array.isArray(row) ? Float64Array.from(row, one => (isNumber(one) ? one : NaN)) : new Float64Array(0)))
  if (rows.length === 0 || rows.some(({ length }) => length !== indicators.length)) return []
  const { pairs, scale: ofRepeats, of } = Object(repeated) as Partial<FoundInRepeats>
  const isRepeated = isNumber(pairs) && isNumber(ofRepeats) && comparedIds.every(([id]) => Array.isArray(of?.[id]))
  try {
    return [{
      number, scale, scenario: parseScenario(scenario), differences: rows,
      ...(isRepeated && { repeated: { pairs, scale: ofRepeats, of: Object.fromEntries(comparedIds.map(([id]) => [id, of![id].map(readFound)])) } }),
    }]
  } catch {
    return []
  }
}

function readFound(value: unknown): Found {
  const { difference, low, high } = Object(value) as Partial<Found>
  return { difference: isNumber(difference) ? difference : NaN, ...(isNumber(low) && isNumber(high) && { low, high }) }
}
