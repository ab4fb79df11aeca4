/** Scenarios as files, which hold only what differs from the defaults: what may stand in them, and how they are read and written. */
import * as z from 'zod'
import { fertilityVariants, parameters } from './parameters.ts'
import { policies } from './policies/index.ts'
import type { Policy } from './policies/policy.ts'
import { defaultScenario, firstYear, lastYear, ScenarioError, type Scenario } from './scenario.ts'
import { stageKind, stagePattern, stageScale, type Stage, type StageKind } from './stages/stage.ts'

// zod would otherwise compile its checks with `new Function`, which the page's content security policy forbids.
z.config({ jitless: true })

/** `ruralTilt` → `rural tilt` */
const words = (id: string) => id.replace(/[A-Z]/g, letter => ' ' + letter.toLowerCase())

/** A number with one message for whatever is wrong with it. */
function numberFrom(min: number, max: number, label = '') {
  const message = `${label} must be ${min} to ${max}`.trimStart()
  return z.number(message).min(min, message).max(max, message)
}

function integerFrom(min: number, max: number, label = '') {
  const message = `${label} must be a whole number from ${min} to ${max}`.trimStart()
  return z.int(message).min(min, message).max(max, message)
}

function textUpTo(length: number, least = 0) {
  const message = `must be text of ${least} to ${length} characters`
  return z.string(message).min(least, message).max(length, message)
}

function oneOf(choices: readonly string[], label = '') {
  return z.enum(choices as [string, ...string[]], `${label} must be ${choices.join(', ')}`.trimStart())
}

const stageMessage = 'must be "nation", "village" or "county:" and the six digits of a county\'s code, such as "county:510121"'

/** An object that has these keys and no others. */
function only<Shape extends z.ZodRawShape>(shape: Shape, keys = Object.keys(shape).join(', '), otherwise = 'must be an object') {
  return z.strictObject(shape, {
    error: ({ code }) => code === 'unrecognized_keys' ? `keys must be ${keys}` : otherwise,
  })
}

/** `[10, 80, 20]` → `110 (10 + 80 + 20)` */
const sumAsText = (numbers: readonly number[]) => `${Number(total(numbers).toPrecision(9))} (${numbers.join(' + ')})`
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

/** What values a lever takes. */
function valueOf(policy: Policy): z.ZodType {
  const label = words(policy.id)
  /** Each part a number. */
  const partsOf = <Shape extends z.ZodRawShape>(shape: Shape) => {
    const keys = Object.keys(shape).join(', ')
    return only(shape, keys, `${label} must be an object with numbers for ${keys}`)
  }
  switch (policy.kind) {
    case 'number':
      return numberFrom(policy.min, policy.max, label)
    case 'choice':
      return oneOf(policy.choices, label)
    case 'shares': {
      const share = (part: string) => [part, numberFrom(0, 100, `${label}: ${words(part)}`)]
      return partsOf(Object.fromEntries(policy.parts.map(share))).superRefine((value, context) => {
        const shares = policy.parts.map(part => (value as Record<string, number>)[part])
        if (Math.abs(total(shares) - 100) < 1e-6) return
        const message = `${label}: ${policy.parts.join(', ')} must add up to 100`
        context.addIssue({ code: 'custom', message, params: { got: sumAsText(shares) } })
      })
    }
    case 'parts': {
      const part = (name: string) => [name, numberFrom(policy.min, policy.max, `${label}: ${words(name)}`).optional()]
      return partsOf(Object.fromEntries(policy.parts.map(part))).refine(value => Object.keys(value).length > 0, {
        message: `${label} must set at least one of ${policy.parts.join(', ')}`, params: { got: 'none' },
      })
    }
  }
}

function inForce(policy: Policy) {
  return only({
    id: z.literal(policy.id),
    value: valueOf(policy).describe(`${policy.meaning} Unit: ${policy.unit}.`),
    from: integerFrom(firstYear, lastYear, 'first year').describe('First year in force.'),
    to: integerFrom(firstYear, lastYear, 'last year').optional().describe('Last year in force; to the end if absent.'),
    phaseIn: integerFrom(0, 40, 'phase-in').default(0).describe('Years until the value is reached; 0 is at once.'),
  })
}

/** Every parameter may be assumed otherwise, and one of the variants of fertility chosen. */
const assumptions = () => only({
  fertilityVariant: oneOf(fertilityVariants, 'fertility variant').optional()
    .describe('Which of the three UN projections births follow from 2024 on.'),
  ...Object.fromEntries(Object.entries(parameters).map(([id, { min, max, meaning, unit }]) =>
    [id, numberFrom(min, max, words(id)).optional().describe(`${meaning} Unit: ${unit}.`)])),
}, 'fertilityVariant or ids of parameters')

const leverIds = policies.map(({ id }) => id).join(', ')

