/** The data of a stage: the nation's tables, which part of China it is, and the stored run around it. */
import type { NationData, StageData } from '../data.ts'
import { ScenarioError } from '../scenario.ts'
import { countyCodeOf, stageKind, type Stage } from './stage.ts'
import { readSurroundings, type SurroundingsFile } from './surroundings.ts'

/**
 * @param surroundings the stored run, from its file; the nation needs none
 * @throws {ScenarioError} for a county that the census of 2010 does not have
 */
export function stageData(stage: Stage, nation: NationData, surroundings?: SurroundingsFile): NationData {
  const kind = stageKind(stage)
  if (kind === 'nation') return nation
  if (!surroundings) throw new Error(`stage: expected surroundings for ${stage}, got none`)
  const part = kind === 'county' ? countyPart(stage, nation) : villagePart(nation)
  const around = readSurroundings(surroundings, nation.prefectures.code.length, nation.provinces.code.length)
  return { ...nation, stage: { name: stage, ...part, surroundings: around } }
}

type Part = Omit<StageData, 'name' | 'surroundings'>

function countyPart(stage: Stage, { counties }: NationData): Part {
  const county = counties.code.indexOf(countyCodeOf(stage))
  if (county < 0) {
    throw new ScenarioError('stage', `must name one of the ${counties.code.length} counties of 2010, such as "county:510121", got ${JSON.stringify(stage)}`)
  }
  return { own: [{ county, rural: 1, urban: 1 }] }
}

/** Villagers of the village stage, in three villages, and how the part of its county is chosen. */
const villagers = 900
const villages = 3

/**
 * The village stage is cut out of the most ordinary county of the census: the one, among counties with a town and villages, whose shares of villagers, absentees, children
 * and old people are nearest to the middle of all counties, each difference measured by how much counties differ. Of its villagers and of its townspeople the same
 * part is shown, so that everything else about it is as it was counted there.
 */
function villagePart(data: NationData): Part {
  const { counties } = data
  const county = mostOrdinary(data)
  const part = Math.min(1, villagers / counties.rural[county])
  return { own: [{ county, rural: part, urban: part }], villages }
}

function mostOrdinary({ counties }: NationData): number {
  const share = (c: number, from: number, to: number) => {
    let number = 0
    for (let group = from; group <= to; group++) number += counties.ageSex[c][group] + counties.ageSex[c][18 + group]
    return number / Math.max(1, counties.residents[c])
  }
  const candidates = counties.code.map((_, c) => c).filter(c => counties.district[c] === 0 && counties.rural[c] > 0 && counties.urban[c] > 0)
  const measures = [
    (c: number) => counties.rural[c] / (counties.rural[c] + counties.urban[c]),
    (c: number) => (counties.registered[c] - counties.residents[c]) / counties.registered[c],
    (c: number) => share(c, 0, 2),
    (c: number) => share(c, 12, 17),
    (c: number) => counties.agricultureShareOfEmployed[c],
  ]
  const off = new Float64Array(counties.code.length)
  for (const measure of measures) {
    const values = candidates.map(measure).sort((a, b) => a - b)
    const at = (p: number) => values[Math.floor(p * (values.length - 1))]
    for (const c of candidates) off[c] += Math.abs(measure(c) - at(0.5)) / (at(0.75) - at(0.25))
  }
  return candidates.reduce((best, c) => (off[c] < off[best] ? c : best), candidates[0])
}
