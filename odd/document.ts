/** The ODD+D description of the model: hand-written parts, with all that can drift taken from the code. A pure function of the sources. */
import { group } from 'd3'
import { claims, claimYears } from '../sim/experiments/claims.ts'
import { sensitivityYears, uncertain } from '../sim/experiments/sensitivity.ts'
import type { Fact, ValidationReport } from '../sim/experiments/validate-report.ts'
import { assumptions, firstYear, indicators, lastYear, meanings, parameters, policies, schedule, type Basis, type Parameter } from '../sim/index.ts'
import { written } from '../sim/indicators/written.ts'
import { rangeAsText, valueAsText } from '../sim/policies/policy.ts'
import { opening } from '../sim/schedule.ts'
import saved from '../scenarios/results/validation.json?raw'
import template from './odd.md?raw'
import references from './references.md?raw'

const sources = import.meta.glob<string>(
  ['../sim/schedule.ts', '../sim/world.ts', '../sim/processes/*.ts', '../sim/populate/*.ts', '../sim/loops/*.ts'],
  { query: '?raw', import: 'default', eager: true },
)

export function oddDocument(): string {
  const filled = template.replaceAll(/\{\{(\w+)(?::(\w+))?\}\}/g, (whole, part: string, argument: string) => {
    if (!Object.hasOwn(parts, part)) throw new Error(`odd.md: expected one of ${Object.keys(parts).join(', ')}, got ${whole}`)
    return parts[part](argument)
  })
  return `<!-- Made by npm run odd from odd/ and the code: edit those. -->\n\n${filled}`
}

const parts: Record<string, (argument: string) => string> = {
  firstYear: () => String(firstYear),
  lastYear: () => String(lastYear),
  state: name => table(['state variable', 'meaning'], stateOf(sources['../sim/world.ts'], name)),
  schedule: () => table(['', 'step', 'what happens', 'source'], schedule.map(([step], n) =>
    [String(n + 1), step, meanings[step], link(fileOfStep(step))])),
  opening: () => schedule.map(([step]) => step).filter(step => opening.has(step)).join(', '),
  initialisation: () => openings(['../sim/populate/index.ts', ...others('../sim/populate/index.ts', new Set())]),
  submodels: () => submodels(),
  p: id => {
    if (!Object.hasOwn(parameters, id)) throw new Error(`odd.md: expected the id of a parameter, got ${id}`)
    return `\`${id}\` ${parameters[id as keyof typeof parameters].value}`
  },
  parameterCounts: () => {
    const all: Parameter[] = Object.values(parameters)
    const resting = (on: Basis) => all.filter(({ basis }) => basis === on).length
    return `Of ${all.length} parameters ${resting('fitted')} are fitted by \`chengxiang calibrate\` and ${resting('assumption')} are assumptions.`
  },
  parameters: () => table(['parameter', 'default', 'range', 'unit', 'meaning', 'source'], Object.entries(parameters).map(
    ([id, { value, min, max, unit, meaning, source }]) => [`\`${id}\``, String(value), `${min} to ${max}`, unit, meaning, source])),
  levers: () => table(['lever', '§', 'default', 'range', 'unit', 'meaning', 'source'], policies.map(policy =>
    [`\`${policy.id}\``, policy.section, valueAsText(policy.default), rangeAsText(policy), policy.unit, policy.meaning, policy.source])),
  assumptions: () => table(['assumption', 'about', 'default', 'range', 'unit', 'meaning'], assumptions.map(its =>
    [`\`${its.id}\``, its.topic, String(its.default), its.kind === 'choice' ? its.choices.join(', ') : `${its.min} to ${its.max}`, its.unit, its.meaning])),
  indicators: () => table(['indicator', 'name', 'unit', 'definition', 'for'], indicators.map(({ id, name, unit, definition, levels }) =>
    [`\`${id}\``, name.en, unit.en, definition.en, levels.join(', ')])),
  claimYears: () => claimYears.join('–'),
  claims: () => table(['claim', '§', 'the paper', 'experiment', 'expected', 'rests on'], claims.map(claim =>
    [claim.id, claim.section, claim.paper, claim.experiment,
      claim.parts.map(({ label, expected }) => `${label.replace(/\.$/, '')}: ${expected}.`).join(' '), claim.restsOn])),
  uncertain: () => String(uncertain().length),
  sensitivityYears: () => sensitivityYears.join('–'),
  validationRuns: () => `${report.manifest.seeds.length} runs of the baseline at 1:${report.manifest.scale.toLocaleString('en')}`,
  validation: () => table(['fact', 'unit', 'use', 'year: published, model'], [...group(report.facts, ({ label, use }) => `${label}|${use}`).values()].map(
    rows => [rows[0].label, rows[0].quantity === 'money' ? `bn ${rows[0].unit}` : rows[0].unit, rows[0].use, rows.map(valuesOfFact).join('; ')])),
  forecasts: () => table(['', 'model', 'change of 2000–2010 carried forward', 'national logistic', 'change of 2010–2015 carried forward'], report.forecasts.map(
    ({ id, year, ...errors }) => [`\`${id}\` ${year}`,
      ...[errors.model, errors.carriedForward, errors.logistic, errors.from2015].map(error => (error * 100).toFixed(1))])),
  references: () => references.trim(),
}