/** The shape of a scenario file; `readScenario` checks with it, and the published JSON Schema is made from it. */
const schemaFor = (least: number, usual?: number) => only({
  $schema: textUpTo(200).optional(),
  format: z.literal(1, 'must be 1'),
  name: only({ en: textUpTo(80), zh: textUpTo(80) }).default(defaultScenario.name),
  stage: z.string(stageMessage).regex(stagePattern, stageMessage).default(defaultScenario.stage)
    .describe('The nation, one county by its code of 2010, or a village to look closely at.'),
  years: z.tuple([
    z.literal(firstYear, `must be ${firstYear}, the year of the census`),
    integerFrom(firstYear, lastYear),
  ], 'must be two years, first and last').default([firstYear, lastYear]),
  scale: (usual === undefined ? integerFrom(least, 100_000).optional() : integerFrom(least, 100_000).default(usual))
    .describe('Real persons per simulated person; the nation from 100, 1000 if absent; a county and the village from 1, which is theirs if absent.'),
  seed: textUpTo(64, 1).default(defaultScenario.seed),
  assumptions: assumptions().default({}).describe('Parameters that differ from their defaults.'),
  policies: z.array(
    z.discriminatedUnion('id', policies.map(inForce) as unknown as [ReturnType<typeof inForce>], {
      error: ({ code }) => code === 'invalid_union' ? `must be a lever: ${leverIds}` : 'must be an object',
    }),
    'must be a list').max(100, 'must hold at most 100 policies').default([])
    .describe('Levers moved. Years lie within those of the run; a lever listed again goes on from the value then in force, and the later step holds.'),
}).superRefine(({ years, policies, assumptions }, context) => {
  const wrong = (path: (string | number)[], message: string, got?: string) => context.addIssue({ code: 'custom', path, message, params: { got } })
  const mix = (['mixRebates', 'mixEqualization', 'mixEarmarked'] as const).map(id => (assumptions as Record<string, number>)[id] ?? parameters[id].value)
  if (Math.abs(total(mix) - 1) > 1e-6) wrong(['assumptions'], 'mixRebates, mixEqualization and mixEarmarked must add up to 1', sumAsText(mix))
  const [start, end] = years
  policies.forEach(({ id, from, to }, i) => {
    const outside = (year: number) => year < start || year > end
    if (outside(from)) wrong(['policies', i, 'from'], `first year must be in the run, ${start} to ${end}`)
    if (to === undefined) return
    if (outside(to)) wrong(['policies', i, 'to'], `last year must be in the run, ${start} to ${end}`)
    else if (to < from) wrong(['policies', i, 'to'], `${words(id)} must not end before it starts in ${from}`)
  })
  policies.forEach(({ id, from }, i) => {
    const earlier = policies.slice(0, i).findIndex(other => other.id === id && other.from === from)
    if (earlier >= 0) wrong(['policies', i, 'from'], `${words(id)} must not begin in the same year as policies[${earlier}]`)
  })
})

/** The shape of scenario files, whatever the stage. */
export const scenarioSchema = () => schemaFor(1)

/** Made when first asked for: a page that opens without a scenario needs none, and one with a scenario that of its stage alone. */
const schemas: Partial<Record<StageKind, ReturnType<typeof schemaFor>>> = {}
const schemaOf = (kind: StageKind) => (schemas[kind] ??= schemaFor(stageScale[kind].least, stageScale[kind].usual))

/** The kind of stage that is asked for, as far as it can be told before anything is checked. */
function kindAsked(json: unknown): StageKind {
  const stage = valueAt(json, ['stage'])
  return typeof stage === 'string' && stagePattern.test(stage) ? stageKind(stage as Stage) : 'nation'
}

/**
 * Checks what a file, a link or a command line asks for and fills in the defaults.
 * @param json parsed JSON from anywhere: nothing in it is trusted
 * @throws {ScenarioError} on the first thing that is wrong
 */
export function readScenario(json: unknown): Scenario {
  const { data, error } = schemaOf(kindAsked(json)).safeParse(json)
  if (error) {
    const issue = error.issues[0]
    const path = issue.path as (string | number)[]
    const said: unknown = issue.code === 'custom' ? issue.params?.got : undefined
    const got = typeof said === 'string' ? said : show(issue.code === 'unrecognized_keys' ? issue.keys[0] : valueAt(json, path))
    throw new ScenarioError(written(path), `${issue.message}, got ${got}`)
  }
  const { format, name, stage, years, scale, seed, policies } = data
  return { format, name, stage, years, scale, seed, policies, assumptions: data.assumptions } as Scenario
}

/** A scenario as its file: only what differs from the defaults. `readScenario` gives back the same scenario. */
export function writeScenario(scenario: Scenario): Record<string, unknown> {
  const defaults: Scenario = { ...defaultScenario, scale: stageScale[stageKind(scenario.stage)].usual }
  const file: Record<string, unknown> = { format: 1 }
  for (const key of Object.keys(defaults) as (keyof Scenario)[]) {
    if (JSON.stringify(scenario[key]) !== JSON.stringify(defaults[key])) file[key] = scenario[key]
  }
  if (scenario.policies.length > 0) {
    file.policies = scenario.policies.map(({ phaseIn, ...policy }) => phaseIn === 0 ? policy : { ...policy, phaseIn })
  }
  return file
}

/** `['policies', 2, 'value']` → `policies[2].value` */
function written(path: (string | number)[]): string {
  return path.map(key => typeof key === 'number' ? `[${key}]` : `.${key}`).join('').replace(/^\./, '')
}

function valueAt(json: unknown, path: (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) =>
    Object.hasOwn(Object(value), key) ? (value as Record<string, unknown>)[key] : undefined, json)
}

/** A value in at most 40 characters, on one line and with nothing a terminal would obey. */
function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = typeof value === 'string' && value.length > 36 ? value.slice(0, 36) + '…' : value
  return String(JSON.stringify(text)).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, unseen =>
    '\\u' + unseen.charCodeAt(0).toString(16).padStart(4, '0'))
}
