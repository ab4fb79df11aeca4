/** How fast the engine is: Node and a Chromium worker side by side, at three sizes, and where the time goes. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { measure, type Measurement } from './measure.ts'

interface Measured {
  runs: Measurement[]
  /** Absent where the system does not tell. */
  peakMegabytes: number | undefined
}

const lastYear = 2050
const sizes = [{ scale: 10_000, times: 3 }, { scale: 3_000, times: 2 }, { scale: 1_000, times: 1 }]

if (process.argv[2] === '--only') measureHere(Number(process.argv[3]), Number(process.argv[4]))
else await compareAll()

/** In a process of its own, whose memory is that of this size alone. */
function measureInNode(scale: number, times: number): Measured {
  const program = fileURLToPath(import.meta.url)
  const options = { encoding: 'utf8', maxBuffer: 1e8 } as const
  return JSON.parse(execFileSync(process.execPath, [program, '--only', `${scale}`, `${times}`], options))
}

function measureHere(scale: number, times: number): void {
  const data = JSON.parse(readFileSync('scenarios/data/nation.json', 'utf8'))
  const runs = Array.from({ length: times }, () => measure(scale, lastYear, data))
  const measured: Measured = { runs, peakMegabytes: process.resourceUsage().maxRSS / 1024 }
  process.stdout.write(JSON.stringify(measured))
}

async function compareAll(): Promise<void> {
  // What drives the browser takes memory of its own, which is not the engine's: the process that measures that does not load it.
  const { measureInChromium } = await import('./chromium.ts')
  console.log(`2010–${lastYear}, one thread; Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}`)
  if (loadavg()[0] > 0.7) console.log('Other programs are busy: the figures below are too low.')
  console.log('The best of the runs counts; in brackets the first, before the code is warm.\n')
  const results: { scale: number; node: Measured; chromium: Measured }[] = []
  for (const { scale, times } of sizes) {
    const node = measureInNode(scale, times)
    const chromium = await measureInChromium(scale, lastYear, times)
    results.push({ scale, node, chromium })
    const ratio = speed(best(chromium)) / speed(best(node))
    console.log(`1:${scale.toLocaleString('en')}, ${best(node).persons.map(whole).join(' to ')} persons`)
    for (const [name, measured] of [['Node', node], ['Chromium worker', chromium]] as const) console.log(line(name, measured))
    console.log(`  Chromium / Node   ${ratio.toFixed(2)}\n`)
  }

  console.log('Cost of a person-year against the first size, people × years being equal (1.00 is proportional)')
  for (const name of ['node', 'chromium'] as const) {
    const cost = results.map(result => 1 / speed(best(result[name])))
    console.log(`  ${name.padEnd(18)}${cost.map((it, i) => `1:${whole(sizes[i].scale)} ${(it / cost[0]).toFixed(2)}`).join('   ')}`)
  }

  const { scale, node, chromium } = results[results.length - 1]
  console.log(`\nWhere the time goes at 1:${whole(scale)}            Node ms  share   Chromium ms   C/N`)
  const total = best(node).running * 1000
  const chromiumMs = new Map(best(chromium).byProcess)
  for (const [name, ms] of best(node).byProcess) {
    const other = chromiumMs.get(name) ?? NaN
    console.log(`  ${name.padEnd(34)}${whole(ms).padStart(9)}${(100 * ms / total).toFixed(1).padStart(6)} %` +
      `${whole(other).padStart(14)}${(other / ms).toFixed(2).padStart(6)}`)
  }
  const untimed = total - best(node).byProcess.reduce((sum, [, ms]) => sum + ms, 0)
  console.log(`  ${'outside the schedule'.padEnd(34)}${whole(untimed).padStart(9)}${(100 * untimed / total).toFixed(1).padStart(6)} %`)

  console.log(`\nThe nation in ${lastYear}, by size`.padEnd(37) + sizes.map(it => `1:${whole(it.scale)}`.padStart(14)).join(''))
  best(node).nation.forEach(([id], i) => {
    const values = results.map(result => best(result.node).nation[i][1] ?? NaN) // JSON makes NaN null
    const written = values.map(value => Math.abs(value) >= 1e4 && Math.abs(value) < 1e10 ? whole(value) : value.toPrecision(4))
    console.log(`  ${id.padEnd(34)}${written.map(value => value.padStart(14)).join('')}`)
  })
}

function line(name: string, { runs, peakMegabytes }: Measured): string {
  const { populating, running } = best({ runs })
  return `  ${name.padEnd(18)}${millions(best({ runs }))} m person-years/s (${millions(runs[0])})   ` +
    `run ${running.toFixed(2)} s (${runs[0].running.toFixed(2)})   populate ${populating.toFixed(2)} s ` +
    `(${runs[0].populating.toFixed(2)})   peak ${peakMegabytes === undefined ? '?' : whole(peakMegabytes)} MB   ` +
    `keyed draw ${Math.min(...runs.map(({ draw }) => draw)).toFixed(1)} ns`
}

function best({ runs }: { runs: Measurement[] }): Measurement {
  return runs.reduce((a, b) => (speed(b) > speed(a) ? b : a))
}

function speed({ personYears, running }: Measurement): number {
  return personYears / running
}

function millions(it: Measurement): string {
  return (speed(it) / 1e6).toFixed(2)
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}
