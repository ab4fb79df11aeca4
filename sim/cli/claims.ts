/** `claims`: the paper's claims, each tested on paired runs. */
import { seedSeries } from '../experiments/compare.ts'
import { armsOf, testClaims } from '../experiments/test-claims.ts'
import { claims, claimYears } from '../experiments/claims.ts'
import type { Claim, ClaimsReport, Part, Verdict } from '../experiments/claims-report.ts'
import { written, writtenDifference } from '../indicators/written.ts'
import type { Command } from './arguments.ts'
import { loadNation } from './data.ts'
import { manifestOf } from './manifest.ts'
import { progressBar } from './progress.ts'
import { expectSaving, saveReport } from './results.ts'
import { scenarioWith } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { openPool } from './threads.ts'

type ClaimsCommand = Extract<Command, { command: 'claims' }>

/** @throws {UsageError} for bad settings, before anything is run */
export async function claimsCommand({ runs, options }: ClaimsCommand, terminal: Terminal): Promise<void> {
  const { scale = 10_000, seed, threads } = options
  const base = scenarioWith('nation', { scale, seed, years: claimYears })
  if (options.save) expectSaving('claims')
  const data = loadNation()
  const steps = armsOf(claims).length * runs
  const pool = openPool(Math.min(threads, steps), data, terminal.interrupted)
  const [start, end] = base.years
  const progress = progressBar(terminal, steps * (end - start + 1))
  try {
    const found = await testClaims(claims, base, runs, (scenario, onYear) => pool.execute(scenario, ({ record }) => {
      onYear(record)
      progress.step()
    })).finally(progress.end)
    const report: ClaimsReport = { manifest: manifestOf(base, seedSeries(base.seed, runs), data), claims: found }
    try {
      terminal.out(options.json ? JSON.stringify(report) + '\n' : asText(report))
    } finally {
      if (options.save) terminal.err(`saved ${saveReport('claims', report)}\n`)
    }
  } finally {
    await pool.close()
  }
}

function asText({ claims, manifest }: ClaimsReport): string {
  const runs = manifest.seeds.length
  const said: Record<Verdict, string> = {
    agrees: 'agrees', disagrees: 'disagrees', undecided: `cannot be told from zero at ${runs} run${runs === 1 ? '' : 's'}`,
  }
  const ofPart = (part: Part) => `  ${part.label}\n    ${part.indicator} ${part.year}: ${difference(part)}; ` +
    `expected: ${part.expected}; ${said[part.verdict]}\n`
  const ofClaim = ({ id, section, paper, experiment, restsOn, verdict, parts }: Claim) =>
    `${id} (section ${section}): ${said[verdict]}\n  The paper: ${paper}\n  Run: ${experiment}\n` +
    `${parts.map(ofPart).join('')}  Rests on: ${restsOn}\n`
  return claims.map(ofClaim).join('\n') +
    `\n${runs} pair${runs === 1 ? '' : 's'} of runs at 1:${manifest.scale}, ${manifest.years.join(' to ')}\n`
}

function difference({ quantity, base, difference, low, high }: Part): string {
  const [by, from, to] = [difference, low ?? NaN, high ?? NaN].map(value => writtenDifference(value, { quantity }))
  return `${difference > 0 ? '+' : ''}${by} [${from}, ${to}] from ${written(base, { quantity })}`
}
