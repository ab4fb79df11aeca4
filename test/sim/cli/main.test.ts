/** The commands, run in this process on a coarse China. */
import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { assumptions, indicators, policies, schedule } from '../../../sim/index.ts'
import { loadNation } from '../../../sim/cli/data.ts'
import { Interruption } from '../../../sim/cli/terminal.ts'
import { chengxiang, coarse, interruptible, scratchFolder } from '../../helpers/cli.ts'

const atNation = indicators.filter(({ levels }) => levels.includes('nation')).map(({ id }) => id)

describe('run', () => {
  test('--json is one document: manifest and years', async () => {
    const { code, out, err } = await chengxiang('run', 'nation', ...coarse, '--seed', '3', '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const { manifest, years } = JSON.parse(out)
    expect(manifest).toMatchObject({
      program: 'chengxiang', seed: '3', seeds: ['3'], scale: 100000, years: [2010, 2012], dataHash: loadNation().hash,
    })
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(manifest.scenario.name.en).toBe('Baseline')
    expect(years.map(({ year }: { year: number }) => year)).toEqual([2010, 2011, 2012])
    for (const { indicators } of years) expect(Object.keys(indicators)).toEqual(atNation)
    expect(years[0].indicators.population).toBeGreaterThan(1e9)
  })

  test('the same words give the same bytes', async () => {
    const argv = ['run', 'nation', ...coarse, '--set', 'ruralTilt=2', '--json']
    expect((await chengxiang(...argv)).out).toBe((await chengxiang(...argv)).out)
  })

  test('several seeds: each as if run alone', async () => {
    const { runs, manifest } = JSON.parse((await chengxiang('run', 'nation', ...coarse, '--runs', '2', '--json')).out)
    const alone = JSON.parse((await chengxiang('run', 'nation', ...coarse, '--seed', '2', '--json')).out)
    expect(manifest.seeds).toEqual(['1', '2'])
    expect(runs.map(({ seed }: { seed: string }) => seed)).toEqual(['1', '2'])
    expect(runs[1].years).toEqual(alone.years)
  })

  test('without --json it is a table', async () => {
    const { out } = await chengxiang('run', 'nation', ...coarse)
    expect(out.split('\n')[0]).toMatch(/^ +2010 +2012$/)
    expect(out).toMatch(/^urbanShare +\d\d\.\d % +\d\d\.\d %$/m)
  })

  test('a table’s heading prints nothing that a terminal would obey', async () => {
    const file = join(scratchFolder(), 'story.json')
    writeFileSync(file, JSON.stringify({ format: 1, seed: 'red\u001b[31m' }))
    expect((await chengxiang('run', file, '--scale', '100000', '--years', '2010-2010', '--runs', '2')).out).toMatch(/^\nseed red\?\[31m\n/)
  })

  test('--out writes files that fit together', async () => {
    const folder = join(scratchFolder(), 'results')
    expect(await chengxiang('run', 'nation', ...coarse, '--out', folder)).toEqual({ code: 0, out: '', err: '' })
    expect(readdirSync(folder).sort()).toEqual(['areas.csv', 'counties.csv', 'manifest.json', 'nation.csv', 'prefectures.csv', 'provinces.csv', 'tiers.csv'])
    const table = (file: string) => {
      const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
      const [header, ...rows] = lines.map(line => line.split(','))
      return rows.map(row => Object.fromEntries(row.map((cell, i) => [header[i], cell])))
    }
    const nation = table('nation.csv')
    expect(nation.map(({ year }) => year)).toEqual(['2010', '2011', '2012'])
    const provinces = table('provinces.csv')
    expect(provinces).toHaveLength(3 * 31)
    const counties = table('counties.csv')
    expect(counties).toHaveLength(3 * loadNation().counties.code.length)
    const ofYear = (rows: Record<string, string>[], column: string) =>
      rows.filter(({ year }) => year === '2012').reduce((sum, row) => sum + Number(row[column]), 0)
    const population = Number(nation[2].population)
    expect(ofYear(provinces, 'population')).toBeCloseTo(population, 0)
    for (const file of ['tiers.csv', 'areas.csv', 'prefectures.csv']) expect(ofYear(table(file), 'population') / population, file).toBeCloseTo(1, 5)
    expect(ofYear(counties, 'residents')).toBeCloseTo(population, -1)
    expect(ofYear(counties, 'urban') + ofYear(counties, 'rural')).toBeCloseTo(population, -1)
    const bySexAndAge = Object.keys(counties[0]).filter(column => /^(male|female)_/.test(column))
    expect(bySexAndAge.reduce((sum, column) => sum + ofYear(counties, column), 0)).toBeCloseTo(population, -1)
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).scale).toBe(100000)
  })

  test('--county-indicators adds those of every county, in the order of counties.csv', async () => {
    const folder = join(scratchFolder(), 'results')
    expect((await chengxiang('run', 'nation', ...coarse, '--out', folder, '--county-indicators')).code).toBe(0)
    const codes = (file: string) => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').map(line => line.split(',').slice(0, 2).join())
    expect(codes('county-indicators.csv')).toEqual(codes('counties.csv'))
    const column = (file: string, name: string) => {
      const [header, ...rows] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').map(line => line.split(','))
      return rows.map(row => Number(row[header.indexOf(name)]))
    }
    const [residents, population, change] = [column('counties.csv', 'residents'), ...['population', 'populationChange'].map(id => column('county-indicators.csv', id))]
    const counties = loadNation().counties.code.length
    residents.forEach((number, row) => {
      expect(Math.abs(population[row] - number), `row ${row}`).toBeLessThanOrEqual(1)
      if (number > 10_000) expect(change[row], `row ${row}`).toBeCloseTo(number / residents[row % counties] - 1, 3)
    })
  })

  test('--out with several seeds: a folder for each', async () => {
    const folder = join(scratchFolder(), 'results')
    await chengxiang('run', 'nation', '--scale', '100000', '--years', '2010-2011', '--runs', '2', '--out', folder)
    expect(readdirSync(folder).sort()).toEqual(['manifest.json', 'run-1', 'run-2'])
    expect(readdirSync(join(folder, 'run-2')).sort()).toEqual(['areas.csv', 'counties.csv', 'nation.csv', 'prefectures.csv', 'provinces.csv', 'tiers.csv'])
  })

  test('Ctrl-C leaves nothing half-written', async () => {
    const folder = scratchFolder()
    const interrupt = new AbortController()
    const running = interruptible(interrupt.signal, 'run', 'nation', ...coarse, '--out', join(folder, 'results'))
    setImmediate(() => interrupt.abort(new Interruption('SIGINT')))
    expect(await running).toEqual({ code: 130, out: '', err: '' })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('compare', () => {
  test('nothing moved, nothing different: exactly zero', async () => {
    const { code, out } = await chengxiang('compare', 'nation', 'nation', ...coarse, '--runs', '2', '--json')
    expect(code).toBe(0)
    const { manifest, indicators } = JSON.parse(out)
    expect(manifest.seeds).toEqual(['1', '2'])
    expect(indicators.map(({ id }: { id: string }) => id)).toEqual(atNation)
    for (const { years } of indicators) {
      for (const { base, difference, low, high } of years) {
        expect([difference, low, high]).toEqual(base === null ? [null, null, null] : [0, 0, 0])
      }
    }
  })

  test('one run has no interval; --set moves the second scenario alone', async () => {
    const { out } = await chengxiang('compare', 'nation', 'nation', ...coarse, '--set', 'ruralPension=1000', '--json')
    const { manifest, indicators } = JSON.parse(out)
    expect(manifest.scenario.policies).toEqual([])
    expect(manifest.other.policies).toHaveLength(1)
    expect(indicators[0].years[0]).toMatchObject({ low: null, high: null })
    const all = indicators.flatMap(({ years }: { years: { difference: number }[] }) => years)
    expect(all.some(({ difference }: { difference: number }) => difference !== 0)).toBe(true)
  })

  test('a file’s years, scale and seed hold for the nation beside it', async () => {
    const file = join(scratchFolder(), 'story.json')
    writeFileSync(file, JSON.stringify({ format: 1, years: [2010, 2011], scale: 100000, seed: 'x' }))
    const { out, code } = await chengxiang('compare', 'nation', file)
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toMatch(/^2011 +base +other +difference +low +high$/)
    const { err } = await chengxiang('compare', file, 'scenarios/baseline.json')
    expect(err).toBe('chengxiang: compare: expected the same years in both, ' +
      'got 2010,2011 and 2010,2050; --years sets it for both\n')
  })
})

test.skipIf(process.platform === 'win32')('compare reads a pipe, which can be read but once', async () => {
  const folder = scratchFolder()
  const [pipe, file] = [join(folder, 'pipe'), join(folder, 'story.json')]
  writeFileSync(file, JSON.stringify({ format: 1, years: [2010, 2011], scale: 100000, seed: 'x' }))
  execFileSync('mkfifo', [pipe])
  // Whoever opens it once more finds it empty.
  const writer = spawn('sh', ['-c', 'cat "$1" > "$0"; while :; do : > "$0"; done', pipe, file], { stdio: 'ignore' })
  onTestFinished(() => { writer.kill('SIGKILL') })
  const { code, err, out } = await chengxiang('compare', 'nation', pipe)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out.split('\n')[0]).toMatch(/^2011 +base/)
})

describe('describe, check, help and version', () => {
  test.each([
    ['levers', policies.map(({ id }) => id)],
    ['assumptions', assumptions.map(({ id }) => id)],
    ['indicators', indicators.map(({ id }) => id)],
    ['schedule', schedule.map(([name]) => name)],
  ])('describe %s names them all', async (topic, ids) => {
    const { out } = await chengxiang('describe', topic)
    for (const id of ids) expect(out).toContain(id)
    expect(JSON.parse((await chengxiang('describe', topic, '--json')).out)).toHaveLength(ids.length)
  })

  test('describe parameters gives value, range, meaning and source of each', async () => {
    for (const parameter of JSON.parse((await chengxiang('describe', 'parameters', '--json')).out)) {
      expect(parameter).toMatchObject({
        id: expect.any(String), value: expect.any(Number), min: expect.any(Number), max: expect.any(Number),
        meaning: expect.any(String), source: expect.any(String),
      })
    }
  })

  test('check says what a file does', async () => {
    expect((await chengxiang('check', 'scenarios/rural-tilt.json')).out)
      .toBe('scenarios/rural-tilt.json: valid: Rural users count half as much again, 2010 to 2050, ' +
        '1 lever moved, 0 assumptions changed\n')
  })

  test('check prints nothing that a terminal would obey', async () => {
    const file = join(scratchFolder(), 'story.json')
    writeFileSync(file, JSON.stringify({ format: 1, name: { en: 'red\u001b[31m\nand \u009b\u202e more', zh: '' } }))
    const { code, out } = await chengxiang('check', file)
    expect(code).toBe(0)
    expect(out).toMatch(/^[^\p{Cc}\u202e]+valid: red\?\[31m and \?\? more, 2010 to 2050, [^\p{Cc}]+\n$/u)
  })

  test('version', async () => expect((await chengxiang('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/))
})

test.each([
  'run nation --years 2010', 'run nowhere.json', 'run nation --set ruralTilt=-5', 'check package.json', 'describe',
  'compare nation nation --runs 0', 'claims --scale 5', 'sensitivity --seed',
])('bad input is one line and code 2: %s', async line => {
  const { code, out, err } = await chengxiang(...line.split(' '))
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/^chengxiang: [^\p{Cc}]+\n$/u)
})
