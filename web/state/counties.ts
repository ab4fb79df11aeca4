/** The counties by name, in Chinese and in letters, and code: fetched when somebody first looks for one. */
import { signal } from '@preact/signals'
import {
  countyAt, countyCodeOf, prefectureInLetters as prefectureIn, searchCounties, stageKind, type CountyFound, type CountyIndex, type Stage,
} from '../../sim/index.ts'
import indexUrl from '../../scenarios/data/county-index.json?url'
import { fetched } from '../fetched.ts'

const index = signal<CountyIndex | undefined>(undefined)
/** `absent`: they could not be had when they were last asked for. */
const state = signal<'unasked' | 'loading' | 'absent' | 'ready'>('unasked')
let asked: Promise<void> | undefined

/** Whether anybody waits for them: of names fetched ahead nobody is told that they could not be had. */
let isAwaited = false

/** Again after a failure, whenever the next reader asks. @returns when they are there, or cannot be had now */
export function loadCounties(): Promise<void> {
  isAwaited = true
  return asked ??= fetchNames()
}

/** Before anyone asks, while there is a connection. */
export function loadCountiesAhead() {
  asked ??= fetchNames()
}

async function fetchNames() {
  state.value = 'loading'
  try {
    index.value = await fetched<CountyIndex>(indexUrl)
    state.value = 'ready'
  } catch {
    asked = undefined
    state.value = isAwaited ? 'absent' : 'unasked'
  }
}

/** Whether China has this part. Where the list of counties cannot be had, it is left to the run to say. */
export async function isThere(stage: Stage): Promise<boolean> {
  if (stageKind(stage) !== 'county') return true
  await loadCounties()
  return index.value === undefined || index.value.code.includes(countyCodeOf(stage))
}

/** As many as a list holds that one can look through. */
const most = 10

/** The likeliest first, and how many more there are; none before the names are there. */
export function find(typed: string): { found: CountyFound[]; more: number } {
  const names = index.value
  const all = names ? searchCounties(names, typed) : []
  return { found: all.slice(0, most).map(county => countyAt(names!, county)), more: Math.max(0, all.length - most) }
}

/** The county with this code; undefined before the names are there, or for another's code. */
export function countyWith(code: number): CountyFound | undefined {
  const county = index.value?.code.indexOf(code) ?? -1
  return county < 0 ? undefined : countyAt(index.value!, county)
}

/** Such as Chengdu, by position among the nation's prefectures; undefined before the names are there. */
export const prefectureInLetters = (prefecture: number): string | undefined => index.value && prefectureIn(index.value, prefecture)

/** By position among the nation's counties. */
export const countyInLetters = (county: number): string | undefined => index.value && countyAt(index.value, county).name

/** Whether the names are there, on their way, or could not be had. */
export const countyNames = () => state.value
