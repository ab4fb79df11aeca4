/** The list of counties, when it can be had and when it cannot. */
import { afterEach, expect, test, vi } from 'vitest'
import type * as counties from '../../web/state/counties.ts'

afterEach(() => vi.unstubAllGlobals())

let pages = 0
/** As a page has them that was just opened. */
const fresh = async (): Promise<typeof counties> => await import(/* @vite-ignore */ `../../web/state/counties.ts?page=${++pages}`)

const names = {
  format: 1, code: [510132], nameZh: ['新津县'], pinyin: ['xin jin xian'], prefecture: [0], usual: {},
  prefectures: { nameZh: ['成都市'], pinyin: ['cheng du shi'], province: [0] }, provinces: { nameEn: ['Sichuan'], nameZh: ['四川省'] },
}
const offline = () => Promise.reject(new TypeError('Failed to fetch'))
const online = () => Promise.resolve(Response.json(names))

test('that cannot be had is said to be absent, and asked for again by the next reader', async () => {
  const { countyNames, find, loadCounties } = await fresh()
  expect(countyNames()).toBe('unasked')
  vi.stubGlobal('fetch', offline)
  const asking = loadCounties()
  expect(countyNames()).toBe('loading')
  await asking
  expect(countyNames()).toBe('absent')
  expect(find('xinjin')).toEqual({ found: [], more: 0 })
  vi.stubGlobal('fetch', online)
  await loadCounties()
  expect(countyNames()).toBe('ready')
  expect(find('xinjin').found.map(({ code }) => code)).toEqual([510132])
})

test('is asked for once by all who ask at a time', async () => {
  const { loadCounties } = await fresh()
  const fetch = vi.fn(online)
  vi.stubGlobal('fetch', fetch)
  await Promise.all([loadCounties(), loadCounties()])
  await loadCounties()
  expect(fetch).toHaveBeenCalledTimes(1)
})

test('refuses a county that there is not, also when it could not be had before', async () => {
  const { isThere } = await fresh()
  vi.stubGlobal('fetch', offline)
  expect(await isThere('county:510199')).toBe(true)
  vi.stubGlobal('fetch', online)
  expect(await isThere('county:510199')).toBe(false)
  expect(await isThere('county:510132')).toBe(true)
  expect(await isThere('nation')).toBe(true)
})
