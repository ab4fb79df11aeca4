/** Scenario files: what they may say, and how they are refused. */
import { readFileSync } from 'node:fs'
import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { parameters } from '../../sim/parameters.ts'
import { policies } from '../../sim/policies/index.ts'
import type { Policy } from '../../sim/policies/policy.ts'
import { defaultScenario, ScenarioError } from '../../sim/scenario.ts'
import { readScenario, writeScenario } from '../../sim/scenario-file.ts'

/** The one line with which a scenario is refused. */
function refusal(json: unknown): string {
  try {
    readScenario(json)
  } catch (error) {
    if (error instanceof ScenarioError) return error.message
    throw error
  }
  return 'accepted'
}

const moved = (...policies: unknown[]) => ({ format: 1, policies })
const tilt = (value: unknown, more = {}) => ({ id: 'ruralTilt', value, from: 2025, ...more })

describe('a scenario file', () => {
  test('says only what differs from the defaults', () => {
    expect(readScenario({ format: 1 })).toEqual(defaultScenario)
    expect(defaultScenario).toEqual({
      format: 1, name: { en: 'Baseline', zh: '基准' }, stage: 'nation', years: [2010, 2050], scale: 1000, seed: '1',
      assumptions: {}, policies: [],
    })
    expect(writeScenario(readScenario({ format: 1 }))).toEqual({ format: 1 })
  })

  test('moves levers of every kind', () => {
    const policies = [
      { id: 'ruralTilt', value: 1.5, from: 2025, phaseIn: 5 },
      { id: 'transferMix', value: { rebates: 10, equalization: 80, earmarked: 10 }, from: 2012, to: 2030, phaseIn: 0 },
      { id: 'equalizationFormula', value: 'perResident', from: 2010, phaseIn: 0 },
      { id: 'hukouOpenness', value: { mega: 0.8 }, from: 2050, phaseIn: 40 },
    ]
    expect(readScenario(moved(...policies)).policies).toEqual(policies)
  })

  test('may name the schema for its editor, which is no part of the scenario', () => {
    expect(readScenario({ $schema: './scenario.schema.json', format: 1 })).not.toHaveProperty('$schema')
  })

  test('changes assumptions within their ranges', () => {
    const assumptions = { agglomeration: 0.1, fertilityVariant: 'low' }
    expect(readScenario({ format: 1, assumptions }).assumptions).toEqual(assumptions)
  })

  test('holds shares that add up to 100 but for rounding', () => {
    const value = { rebates: 33.3, equalization: 33.3, earmarked: 33.4 }
    expect(refusal(moved({ id: 'transferMix', from: 2011, value }))).toBe('accepted')
  })

  test('moves one lever twice, one time after the other', () => {
    expect(refusal(moved(tilt(2, { to: 2030 }), tilt(3, { from: 2031 })))).toBe('accepted')
  })
})

