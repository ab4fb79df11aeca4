/** The command line's grammar. */
import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { help, readArguments, topics } from '../../../sim/cli/arguments.ts'
import { UsageError } from '../../../sim/cli/terminal.ts'

function refusal(...argv: string[]): string {
  try {
    readArguments(argv)
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
  return 'accepted'
}

test('a run with everything said', () => {
  const argv = 'run nation --years 2010-2020 --scale 500 --seed 7 --set a=1 --set b=2 --assume c=3' +
    ' --runs 4 --threads 2 --out there --force --county-indicators'
  expect(readArguments(argv.split(' '))).toEqual({
    command: 'run', what: 'nation', out: 'there', force: true, countyIndicators: true,
    options: {
      years: '2010-2020', scale: '500', seed: '7', set: ['a=1', 'b=2'], assume: ['c=3'],
      runs: 4, threads: 2, json: false,
    },
  })
})

test('a run with nothing said is one run on one thread', () => {
  expect(readArguments(['run', 'nation']))
    .toMatchObject({ force: false, options: { set: [], assume: [], runs: 1, threads: 1, json: false } })
})

test.each(topics)('describe %s', topic => {
  expect(readArguments(['describe', topic, '--json'])).toEqual({ command: 'describe', topic, json: true })
})

test('help wherever it is asked for', () => {
  expect(readArguments(['run', '--help'])).toEqual({ command: 'help' })
  expect(readArguments(['-h'])).toEqual({ command: 'help' })
  expect(help.split('\n').every(line => line.length <= 120)).toBe(true)
})

describe('bad input', () => {
  test.each([
    ['', 'expected run, compare, claims, sensitivity, validate, calibrate, describe or check, got nothing; --help tells more'],
    ['fly', 'expected run, compare, claims, sensitivity, validate, calibrate, describe or check, got fly; --help tells more'],
    ['run', 'run: expected nation, county:CODE, village or a scenario file, got nothing'],
    ['run a b', 'run: expected nation, county:CODE, village or a scenario file, got a b'],
    ['sensitivity --samples -3', '--samples: expected a value, got -3; if that is the value, write --samples=-3'],
    ['run nation --seed 1 --seed -5', '--seed: expected a value, got -5; if that is the value, write --seed=-5'],
    ['run nation --seed 1 --seed 5', '--seed: expected once, got it twice'],
    ['run nation --json --json', '--json: expected once, got it twice'],
    ['run nation --json=yes', '--json: expected no value, got yes'],
    ['claims --fast', 'claims: expected --scale, --seed, --threads, --save, --json, --runs, got --fast'],
    ['claims --sed 1', 'claims: expected --scale, --seed, --threads, --save, --json, --runs, got --sed; perhaps --seed'],
    ['claims -j', 'claims: expected --scale, --seed, --threads, --save, --json, --runs, got -j'],
    ['check x --json', 'check: expected no options, got --json'],
    ['run nation --seed', '--seed: expected a value, got nothing'],
    ['run nation --json --out x', 'run: expected --json or --out, got both'],
    ['run nation --force', '--force: expected --out with it'],
    ['run nation --county-indicators', '--county-indicators: expected --out with it'],
    ['run nation --runs 0', '--runs: expected a whole number from 1 to 1000, got 0'],
    ['run nation --threads many', '--threads: expected a whole number from 1 to 64, got many'],
    ['compare nation', 'compare: expected a baseline and a scenario to compare, got nation'],
    ['compare nation x --out y', 'compare: expected --years, --scale, --seed, --set, --assume, --runs, --threads, --json, got --out'],
    ['claims nation', 'claims: expected no further words, got nation'],
    ['claims --runs none', '--runs: expected a whole number from 1 to 1000, got none'],
    ['sensitivity --trajectories 1', '--trajectories: expected a whole number from 2 to 1000, got 1'],
    ['sensitivity --samples 0', '--samples: expected a whole number from 2 to 10000, got 0'],
    ['validate nation', 'validate: expected no further words, got nation'],
    ['calibrate --runs 21', '--runs: expected a whole number from 1 to 20, got 21'],
    ['calibrate --budget all', '--budget: expected a whole number from 2 to 100000, got all'],
    ['calibrate --journal=', '--journal: expected a file, got nothing'],
    ['describe love', 'describe: expected levers, assumptions, parameters, indicators, schedule, schema, got love'],
    ['check', 'check: expected a scenario file, got nothing'],
  ])('%s', (line, message) => expect(refusal(...line.split(' ').filter(Boolean))).toBe(message))
})

test('a word of no letters is called so, and a long one is cut', () => {
  expect(refusal('run', '')).toBe('run: expected nation, county:CODE, village or a scenario file, got an empty word')
  expect(refusal('')).toMatch(/, got an empty word; --help tells more$/)
  expect(refusal('run', 'nation', '--runs', 'x'.repeat(1000))).toBe(`--runs: expected a whole number from 1 to 1000, got ${'x'.repeat(79)}…`)
  expect(refusal('describe', 'x'.repeat(1000))).toMatch(/, got x{79}…$/)
  expect(readArguments(['run', 'nation', '--seed=-5'])).toMatchObject({ options: { seed: '-5' } })
})

const word = fc.oneof(
  fc.constantFrom('run', 'compare', 'describe', 'check', 'nation', 'levers', '-1', '--'),
  fc.constantFrom('--json', '--seed', '--set', '--set=', '--runs', '--__proto__'),
  fc.string(),
)
property.prop([fc.array(word, { maxLength: 8 })])('any words are a command or refused', argv => {
  expect(refusal(...argv)).toBeTypeOf('string')
})
