/** `describe`: what levers, assumptions, numbers, indicators and steps there are, and the shape of a scenario file. */
import { assumptions, indicators, meanings, parameters, policies, schedule } from '../index.ts'
import type { Parameter } from '../parameter.ts'
import { rangeAsText, valueAsText } from '../policies/policy.ts'
import type { Topic } from './arguments.ts'
import { scenarioFileSchema } from './schema.ts'

/** @returns text for a reader, or JSON for a program; the schema is JSON either way */
export function describe(topic: Topic, json: boolean): string {
  if (topic === 'schema') return asJson(scenarioFileSchema())
  if (json) return asJson(described[topic]())
  return texts[topic]()
}

function asJson(value: unknown): string {
  return JSON.stringify(value, null, 2) + '\n'
}

const described = {
  levers: () => policies,
  assumptions: () => assumptions,
  parameters: () => Object.entries(parameters).map(([id, parameter]) => ({ id, ...parameter })),
  indicators: () => indicators,
  schedule: () => schedule.map(([step], i) => ({ order: i + 1, step, meaning: meanings[step] })),
}

const texts = {
  levers: () => policies.map(lever => `${lever.id} (section ${lever.section})\n` +
    `  ${lever.meaning}\n  ${rangeAsText(lever)}; default ${valueAsText(lever.default)}; ${lever.unit}\n` +
    `  source: ${lever.source}; seen: ${lever.reference}\n`).join('\n'),
  assumptions: () => assumptions.map(assumption => `${assumption.id} (${assumption.topic}${assumption.tier ? `, ${assumption.tier}` : ''})\n` +
    `  ${assumption.meaning}\n  ${assumption.kind === 'choice' ? assumption.choices.join(', ') : `${assumption.min} to ${assumption.max}`}` +
    `; default ${assumption.default}; ${assumption.unit}\n  source: ${assumption.source}; sets: ${assumption.sets.join(', ')}\n`).join('\n'),
  parameters: () => Object.entries(parameters).map(([id, { value, unit, min, max, meaning, source, fit }]: [string, Parameter]) =>
    `${id} = ${value} ${unit} (${min} to ${max})\n  ${meaning}\n  source: ${source}\n${fit === undefined ? '' : '  calibrate fits it\n'}`).join('\n'),
  indicators: () => indicators.map(({ id, name, unit, definition, levels }) => `${id}: ${name.en} / ${name.zh} [${unit.en}; ${levels.join(', ')}]\n` +
    `  ${definition.en}\n  ${definition.zh}\n`).join('\n'),
  schedule: () => schedule.map(([step], i) => `${String(i + 1).padStart(2)}. ${step.padEnd(11)}  ${meanings[step]}\n`).join(''),
}
