/** What stands above a map: its title and unit, whatever it is a map of. */
import { computed } from '@preact/signals'
import { stageKind } from '../../sim/index.ts'
import type { MapKind } from '../charts/map-scale.ts'
import { stage } from '../state.ts'
import { areMeans, repeatsOf } from '../state/repeats.ts'
import type { Picture } from '../state/runs.ts'
import { isRelative } from '../state/series.ts'
import { mapChosen } from '../state/view.ts'
import { text } from '../text/index.ts'
import { indicatorOf } from './figures.ts'

/** An indicator that is itself a change since the first year: level and change are then the same. */
export const isChange = (id: string) => id === 'populationChange'

export function titleOfMap(id: string, kind: MapKind): string {
  const title = text.indicator.title(id)
  return isChange(id) && kind !== 'difference' ? title : text.map.title(title, kind)
}

export function unitOfMap(id: string, kind: MapKind): string {
  const { quantity, unit } = indicatorOf(id)
  if (isChange(id)) return kind === 'difference' ? text.map.differenceUnits.points : text.map.changeUnits.percent
  if (kind === 'level') return text.units.level(quantity, unit)
  const units = kind === 'change' ? text.map.changeUnits : text.map.differenceUnits
  if (isRelative(quantity)) return units.percent
  return quantity === 'share' ? units.points : text.units.level(quantity, unit)
}

/** Villages have no urban residents and towns nothing else: a county begins with how well its places are served. */
export const mapIndicator = computed(() => mapChosen.value ?? (stageKind(stage.value) === 'nation' ? 'urbanShare' : 'serviceLevel'))

/** Says so where the figures beside are means of repeats and this is not. */
export function ofOneRun({ other }: Picture, unit: string): string {
  const repeats = repeatsOf(other.scenario)
  return repeats && areMeans(repeats) ? text.results.oneRun(unit) : unit
}
