/** Runs the experiments of the paper's claims: every arm with the same seeds, then difference, interval and verdict. */
import type { Scenario } from '../scenario.ts'
import type { YearRecord } from '../record.ts'
import { arms, type Arm, type ArmId, type ClaimExperiment, type Reading } from './claims.ts'
import type { Claim, Direction, Part, Verdict } from './claims-report.ts'
import { pairedDifference, seedSeries } from './compare.ts'
import { formula, quantityOf, read } from './reading.ts'

/** Runs a scenario to its end and hands over each year. */
export type ExecuteYears = (scenario: Scenario, onYear: (record: YearRecord) => void) => Promise<void>

/** What an interval says of a foretold direction. */
export function verdictOf(expected: Direction, low: number | null, high: number | null): Verdict {
  if (low === null || high === null || !(low > 0 || high < 0)) return 'undecided'
  return low > 0 === (expected === 'rises') ? 'agrees' : 'disagrees'
}

export function verdictOfAll(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('disagrees')) return 'disagrees'
  return verdicts.every(verdict => verdict === 'agrees') ? 'agrees' : 'undecided'
}

/** The arms that some claim reads. */
export function armsOf(claims: readonly ClaimExperiment[]): ArmId[] {
  return [...new Set(claims.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from.arm, to.arm])))]
}

/** The scenario of an arm: the baseline with the arm's assumptions and levers. */
export function scenarioOfArm(base: Scenario, arm: ArmId): Scenario {
  const { assumptions = {}, policies = [] }: Arm = arms[arm]
  return {
    ...base, assumptions: { ...base.assumptions, ...assumptions }, policies: [...base.policies, ...policies],
  }
}

/** Tests claims on `runs` seeds from the baseline's on. */
export async function testClaims(
  claims: readonly ClaimExperiment[], base: Scenario, runs: number, execute: ExecuteYears,
): Promise<Claim[]> {
  const readings = new Map<string, Reading>()
  for (const { parts } of claims) for (const { from, to } of parts) for (const reading of [from, to]) readings.set(keyOf(reading), reading)
  const seeds = seedSeries(base.seed, runs)
  // values.get(reading)[run]
  const values = new Map<string, number[]>([...readings.keys()].map(key => [key, new Array<number>(runs).fill(NaN)]))
  await Promise.all(armsOf(claims).flatMap(arm => seeds.map(async (seed, run) => {
    let first: YearRecord | undefined
    await execute({ ...scenarioOfArm(base, arm), seed }, record => {
      first ??= record
      for (const [key, reading] of readings) {
        if (reading.arm === arm && reading.year === record.year) values.get(key)![run] = read(record, first, reading.measure)
      }
    })
  })))
  return claims.map(claim => judged(claim, reading => values.get(keyOf(reading))!))
}

const keyOf = (reading: Reading): string => JSON.stringify([reading.arm, reading.year, formula(reading.measure)])

function judged({ parts: foretold, ...claim }: ClaimExperiment, valuesOf: (reading: Reading) => readonly number[]): Claim {
  const parts = foretold.map(({ id, label, expected, from, to }): Part => {
    const { base, difference, low, high } = pairedDifference(valuesOf(from), valuesOf(to))
    const { year, measure } = to
    return {
      id, label, indicator: formula(measure), quantity: quantityOf(measure), year, expected,
      base, difference, low, high, verdict: verdictOf(expected, low, high),
    }
  })
  const { indicator, quantity, year, expected, difference, low, high } = parts[0]
  return {
    ...claim, indicator, quantity, year, expected, difference, low, high,
    verdict: verdictOfAll(parts.map(({ verdict }) => verdict)), parts,
  }
}
