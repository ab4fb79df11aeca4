/** The three stages: the nation, one county of it at 1:1, and a village to look closely at. They differ by data, not by code. */

/** As scenarios write it: `nation`, `county:` and the GB/T 2260 code of 2010, `village`. */
export type Stage = 'nation' | 'village' | `county:${number}`

export const stagePattern = /^(nation|village|county:\d{6})$/

export type StageKind = 'nation' | 'county' | 'village'

export const stageKind = (stage: Stage): StageKind => (stage === 'nation' || stage === 'village' ? stage : 'county')

/** The county of a county stage. */
export const countyCodeOf = (stage: Stage): number => Number(stage.slice('county:'.length))

/** The finest scale of a stage, real persons per simulated one, and what it runs at unless told otherwise. */
export const stageScale: Record<StageKind, { least: number; usual: number }> = {
  nation: { least: 100, usual: 1000 },
  county: { least: 1, usual: 1 },
  village: { least: 1, usual: 1 },
}

/** Files of `scenarios/data` that a stage needs; the larger part of a page needs the first alone. */
type StageFile = 'nation.json' | 'surroundings.json'

export const filesOf = (stage: Stage): readonly StageFile[] =>
  (stage === 'nation' ? ['nation.json'] : ['nation.json', 'surroundings.json'])
