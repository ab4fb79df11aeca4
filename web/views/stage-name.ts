/** What the part of China is called that is simulated. */
import { stageKind } from '../../sim/index.ts'
import { countyWith } from '../state/counties.ts'
import { places, stage } from '../state.ts'
import { text } from '../text/index.ts'

/** The county of the stage by its names, of which that in letters may still be on its way; undefined elsewhere. */
export function countyName(): { zh: string; en?: string; province?: string } | undefined {
  if (stageKind(stage.value) !== 'county') return undefined
  const code = Number(stage.value.slice('county:'.length))
  const found = countyWith(code)
  const county = places.value?.counties.code.indexOf(code) ?? -1
  return { zh: found?.nameZh ?? places.value?.counties.nameZh[county] ?? String(code), en: found?.name, province: found?.province }
}

export function stageName(): string {
  const county = countyName()
  if (county) return text.stage.county(county.zh, county.en)
  return stageKind(stage.value) === 'village' ? text.stage.village : text.map.nation
}