const report: ValidationReport = JSON.parse(saved)

/** "2020: 63.9 %, 62.6 %": what is published and what the model gives. */
function valuesOfFact(fact: Fact): string {
  const scale = fact.quantity === 'money' ? 1e9 : 1
  const both = `${fact.year}: ${[fact.observed, fact.model].map(value => written(value / scale, fact)).join(', ')}`
  return fact.inside ? both : `**${both}**`
}

/** By step of the schedule, the opening words of its file and of those that only it uses. */
function submodels(): string {
  const entries = schedule.map(([step]) => fileOfStep(step))
  const told = new Set(entries)
  return schedule.map(([step], n) => `**${step}.** ${meanings[step]}\n\n${openings([entries[n], ...others(entries[n], told)])}`).join('\n\n')
}

/** The file of a step's process, as the schedule imports it. */
function fileOfStep(step: string): string {
  const scheduleSource = sources['../sim/schedule.ts']
  const process = new RegExp(`\\['${step}', (\\w+)\\]`).exec(scheduleSource)?.[1]
  const file = new RegExp(`import \\{[^}]*\\b${process}\\b[^}]*\\} from '\\./(processes/[\\w-]+\\.ts)'`).exec(scheduleSource)?.[1]
  if (!file) throw new Error(`schedule.ts: expected the file of ${step}, found none`)
  return `../sim/${file}`
}

/** Files of the same folder that a file imports and the compiled loops that it calls, and those that they import; each is told once. */
function others(file: string, told: Set<string>): string[] {
  told.add(file)
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  const found = [
    ...[...sources[file].matchAll(/^import (?!type\b)[^']*'\.\/([\w-]+\.ts)'/gm)].map(([, name]) => folder + name),
    ...[...sources[file].matchAll(/\bloops\.(\w+)\(/g)].map(([, loop]) => fileOfLoop(loop)),
  ]
  return found.filter(name => name in sources && !told.has(name) && !name.endsWith('/process.ts'))
    .flatMap(name => told.has(name) ? [] : [name, ...others(name, told)])
}

function fileOfLoop(loop: string): string {
  const file = new RegExp(`export \\{[^}]*\\b${loop}\\b[^}]*\\} from '\\./([\\w-]+\\.ts)'`).exec(sources['../sim/loops/index.ts'])?.[1]
  if (!file) throw new Error(`sim/loops/index.ts: expected the file of ${loop}, found none`)
  return `../sim/loops/${file}`
}

/** Loops that do what another file says are told there. */
const openings = (files: readonly string[]): string => files.filter(file => !(file.includes('/loops/') && openingOf(file).includes('sim/')))
  .map(file => `- ${link(file)}: ${openingOf(file)}`).join('\n')

/** The comment that opens a file, on one line; formulas set apart by blank lines become parts of it. */
function openingOf(file: string): string {
  const comment = /^\/\*\*([\s\S]*?)\*\/|^\/\/ (.*)/.exec(sources[file])
  if (!comment) throw new Error(`${file}: expected a comment that opens it, found none`)
  return (comment[1] ?? comment[2]).split('\n').map(line => line.replace(/^\s*\* ?/, '').trim()).filter(Boolean).join(' ')
}

/** Groups of fields of an interface, each with the comment above it. */
function stateOf(source: string, name: string): string[][] {
  const body = new RegExp(`export interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`).exec(source)?.[1]
  if (body === undefined) throw new Error(`world.ts: expected the interface ${name}, found none`)
  const groups: { names: string[]; meaning: string }[] = []
  for (const [, comment, field] of body.matchAll(/\/\*\*([\s\S]*?)\*\/|^ {2}(\w+)\??:/gm)) {
    if (comment !== undefined) groups.push({ names: [], meaning: comment.replaceAll(/\s*\n\s*\*\s*/g, ' ').trim() })
    else (groups.at(-1) ?? groups[groups.push({ names: [], meaning: '' }) - 1]).names.push(field)
  }
  return groups.map(({ names, meaning }) => [names.map(its => `\`${its}\``).join(', '), meaning])
}

const link = (file: string): string => `[\`${file.slice(file.lastIndexOf('/') + 1)}\`](${file.replace('../', '')})`

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)].join('\n')
}
