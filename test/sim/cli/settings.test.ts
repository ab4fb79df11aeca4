/** `--set`, `--assume` and scenario files: from text to scenarios. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { scenarioWith } from '../../../sim/cli/settings.ts'
import { UsageError } from '../../../sim/cli/terminal.ts'
import { policies } from '../../../sim/policies/index.ts'
import { scratchFolder } from '../../helpers/cli.ts'

const set = (...texts: string[]) => scenarioWith('nation', { set: texts }).policies

function refusal(options: Parameters<typeof scenarioWith>[1], what = 'nation'): string {
  try {
    scenarioWith(what, options)
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
  return 'accepted'
}

describe('--set', () => {
  test('alone counts from the first year, at once', () => {
    expect(set('ruralTilt=1.5')).toEqual([{ id: 'ruralTilt', value: 1.5, from: 2010, phaseIn: 0 }])
  })

  test('with year, last year and phase-in', () => {
    expect(set('ruralTilt=1.5@2025-2035+5'))
      .toEqual([{ id: 'ruralTilt', value: 1.5, from: 2025, to: 2035, phaseIn: 5 }])
  })

  test('shares in the order of their parts', () => {
    expect(set('transferMix=0/100/0@2025')[0].value).toEqual({ rebates: 0, equalization: 100, earmarked: 0 })
  })

  test('a choice by its name', () => {
    expect(set('equalizationFormula=perResident')[0].value).toBe('perResident')
  })

  test('one part, several parts from the same year, or all', () => {
    expect(set('hukouOpenness.mega=0.8@2025')[0].value).toEqual({ mega: 0.8 })
    expect(set('hukouOpenness.mega=0.8@2025', 'hukouOpenness.large=0.5@2025')).toEqual([
      { id: 'hukouOpenness', value: { mega: 0.8, large: 0.5 }, from: 2025, phaseIn: 0 },
    ])
    expect(Object.values(set('hukouOpenness=0.8')[0].value)).toEqual(Array(6).fill(0.8))
  })

  test.each([
    ['ruralTilt=-5', '--set ruralTilt=-5: rural tilt must be 0.3 to 3, got -5'],
    ['ruralTilt=lots', '--set ruralTilt=lots: rural tilt must be 0.3 to 3, got "lots"'],
    ['ruralTilt', '--set: expected id=value@from-to+years such as ruralTilt=1.5@2025+5, got ruralTilt'],
    ['ruralTilt=2@soon', '--set: expected id=value@from-to+years such as ruralTilt=1.5@2025+5, got ruralTilt=2@soon'],
    ['ruralTilt=2@1999', '--set ruralTilt=2@1999: first year must be a whole number from 2010 to 2050, got 1999'],
    ['love=2', '--set love: expected a lever, got love; "chengxiang describe levers" lists them'],
    ['ralTilt=1', '--set ralTilt: expected a lever, got ralTilt; perhaps ruralTilt; "chengxiang describe levers" lists them'],
    ['agglomeration=', '--set agglomeration: expected a lever, got a parameter; --assume agglomeration=VALUE sets it'],
    ['ruralTilt.mega=2', '--set ruralTilt.mega: expected ruralTilt alone, it has no parts to set'],
    ['hukouOpenness.moon=1',
      '--set hukouOpenness.moon=1: expected a part of hukouOpenness (town, small, medium, large, veryLarge, mega), got moon'],
    ['transferMix=50/50@2025',
      '--set transferMix=50/50@2025: expected transferMix=rebates/equalization/earmarked, which add up to 100, got 2 values'],
    ['transferMix=10/80/20',
      '--set transferMix=10/80/20: transfer mix: rebates, equalization, earmarked must add up to 100, got 110 (10 + 80 + 20); ' +
        'expected transferMix=rebates/equalization/earmarked'],
    [`ruralTilt=${'9'.repeat(500)}`, `--set ruralTilt=${'9'.repeat(69)}…: rural tilt must be 0.3 to 3, got Infinity`],
  ])('%s is refused', (text, message) => expect(refusal({ set: [text] })).toBe(message))

  test('the same lever twice from the same year is refused', () => {
    expect(refusal({ set: ['ruralTilt=2@2020', 'ruralTilt=1@2020+5'] }))
      .toBe('--set ruralTilt=1@2020+5: rural tilt must not begin in the same year as --set ruralTilt=2@2020, got 2020')
    expect(refusal({ set: ['hukouOpenness.mega=0.8@2025', 'hukouOpenness.large=0.5@2025+5'] })).toBe(
      '--set hukouOpenness.large=0.5@2025+5: hukou openness must not begin in the same year as --set hukouOpenness.mega=0.8@2025, got 2025')
  })

  test('of parts that are merged, the one at fault is named, and none is set twice', () => {
    expect(refusal({ set: ['hukouOpenness.mega=0.8@2025', 'hukouOpenness.large=7@2025'] }))
      .toBe('--set hukouOpenness.large=7@2025: hukou openness: large must be 0 to 1, got 7')
    expect(refusal({ set: ['hukouOpenness.mega=0.8@2025', 'hukouOpenness.mega=0.5@2025'] })).toBe(
      '--set hukouOpenness.mega=0.5@2025: expected one value of hukouOpenness.mega from that year, got another in --set hukouOpenness.mega=0.8@2025')
  })

  const lever = fc.constantFrom(...policies.map(({ id }) => id))
  property.prop([fc.string(), lever])('any text is a policy or refused', (text, id) => {
    expect(refusal({ set: [text] })).toBeTypeOf('string')
    expect(refusal({ set: [`${id}=${text}`], assume: [`${id}=${text}`] })).toBeTypeOf('string')
  })
})

test('--assume changes a parameter, or says why not', () => {
  expect(scenarioWith('nation', { assume: ['agglomeration=0.1', 'fertilityVariant=low'] }).assumptions)
    .toEqual({ agglomeration: 0.1, fertilityVariant: 'low' })
  expect(refusal({ assume: ['agglomeration=9'] }))
    .toBe('--assume agglomeration=9: agglomeration must be 0.03 to 0.12, got 9')
  expect(refusal({ assume: ['agglomeration=0.1', 'agglomeration=0.05'] })).toBe('--assume agglomeration: expected one value, got several')
  expect(refusal({ assume: ['agglomertion=1'] }))
    .toBe('--assume agglomertion: expected a parameter, got agglomertion; perhaps agglomeration; "chengxiang describe parameters" lists them')
  expect(refusal({ assume: ['ruralTilt='] })).toBe('--assume ruralTilt: expected a parameter, got a lever; --set ruralTilt=VALUE moves it')
  expect(refusal({ assume: ['agglomeration='] })).toBe('--assume: expected id=value, got agglomeration=')
  expect(refusal({ assume: ['mixRebates=0.5'] }))
    .toMatch(/^--assume: mixRebates, mixEqualization and mixEarmarked must add up to 1, got 1\.\d+ \(0\.5 \+ [\d.]+ \+ [\d.]+\)$/)
  expect(refusal({ assume: ['9'] })).toBe('--assume: expected id=value, got 9')
  expect(refusal({ assume: ['constructor=1'] })).toMatch(/^--assume constructor: expected a parameter, got constructor;/)
})

test('years, scale and seed', () => {
  expect(scenarioWith('nation', { years: '2010-2020', scale: '500', seed: 'x' }))
    .toMatchObject({ years: [2010, 2020], scale: 500, seed: 'x' })
  expect(refusal({ years: '2020' })).toBe('--years: expected first and last year such as 2010-2050, got 2020')
  expect(refusal({ scale: '1e9999' })).toMatch(/^--scale: must be a whole number from 100 to 100000/)
  expect(refusal({ years: '2010-2060' })).toBe('--years: must be a whole number from 2010 to 2050, got 2060')
  expect(refusal({ seed: '' })).toBe('--seed: must be text of 1 to 64 characters, got ""')
  expect(refusal({ years: '2010-2013', set: ['ruralTilt=2@2020'] }))
    .toBe('--set ruralTilt=2@2020: first year must be in the run, 2010 to 2013, got 2020 (--years 2010-2013)')
})

test('options are laid over a file', () => {
  const file = join(scratchFolder(), 'story.json')
  writeFileSync(file, '\ufeff{"format": 1, "scale": 500, "policies": [{"id": "ruralTilt", "value": 2, "from": 2020}]}')
  const scenario = scenarioWith(file, { seed: '9', set: ['ruralJobs=50'] })
  expect(scenario).toMatchObject({ scale: 500, seed: '9' })
  expect(scenario.policies.map(({ id }) => id)).toEqual(['ruralTilt', 'ruralJobs'])
  expect(refusal({ set: ['ruralTilt=1@2020'] }, file)).toMatch(/^--set ruralTilt=1@2020: rural tilt must not begin in the same year as policies\[0\] of .*story\.json, got 2020$/)
  expect(refusal({ scale: '7' }, file)).toBe('--scale: must be a whole number from 100 to 100000, got 7')
  expect(refusal({ years: '2010-2015' }, file))
    .toMatch(/^.*story\.json: policies\[0\]\.from: first year must be in the run, 2010 to 2015, got 2020 \(--years 2010-2015\)$/)
})

test('a file that is not there, no file, too large or no JSON', () => {
  const folder = scratchFolder()
  const file = (text: string) => {
    writeFileSync(join(folder, 'x.json'), text)
    return join(folder, 'x.json')
  }
  expect(refusal({}, join(folder, 'none.json')))
    .toMatch(/none\.json: expected nation, county:CODE, village or a scenario file, got no such file$/)
  expect(refusal({}, folder)).toMatch(/got a directory$/)
  expect(refusal({}, file('{'))).toMatch(/x\.json: expected JSON, got /)
  expect(refusal({}, file(' '.repeat(1_000_001)))).toMatch(/got over 1 MB$/)
  expect(refusal({}, file(''))).toMatch(/x\.json: expected a scenario file, got an empty file$/)
  writeFileSync(join(folder, 'latin.json'), Buffer.from('{"format": 1, "seed": "\xe9"}', 'latin1'))
  expect(refusal({}, join(folder, 'latin.json'))).toMatch(/latin\.json: expected text in UTF-8, got other bytes$/)
  expect(refusal({}, file('{"format": 1, "seed": "{\\"seed\\":", "s\\u0065ed": "2"}'))).toMatch(/expected each key once in its object, got "s\\u0065ed" twice$/)
  expect(refusal({}, file('{"format": 1, "name": {"en": "en", "zh": "en"}, "policies": [{"id": "ruralTilt", "value": 1, "from": 2011}, {"id": "ruralJobs", "value": 1, "from": 2011}]}')))
    .not.toMatch(/twice/)
  expect(refusal({}, 'a\0b')).toMatch(/expected nation, county:CODE, village or a scenario file, got ERR_INVALID_ARG_VALUE$/)
})
