/** Where the classes of the map break: at values that mean something, and the same in every year. */
import { roundBreaks, type MapKind } from '../charts/map-scale.ts'
import type { Picture } from '../state/runs.ts'
import { mapValues } from '../state/series.ts'

const levels: Record<string, readonly number[]> = {
  urbanShare: [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
  share60Plus: [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4],
  leftBehindChildShare: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
  hollowVillageShare: [0.05, 0.1, 0.25, 0.5],
  // 1 is the nation's mean of 2010, 0.8 the standard that the model calls sufficient.
  serviceLevel: [0.6, 0.8, 0.9, 1, 1.1, 1.25, 1.5],
  serviceRatio: [0.8, 1, 1.25, 1.5, 2, 2.5, 3],
  transfersPerHead: [500, 1000, 1500, 2000, 3000, 4000, 6000],
}

const ofResidents = [-0.4, -0.2, -0.1, 0, 0.1, 0.2, 0.4]
const ofShares = [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]
const changes: Record<string, readonly number[]> = {
  populationChange: ofResidents,
  urbanShare: ofShares,
  share60Plus: ofShares,
  leftBehindChildShare: ofShares,
  hollowVillageShare: ofShares,
  serviceLevel: [-0.5, -0.25, -0.1, 0, 0.1, 0.25, 0.5],
  serviceRatio: [-1, -0.5, -0.25, 0, 0.25, 0.5, 1],
  transfersPerHead: [-1, -0.5, -0.2, 0, 0.2, 0.5, 1],
}

/**
 * Breaks in engine units; relative changes are 0–1. Where none are set, as for differences between scenarios, whose size
 * nobody knows beforehand, round ones over the last year, so that they stay while the years play.
 */
export function mapBreaks(picture: Picture, id: string, kind: MapKind): readonly number[] {
  const set = kind === 'level' ? levels[id] : kind === 'change' ? changes[id] : undefined
  if (set) return set
  const { records } = picture.other
  const last = mapValues(picture, id, kind, records[records.length - 1]?.year ?? 0)
  return last ? roundBreaks(kind, last.values) : roundBreaks(kind, new Float64Array(0))
}
