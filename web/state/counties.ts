/** The counties by name, pinyin and code: fetched when somebody first looks for one. */
import { computed, signal } from '@preact/signals'
import { countyAt, findCounties, type CountyFound, type CountyIndex } from '../../sim/index.ts'
import indexUrl from '../../scenarios/data/county-index.json?url'

const index = signal<CountyIndex | undefined>(undefined)
let asked = false

/** Again after a failure, whenever the next reader asks. */
export async function loadCounties() {
  if (asked) return
  asked = true
  try {
    const response = await fetch(indexUrl)
    if (!response.ok) throw new Error(response.statusText)
    const json: CountyIndex = await response.json()
    index.value = json
  } catch {
    asked = false
  }
}

/** The likeliest first; none before the names are there. */
export function find(typed: string): CountyFound[] {
  return index.value ? findCounties(index.value, typed, 10) : []
}

/** The county with this code; undefined before the names are there, or for another's code. */
export function countyWith(code: number): CountyFound | undefined {
  const county = index.value?.code.indexOf(code) ?? -1
  return county < 0 ? undefined : countyAt(index.value!, county)
}

/** Prefectures in letters, in the nation's order, such as Chengdu; undefined before the names are there. */
const prefectures = computed(() => {
  const found = index.value
  if (!found) return undefined
  const names: string[] = []
  found.prefecture.forEach((prefecture, county) => { names[prefecture] ??= countyAt(found, county).prefecture })
  return names
})
export const prefectureInLetters = (prefecture: number): string | undefined => prefectures.value?.[prefecture]

/** By position among the nation's counties. */
export const countyInLetters = (county: number): string | undefined => index.value && countyAt(index.value, county).name

export const countiesLoaded = () => index.value !== undefined
