/** What the long computations left behind: files beside the page, fetched when someone wants to read them. */
import { signal, type Signal } from '@preact/signals'
import type { CalibrationReport } from '../../sim/experiments/calibrate-report.ts'
import type { ClaimsReport } from '../../sim/experiments/claims-report.ts'
import type { SensitivityReport } from '../../sim/experiments/sensitivity-report.ts'
import type { ValidationReport } from '../../sim/experiments/validate-report.ts'
import { fetched, wasNotFetched } from '../fetched.ts'

export interface Reports {
  validation: ValidationReport
  claims: ClaimsReport
  sensitivity: SensitivityReport
  calibration: CalibrationReport
}
export type ReportName = keyof Reports

export type Shelf<T> =
  /** `absent`: nobody has computed it yet. `unfetched`, `unreadable`: there is a file, but it could not be had, or is no such report. */
  | { state: 'unasked' | 'loading' | 'absent' | 'unfetched' | 'unreadable' }
  | { state: 'ready'; report: T }

/** The reports there were when the page was built. */
const files = import.meta.glob<string>('../../scenarios/results/*.json', { query: '?url', import: 'default', eager: true })

const shelves: { [Name in ReportName]: Signal<Shelf<Reports[Name]>> } = {
  validation: signal({ state: 'unasked' }),
  claims: signal({ state: 'unasked' }),
  sensitivity: signal({ state: 'unasked' }),
  calibration: signal({ state: 'unasked' }),
}

type ListsOf<Report> = { [Key in keyof Report]: Report[Key] extends readonly unknown[] ? Key : never }[keyof Report]

/** The lists that each report must have, all there are; a page that draws half a report would say something false. */
const lists: { [Name in ReportName]: Record<ListsOf<Reports[Name]>, true> } = {
  validation: { facts: true, provinces: true, forecasts: true, series: true },
  claims: { claims: true },
  sensitivity: { indicators: true },
  calibration: { parameters: true, targets: true, provinces: true },
}

/** What is known of a report; asks for it the first time. */
export function reportOf<Name extends ReportName>(name: Name): Shelf<Reports[Name]> {
  const shelf = shelves[name] as Signal<Shelf<Reports[Name]>>
  if (shelf.peek().state === 'unasked') void fetchReport(name)
  return shelf.value
}

/** Asks once more, after a failure. */
export async function fetchReport<Name extends ReportName>(name: Name) {
  const shelf = shelves[name] as Signal<Shelf<Reports[Name]>>
  const url = files[`../../scenarios/results/${name}.json`]
  if (!url) {
    queueMicrotask(() => { shelf.value = { state: 'absent' } })
    return
  }
  queueMicrotask(() => { shelf.value = { state: 'loading' } })
  try {
    shelf.value = { state: 'ready', report: readReport(name, await fetched(url)) }
  } catch (error) {
    shelf.value = { state: wasNotFetched(error) ? 'unfetched' : 'unreadable' }
  }
}

/** @throws where the JSON is not a report of this name */
export function readReport<Name extends ReportName>(name: Name, json: unknown): Reports[Name] {
  const report = Object(json) as Record<string, unknown>
  const manifest = Object(report.manifest) as Record<string, unknown>
  const needed = Object.keys(lists[name])
  const whole = Array.isArray(manifest.seeds) && typeof manifest.scale === 'number'
    && needed.every(list => Array.isArray(report[list]))
  if (!whole) throw new Error(`${name}: expected a manifest and ${needed.join(', ')}`)
  restoreGaps(report)
  return report as unknown as Reports[Name]
}

/** JSON has no NaN and says null; of an interval's ends alone null is meant: there is none. */
function restoreGaps(part: Record<string, unknown>) {
  for (const [key, value] of Object.entries(part)) {
    if (value === null && key !== 'low' && key !== 'high') part[key] = NaN
    else if (typeof value === 'object' && value !== null) restoreGaps(value as Record<string, unknown>)
  }
}
