/** Where the classes of the map break: at values that mean something, and the same in every year. */
import { evenBreaks, roundBreaks, type MapKind } from '../charts/map-scale.ts'
import { quickScaleOf, type Picture } from '../state/runs.ts'
import { mapValues } from '../state/series.ts'

const levels: Record<string, readonly number[]> = {
  urbanShare: [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
  share60Plus: [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4],
}

const changes: Record<string, readonly number[]> = {
  populationChange: [-0.4, -0.2, -0.1, 0, 0.1, 0.2, 0.4],
}

/** What the baselines of this visit gave, so that colours mean the same while years play, levers move and runs come again. */
const found = new Map<string, readonly number[]>()

/**
 * Breaks in engine units; relative changes are 0–1. Where none are set, the values of all places in all years of the baseline
 * give them. Of differences between scenarios nobody knows the size beforehand: theirs are round ones over the last year.
 */
export function mapBreaks(picture: Picture, id: string, kind: MapKind): readonly number[] {
  const set = kind === 'level' ? levels[id] : kind === 'change' ? changes[id] : undefined
  if (set) return set
  const { records } = picture.other
  if (kind === 'difference') {
    const last = mapValues(picture, id, kind, records[records.length - 1]?.year ?? 0)
    return roundBreaks(kind, last ? last.values : new Float64Array(0))
  }
  const { base } = picture
  const { stage, years } = base.scenario
  const key = [stage, years, id, kind].join(' ')
  const kept = found.get(key)
  if (kept) return kept
  const breaks = evenBreaks(kind, pooled(picture, id, kind))
  // A run that still grows, is coarse or of the last visit says too little for those to come.
  if (base.whole && !picture.lastTime && base.scenario.scale <= quickScaleOf(base.scenario)) found.set(key, breaks)
  return breaks
}

/** Half are of the last year, which readers look at most: in what grows all the time it would else be of one colour. */
function pooled({ scale, base }: Picture, id: string, kind: MapKind): Float64Array {
  const alone = { scale, base, other: base }
  const each = base.records.flatMap(({ year }) => mapValues(alone, id, kind, year)?.values ?? [])
  const years = [...each, ...each.map(() => each[each.length - 1])]
  const all = new Float64Array(years.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const values of years) {
    all.set(values, at)
    at += values.length
  }
  return all
}
