/** Counties and the village on the command line. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadSurroundings } from '../../../sim/cli/data.ts'
import { chengxiang, scratchFolder } from '../../helpers/cli.ts'

const few = ['--scale', '100', '--years', '2010-2011']

describe('a county on the command line', () => {
  test('is found by code, Chinese name and pinyin: the same run', async () => {
    const [code, chinese, latin] = await Promise.all(['510132', '新津', 'xinjin'].map(name => chengxiang('run', `county:${name}`, ...few, '--json')))
    expect(code.code).toBe(0)
    expect(chinese.out).toBe(code.out)
    expect(latin.out).toBe(code.out)
    const { manifest, years } = JSON.parse(code.out)
    expect(manifest).toMatchObject({ scenario: { stage: 'county:510132' }, scale: 100, surroundingsHash: loadSurroundings().hash })
    expect(years[0].indicators.population).toBeGreaterThan(250_000)
    expect(years[0].indicators.population).toBeLessThan(350_000)
  })

  test.each([
    ['county:999999', /^chengxiang: county:999999: expected a county of 2010 by code or name, got 999999; perhaps 6590\d\d /],
    ['county:xinjim', /got xinjim; perhaps .*510132 新津县 Xinjin/],
    ['county:朝阳', /expected one county, got 3: 110105 朝阳区 Chaoyang, Beijing; 211321 /],
    ['county:', /got nothing/],
    ['country:510132', /expected nation, county:CODE, village or a scenario file, got no such file/],
  ])('%s is refused in one line', async (what, message) => {
    const { code, err } = await chengxiang('run', what, ...few)
    expect(code).toBe(2)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(err).toMatch(message)
  })

  test('in a file is checked as well', async () => {
    const file = join(scratchFolder(), 'county.json')
    writeFileSync(file, JSON.stringify({ format: 1, stage: 'county:510120' }))
    const { code, err } = await chengxiang('check', file)
    expect(code).toBe(2)
    expect(err).toMatch(/stage: expected a county of 2010 by code or name, got 510120; perhaps 510121 金堂县 Jintang/)
    writeFileSync(file, JSON.stringify({ format: 1, stage: 'county:510121' }))
    expect((await chengxiang('check', file)).code).toBe(0)
  })

  test('--out writes the county and its places', async () => {
    const folder = join(scratchFolder(), 'results')
    expect(await chengxiang('run', 'county:510132', ...few, '--out', folder)).toEqual({ code: 0, out: '', err: '' })
    expect(readdirSync(folder).sort()).toEqual(['areas.csv', 'county.csv', 'manifest.json', 'places.csv'])
    const [header, ...rows] = readFileSync(join(folder, 'places.csv'), 'utf8').trimEnd().split('\n').map(line => line.split(','))
    const column = (name: string) => rows.filter(row => row[header.indexOf('year')] === '2011').map(row => row[header.indexOf(name)])
    expect(new Set(column('kind'))).toEqual(new Set(['village', 'town']))
    const [names, [, , last]] = [column('name_zh'), readFileSync(join(folder, 'county.csv'), 'utf8').split('\n').map(line => line.split(','))]
    expect(new Set(names).size).toBe(names.length)
    expect(column('population').reduce((sum, cell) => sum + Number(cell), 0)).toBeCloseTo(Number(last[1]), -1)
  })

  test('is compared with the levers of a file that is for the nation', async () => {
    const { code, out } = await chengxiang('compare', 'county:510132', 'scenarios/rural-tilt.json', '--scale', '500', '--years', '2010-2026', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out).manifest).toMatchObject({ scenario: { stage: 'county:510132' }, other: { stage: 'county:510132' } })
  })
})

describe('compare never runs another stage, or with other settings, than what was asked for', () => {
  const file = (scenario: object) => {
    const path = join(scratchFolder(), 'story.json')
    writeFileSync(path, JSON.stringify({ format: 1, ...scenario }))
    return path
  }
  const county = { stage: 'county:510132', years: [2010, 2011], scale: 100 }
  const refused = async (...argv: string[]) => {
    const { code, out, err } = await chengxiang('compare', ...argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    return err
  }

  test('stages', async () => {
    const stages = (a: string, b: string) => `chengxiang: compare: expected the same stage in both, got ${a} and ${b}\n`
    expect(await refused('county:510121', 'county:510122')).toBe(stages('county:510121', 'county:510122'))
    expect(await refused('village', 'county:510122')).toBe(stages('village', 'county:510122'))
    expect(await refused(file(county), 'village')).toBe(stages('county:510132', 'village'))
    expect(await refused('county:510121', file(county))).toBe(stages('county:510121', 'county:510132'))
  })

  test.each([
    ['years', { years: [2010, 2012] }, '2010,2011 and 2010,2012'],
    ['scale', { scale: 1000 }, '100 and 1000'],
    ['seed', { seed: 'x' }, '1 and x'],
  ])('%s that the nation’s file sets', async (key, settings, got) => {
    expect(await refused(file(county), file(settings))).toBe(`chengxiang: compare: expected the same ${key} in both, got ${got}; --${key} sets it for both\n`)
  })

  test('what the nation’s file leaves open is the county’s, in either order', async () => {
    const [story, nation] = [file({ ...county, seed: 'x' }), file({ policies: [{ id: 'ruralTilt', value: 2, from: 2010 }] })]
    for (const pair of [[story, nation], [nation, story], ['nation', story]]) {
      const { code, out } = await chengxiang('compare', ...pair, '--json')
      expect(code).toBe(0)
      const { manifest: { scenario, other } } = JSON.parse(out)
      for (const one of [scenario, other]) expect(one).toMatchObject({ ...county, seed: 'x' })
    }
  })
})

test('the village runs, with other fates for another seed', async () => {
  const argv = ['run', 'village', '--years', '2010-2012', '--runs', '2', '--json']
  const { code, out } = await chengxiang(...argv)
  expect(code).toBe(0)
  const { runs } = JSON.parse(out)
  expect(runs[0].years[2].indicators.population).toBeGreaterThan(800)
  expect(runs[0].years).not.toEqual(runs[1].years)
})