describe('a refusal says where, what was expected and what came', () => {
  test.each<[unknown, string]>([
    [{}, 'format: must be 1, got nothing'],
    [null, 'scenario: must be an object, got null'],
    [[], 'scenario: must be an object, got a list of 0'],
    [{ format: 2 }, 'format: must be 1, got 2'],
    [{ format: 1, years: [2010, 2060] }, 'years[1]: must be a whole number from 2010 to 2050, got 2060'],
    [{ format: 1, years: [2000, 2050] }, 'years[0]: must be 2010, the year of the census, got 2000'],
    [{ format: 1, years: 2010 }, 'years: must be two years, first and last, got 2010'],
    [{ format: 1, years: [2010] }, 'years: must be two years, first and last, got a list of 1'],
    [{ format: 1, scale: 10 }, 'scale: must be a whole number from 100 to 100000, got 10'],
    [{ format: 1, scale: 1000.5 }, 'scale: must be a whole number from 100 to 100000, got 1000.5'],
    [{ format: 1, seed: '' }, 'seed: must be text of 1 to 64 characters, got ""'],
    [{ format: 1, seed: 1 }, 'seed: must be text of 1 to 64 characters, got 1'],
    [{ format: 1, stage: 'moon' },
      'stage: must be "nation", "village" or "county:" and the six digits of a county\'s code, such as "county:510121", got "moon"'],
    [{ format: 1, stage: 'county:510121', scale: 0 }, 'scale: must be a whole number from 1 to 100000, got 0'],
    [{ format: 1, stage: 'village', scale: 0.5 }, 'scale: must be a whole number from 1 to 100000, got 0.5'],
    [{ format: 1, name: { en: 'x'.repeat(81), zh: '' } },
      `name.en: must be text of 0 to 80 characters, got "${'x'.repeat(36)}…"`],
    [{ format: 1, scael: 10 },
      'scenario: keys must be $schema, format, name, stage, years, scale, seed, assumptions, policies, got "scael"'],
    [{ format: 1, assumptions: { agglomeration: 1 } },
      'assumptions.agglomeration: agglomeration must be 0.03 to 0.12, got 1'],
    [{ format: 1, assumptions: { gravity: 9.8 } },
      'assumptions: keys must be fertilityVariant or ids of parameters, got "gravity"'],
    [{ format: 1, assumptions: { fertilityVariant: 'none' } },
      'assumptions.fertilityVariant: fertility variant must be low, medium, high, got "none"'],
    [{ format: 1, assumptions: { mixRebates: 0.5 } },
      'assumptions: mixRebates, mixEqualization and mixEarmarked must add up to 1, ' +
        `got ${Number((0.5 + parameters.mixEqualization.value + parameters.mixEarmarked.value).toPrecision(9))} ` +
        `(0.5 + ${parameters.mixEqualization.value} + ${parameters.mixEarmarked.value})`],
    [moved({}, {}, tilt(-5)),
      'policies[0].id: must be a lever: ' + policies.map(({ id }) => id).join(', ') + ', got nothing'],
    [moved(tilt(1.5, { to: 2030 }), tilt(2, { from: 2031, to: 2032 }), tilt(-5, { from: 2033 })),
      'policies[2].value: rural tilt must be 0.3 to 3, got -5'],
    [moved(tilt('a lot')), 'policies[0].value: rural tilt must be 0.3 to 3, got "a lot"'],
    [moved(tilt(NaN)), 'policies[0].value: rural tilt must be 0.3 to 3, got NaN'],
    [moved(tilt(1, { from: 2051 })), 'policies[0].from: first year must be a whole number from 2010 to 2050, got 2051'],
    [{ ...moved(tilt(1)), years: [2010, 2020] },
      'policies[0].from: first year must be in the run, 2010 to 2020, got 2025'],
    [{ ...moved(tilt(1, { from: 2015, to: 2025 })), years: [2010, 2020] },
      'policies[0].to: last year must be in the run, 2010 to 2020, got 2025'],
    [moved(tilt(1, { to: 2024 })), 'policies[0].to: rural tilt must not end before it starts in 2025, got 2024'],
    [moved(tilt(1, { phaseIn: -1 })), 'policies[0].phaseIn: phase-in must be a whole number from 0 to 40, got -1'],
    [moved(tilt(1), tilt(2, { from: 2040 }), tilt(3)),
      'policies[2].from: rural tilt must not begin in the same year as policies[0], got 2025'],
    [moved({ id: 'equalizationFormula', value: 'fair', from: 2011 }),
      'policies[0].value: equalization formula must be needGap, perResident, perRegistered, ' +
        'followsMigrants, byResults, got "fair"'],
    [moved({ id: 'transferMix', value: { rebates: 10, equalization: 10, earmarked: 10 }, from: 2011 }),
      'policies[0].value: transfer mix: rebates, equalization, earmarked must add up to 100, got 30 (10 + 10 + 10)'],
    [moved({ id: 'transferMix', value: '50/50', from: 2011 }),
      'policies[0].value: transfer mix must be an object with numbers for rebates, equalization, earmarked, got "50/50"'],
    [moved({ id: 'transferMix', value: { rebates: 50, equalization: 50 }, from: 2011 }),
      'policies[0].value.earmarked: transfer mix: earmarked must be 0 to 100, got nothing'],
    [moved({ id: 'hukouOpenness', value: { mega: 2 }, from: 2011 }),
      'policies[0].value.mega: hukou openness: mega must be 0 to 1, got 2'],
    [moved({ id: 'hukouOpenness', value: {}, from: 2011 }),
      'policies[0].value: hukou openness must set at least one of ' +
        'town, small, medium, large, veryLarge, mega, got none'],
    [moved('ruralTilt'), 'policies[0]: must be an object, got "ruralTilt"'],
    [{ format: 1, policies: {} }, 'policies: must be a list, got an object'],
    [moved(...Array(101).fill(tilt(1))), 'policies: must hold at most 100 policies, got a list of 101'],
    [{ format: 1, seed: 5, name: 'a\nb\u001b[31m\u009b\u2028' },
      'name: must be an object, got "a\\nb\\u001b[31m\\u009b\\u2028"'],
  ])('%j', (json, message) => expect(refusal(json)).toBe(message))

  test('keys of the language itself are keys like others', () => {
    expect(refusal(JSON.parse('{"format": 1, "__proto__": {"seed": "7"}}')))
      .toMatch(/^scenario: keys must be .*, got "__proto__"$/)
    expect(refusal(JSON.parse('{"format": 1, "assumptions": {"__proto__": {"agglomeration": 9}}}')))
      .toMatch(/got "__proto__"$/)
    expect(refusal(JSON.parse('{"format": 1, "assumptions": {"constructor": 1}}'))).toMatch(/got "constructor"$/)
    expect(refusal(moved({ id: 'constructor', value: 1, from: 2011 }))).toMatch(/must be a lever/)
    expect(refusal(moved(JSON.parse('{"id": "ruralTilt", "value": 1, "from": 2011, "__proto__": {"to": 2012}}'))))
      .toMatch(/got "__proto__"$/)
  })
})

