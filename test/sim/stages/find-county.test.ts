/** Counties are found by Chinese name, pinyin, usual name or code; names of people and villages are functions of their ids. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { loadNation } from '../../../sim/cli/data.ts'
import { countiesLike, countiesNamed, countyAt, findCounties, nameFromPinyin, searchCounties, type CountyIndex } from '../../../sim/stages/find-county.ts'
import { fullName, givenNameOf, surnameOf, villageNames } from '../../../sim/stages/names.ts'

const text = readFileSync('scenarios/data/county-index.json', 'utf8')
const index: CountyIndex = JSON.parse(text)
const { counties } = loadNation()

const firstOf = (query: string) => findCounties(index, query)[0]?.nameZh

describe('the index', () => {
  test('has all 2,861 counties in the order of the tables, and is below 60 kB compressed', () => {
    expect(index.code).toEqual(counties.code)
    expect(index.nameZh).toEqual(counties.nameZh)
    expect(index.pinyin).toHaveLength(2861)
    expect(gzipSync(text).length).toBeLessThan(60_000)
  })

  test.each([
    ['乐清市', 'yue qing shi'], ['歙县', 'she xian'], ['都匀市', 'du yun shi'], ['喀什市', 'ka shi shi'], ['蔚县', 'yu xian'], ['单县', 'shan xian'],
    ['长子县', 'zhang zi xian'], ['绿园区', 'lü yuan qu'], ['番禺区', 'pan yu qu'], ['井陉县', 'jing xing xian'],
  ])('reads %s as %s', (name, pinyin) => {
    expect(index.pinyin[index.nameZh.indexOf(name)]).toBe(pinyin)
  })
})

describe('a search', () => {
  test.each([
    ['新津', '新津县'], ['新津县', '新津县'], ['xinjin', '新津县'], ['Xin Jin', '新津县'], ['XINJIN XIAN', '新津县'], ['xīnjīn', '新津县'], ['510121', '金堂县'],
    ['shan', '单县'], ['lüyuan', '绿园区'], ['lvyuan', '绿园区'], ['luyuan', '绿园区'], ['朝阳 辽宁', '朝阳县'], ['Chaoyang Changchun', '朝阳区'],
  ])('for %s finds %s first', (query, name) => {
    expect(firstOf(query)).toBe(name)
  })

  test('for a province or a prefecture gives its counties', () => {
    expect(findCounties(index, '西藏', 100)).toHaveLength(73)
    expect(findCounties(index, 'Chengdu').every(({ prefectureZh }) => prefectureZh === '成都市')).toBe(true)
  })

  test.each([
    ['Harbin', '哈尔滨市', 'Harbin'], ['Urumqi', '乌鲁木齐市', 'Urumqi'], ['Ürümqi', '乌鲁木齐市', 'Urumqi'], ['Hohhot', '呼和浩特市', 'Hohhot'], ['Lhasa', '拉萨市', 'Lhasa'],
    ['Kashgar', '喀什地区', 'Kashgar'], ['Shigatse', '日喀则市', 'Shigatse'], ['Hotan', '和田地区', 'Hotan'], ['Turpan', '吐鲁番市', 'Turpan'], ['Ordos', '鄂尔多斯市', 'Ordos'],
    ['Hulunbuir', '呼伦贝尔市', 'Hulunbuir'], ['Xilingol', '锡林郭勒盟', 'Xilingol'], ['haerbin', '哈尔滨市', 'Harbin'], ['Xilinguole', '锡林郭勒盟', 'Xilingol'],
  ])('for %s finds the counties of %s, called %s', (query, prefectureZh, prefecture) => {
    for (const found of findCounties(index, query, 3)) expect(found).toMatchObject({ prefectureZh, prefecture })
  })

  test.each([['Kashgar', '喀什市', 'Kashgar'], ['Tumed Left', '土默特左旗', 'Tumed Left Banner'], ['changyang', '长阳土家族自治县', 'Changyang']])(
    'for %s finds %s, called %s', (query, nameZh, name) => {
      expect(findCounties(index, query)[0]).toMatchObject({ nameZh, name })
    })

  test('for a prefecture is not drowned by what only has its letters, nor by the kind of unit', () => {
    const found = searchCounties(index, 'Xi’an').map(county => countyAt(index, county))
    expect(found.slice(0, 16).filter(({ prefectureZh }) => prefectureZh === '西安市')).toHaveLength(13)
    expect(found.length).toBeLessThan(200)
  })

  test('finds nothing for nothing, and for what is no county', () => {
    expect(findCounties(index, '  ')).toEqual([])
    expect(findCounties(index, 'atlantis')).toEqual([])
  })

  test('that must be exact knows one from several, and what was meant by a slip', () => {
    expect(countiesNamed(index, '新津').map(({ code }) => code)).toEqual([510132])
    expect(countiesNamed(index, '朝阳').length).toBeGreaterThan(1)
    expect(countiesNamed(index, 'xinxinxin')).toEqual([])
    expect(countiesLike(index, 'xinjim').map(({ name }) => name)).toContain('Xinjin')
    expect(countiesLike(index, '510120')[0].code).toBeGreaterThan(510_000)
  })
})

describe('names', () => {
  test('are written as they are spoken', () => {
    expect(nameFromPinyin('xin jin xian')).toBe('Xinjin')
    expect(nameFromPinyin('xi an shi')).toBe('Xi’an')
    expect(nameFromPinyin('shan xian')).toBe('Shan Xian')
    expect(nameFromPinyin('a ba zang zu qiang zu zi zhi zhou')).toBe('Abazangzuqiang')
  })

  test('follow from the id and from nothing else, and are many', () => {
    const named = (n: number) => fullName(surnameOf(n, 5), givenNameOf(n, 6, n % 2)).zh
    expect(named(7)).toBe(named(7))
    expect(new Set(Array.from({ length: 1000 }, (_, n) => named(n))).size).toBeGreaterThan(900)
  })

  test('of villages differ within a county', () => {
    expect(new Set(villageNames(510121, 600).map(({ zh }) => zh)).size).toBe(600)
  })
})
