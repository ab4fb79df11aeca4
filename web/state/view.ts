/** What the reader is looking at: it is no part of a scenario, and undo leaves it alone. */
import { batch, computed, effect, signal } from '@preact/signals'
import { firstYear, lastYear } from '../../sim/index.ts'
import { mapIndicators, type MapKind } from './series.ts'
import { read, write } from './storage.ts'

/** The year that the reader has gone to, or that the first run has come to. */
export const yearChosen = signal(firstYear)
/** The year under the pointer, as long as it is in a chart. */
const yearPointedAt = signal<number | undefined>(undefined)
/** The year shown. */
export const year = computed(() => yearPointedAt.value ?? yearChosen.value)
export const playing = signal(false)

/** The reader goes to a year, and stays there. */
export function goToYear(chosen: number) {
  batch(() => {
    playing.value = false
    yearPointedAt.value = undefined
    yearChosen.value = chosen
  })
}

/** The pointer is at a year, or at none any more. Years that play go on whatever it rests on. */
export function pointAtYear(at: number | undefined) {
  yearPointedAt.value = playing.peek() ? undefined : at
}

/** Years a second. */
export const speeds = [2, 5, 10] as const
export const speed = signal<number>(5)

/** What the reader wants the map to show; until he says, what suits the part of China. */
export const mapChosen = signal<string | undefined>(undefined)
export const mapKind = signal<MapKind>('level')
export const chartKind = signal<'level' | 'difference'>('level')

/** The year that the address asks for, while the first run has not come to it. */
let yearAsked = Infinity

/** The year to show when a run has come this far. */
export const yearWhile = (reached: number): number => Math.min(yearAsked, reached)

/** Stands in the address for the indicator that suits the part of China. */
const usual = 'usual'

/** `/shown/2035/serviceLevel/change`: the year and what the map shows, for the address; nothing while all is as on a first visit. */
export function shownPart(last: number): string {
  const at = Math.min(yearChosen.value, last)
  const map = mapChosen.value ?? usual
  return at === last && map === usual && mapKind.value === 'level' ? '' : `/shown/${at}/${map}/${mapKind.value}`
}

/** Shows what such a part of an address asks for. @returns whether it is one; else nothing is changed */
export function showPart(part: string): boolean {
  const [, at, indicator, kind] = /^\/shown\/(\d{4})\/(\w{1,40})\/(level|change|difference)$/.exec(part) ?? []
  if ((indicator !== usual && !mapIndicators.includes(indicator)) || Number(at) < firstYear || Number(at) > lastYear) return false
  batch(() => {
    yearAsked = yearChosen.value = Number(at)
    mapChosen.value = indicator === usual ? undefined : indicator
    mapKind.value = kind as MapKind
  })
  return true
}

export type Theme = 'auto' | 'light' | 'dark'
export const theme = signal<Theme>(read('theme', 'auto', (value): value is Theme =>
  value === 'auto' || value === 'light' || value === 'dark'))

const darkQuery = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined
const motionQuery = typeof matchMedia === 'function' ? matchMedia('(prefers-reduced-motion: reduce)') : undefined
const systemDark = signal(darkQuery?.matches ?? false)
export const reducedMotion = signal(motionQuery?.matches ?? false)
darkQuery?.addEventListener('change', event => { systemDark.value = event.matches })
motionQuery?.addEventListener('change', event => { reducedMotion.value = event.matches })

/** While the page is being put on paper. */
export const printing = signal(false)

export const isDark = computed(() => (theme.value === 'auto' ? systemDark.value : theme.value === 'dark'))

/** Puts the theme on the page and remembers the reader's choice. */
export function followTheme() {
  effect(() => {
    document.documentElement.dataset.theme = isDark.value ? 'dark' : 'light'
    write('theme', theme.value)
  })
}

/** Lets the years pass while playing, at the last year from the first again. */
export function followPlay(lastYear: () => number) {
  effect(() => {
    if (!playing.value) return
    const perSecond = speed.value
    yearPointedAt.value = undefined
    if (year.peek() >= lastYear()) yearChosen.value = firstYear
    let frame = 0
    let last = performance.now()
    const tick = (now: number) => {
      const passed = Math.floor(((now - last) / 1000) * perSecond)
      if (passed > 0) {
        last += (passed * 1000) / perSecond
        yearChosen.value = Math.min(lastYear(), year.peek() + passed)
        if (year.peek() >= lastYear()) playing.value = false
      }
      if (playing.peek()) frame = requestAnimationFrame(tick)
    }
    frame = requestAnimationFrame(tick)
    return () => cancelAnimationFrame(frame)
  })
}