const valueFor = (policy: Policy): fc.Arbitrary<unknown> => {
  switch (policy.kind) {
    case 'number': return fc.double({ min: policy.min, max: policy.max, noNaN: true })
    case 'choice': return fc.constantFrom(...policy.choices)
    case 'shares': return fc.integer({ min: 0, max: 100 }).map(first =>
      Object.fromEntries(policy.parts.map((part, i) => [part, i === 0 ? first : i === 1 ? 100 - first : 0])))
    case 'parts': return fc.constantFrom(...policy.parts).map(part => ({ [part]: policy.max }))
  }
}

const validScenario = fc.record({
  format: fc.constant(1),
  name: fc.record({ en: fc.string({ maxLength: 80 }), zh: fc.string({ maxLength: 80 }) }),
  scale: fc.integer({ min: 100, max: 100_000 }),
  seed: fc.string({ minLength: 1, maxLength: 64 }),
  assumptions: fc.constantFrom(...Object.entries(parameters).filter(([id]) => !id.startsWith('mix')))
    .map(([id, { min }]) => ({ [id]: min })),
  policies: fc.tuple(...policies.map(policy => fc.record({
    id: fc.constant(policy.id), value: valueFor(policy),
    from: fc.integer({ min: 2010, max: 2030 }),
    to: fc.integer({ min: 2030, max: 2050 }),
    phaseIn: fc.integer({ min: 0, max: 40 }),
  }, { requiredKeys: ['id', 'value', 'from'] }))),
}, { requiredKeys: ['format'] })

const keys = fc.constantFrom(
  'format', 'name', 'policies', 'assumptions', 'value', 'id', 'years', '__proto__', 'constructor', 'toString',
)
/** Through text, as files and links come: so `__proto__` is a key like others. */
const objectOf = (entries: [string, unknown][]): unknown =>
  JSON.parse(`{${entries.map(entry => entry.map(part => JSON.stringify(part) ?? null).join(':')).join(',')}}`)
const { tree: hostileJson } = fc.letrec<{ tree: unknown }>(tie => ({
  tree: fc.oneof({ maxDepth: 5 },
    fc.constantFrom(1, 'ruralTilt', 'alert(1)', '${process.exit(1)}', null, 2025, -0, 1e308), fc.string(), fc.double(),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.oneof(keys, fc.string()), tie('tree')), { maxLength: 6 }).map(objectOf)),
}))

test.each([['nation', 1000], ['county:510121', 1], ['village', 1]])('the stage %s runs at 1:%d unless told otherwise', (stage, scale) => {
  expect(readScenario({ format: 1, stage })).toMatchObject({ stage, scale })
  expect(writeScenario(readScenario({ format: 1, stage }))).toEqual(stage === 'nation' ? { format: 1 } : { format: 1, stage })
})

describe('whatever comes', () => {
  property.prop([validScenario])('a valid scenario is read, written and read again unchanged', json => {
    const scenario = readScenario(json)
    expect(readScenario(JSON.parse(JSON.stringify(writeScenario(scenario)))))
      .toEqual(JSON.parse(JSON.stringify(scenario)))
  })

  property.prop([fc.oneof(fc.jsonValue(), hostileJson)])('it is a scenario or refused in one line', json => {
    expect(refusal(json)).toMatch(/^[^\p{Cc}\u2028\u2029]+$/u)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  property.prop([validScenario, hostileJson, fc.nat()])('a valid scenario with one thing replaced too', (json, other, n) => {
    const names = Object.keys(json)
    const broken = { ...json, [names[n % names.length]]: other }
    expect(refusal(broken)).toMatch(/^[^\p{Cc}\u2028\u2029]+$/u)
  })

  test('a thousand lists in lists are refused, not followed', () => {
    expect(refusal(JSON.parse('['.repeat(1000) + ']'.repeat(1000))))
      .toBe('scenario: must be an object, got a list of 1')
  })
})

test('no check is compiled from text', () => {
  const source = readFileSync(new URL('../../sim/scenario-file.ts', import.meta.url), 'utf8')
  expect(source).toContain('jitless: true')
  const compile = globalThis.Function
  globalThis.Function = class { constructor() { throw new Error('compiled') } } as unknown as FunctionConstructor
  try {
    expect(refusal(moved(tilt(1)))).toBe('accepted')
  } finally {
    globalThis.Function = compile
  }
})
