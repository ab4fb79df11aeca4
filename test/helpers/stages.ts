/** Counties and the village as stages, with the nation stored around them. */
import { loadSurroundings } from '../../sim/cli/data.ts'
import { copyWorld, populate, readScenario, stageData, type NationData, type Scenario, type Stage, type World } from '../../sim/index.ts'
import { nation } from './nation.ts'

const surroundings = loadSurroundings()
const datas = new Map<Stage, NationData>()

export function dataOf(stage: Stage): NationData {
  let data = datas.get(stage)
  if (!data) datas.set(stage, (data = stageData(stage, nation, surroundings)))
  return data
}

export const scenarioAt = (stage: Stage, settings: Record<string, unknown> = {}): Scenario => readScenario({ format: 1, stage, ...settings })

const kept = new Map<string, World>()

/** A copy of the stage on census day. */
export function censusDayAt(stage: Stage, scale: number): World {
  const key = `${stage} ${scale}`
  let world = kept.get(key)
  if (!world) kept.set(key, (world = populate(scenarioAt(stage, { scale }), dataOf(stage))))
  return copyWorld(world)
}

/** Whether a place is computed, not given. */
export const isOwn = ({ places }: World, j: number): boolean => places.given[j] < 0
