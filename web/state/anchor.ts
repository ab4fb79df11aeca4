/**
 * A coarse comparison told from the finest baseline there is: few people per place make levels of their own, which are no finding, and every change of scale would
 * move the picture. What a policy changes is taken from the coarse pair, and added to what is known better.
 */
import { indicators } from '../../sim/index.ts'
import type { Year } from '../worker.ts'
import type { Picture, Run } from './runs.ts'

/** By the scenario's coarse run: what it was told from, and what became of it. The same parts give the same object, which is not drawn twice. */
const known = new WeakMap<Run, { coarse: Run; fine: Run; run: Run }>()

/**
 * @param finer the finest baseline that is whole, and that of the default assumptions at the same scale where there are others
 * @returns the picture with levels of `finer`; its other run is as far from it as from its own baseline before
 */
export function anchored(picture: Picture, finer: { base: Run; plain?: Run }): Picture {
  const { scale, base, other } = picture
  const fine = finer.base
  if (fine === base) return picture
  const plain = finer.plain && { plain: finer.plain }
  if (base === other) return { scale: fine.scenario.scale, base: fine, other: fine, ...plain }
  let its = known.get(other)
  if (its?.coarse !== base || its.fine !== fine) {
    const records = other.records.map((record, n) => shifted(fine.records[n], base.records[n], record))
    its = { coarse: base, fine, run: { ...other, records } }
    known.set(other, its)
  }
  return { scale, levels: fine.scenario.scale, base: fine, other: its.run, ...plain }
}

const shares = indicators.map(({ quantity }) => quantity === 'share')

/** A year of the finer baseline, moved by the difference of the coarse pair. Tables are added up when they are asked for: most years are not looked at. */
function shifted(fine: Year, base: Year, other: Year): Year {
  const table = <T extends Float32Array | Float64Array>(of: (year: Year) => T, isOfIndicators = true) => {
    let made: T | undefined
    return () => (made ??= moved(of(fine), of(base), of(other), isOfIndicators))
  }
  const tables = {
    nation: table(({ nation }) => nation), provinces: table(({ provinces }) => provinces), prefectures: table(({ prefectures }) => prefectures),
    byTier: table(({ byTier }) => byTier), byArea: table(({ byArea }) => byArea), pyramid: table(({ pyramid }) => pyramid, false),
  }
  return {
    year: other.year, settlements: fine.settlements, accounts: other.accounts,
    get nation() { return tables.nation() },
    get provinces() { return tables.provinces() },
    get prefectures() { return tables.prefectures() },
    get byTier() { return tables.byTier() },
    get byArea() { return tables.byArea() },
    get pyramid() { return tables.pyramid() },
  }
}

const isPart = (value: number): boolean => value >= 0 && value <= 1

/** Where the coarse pair knows nothing, nothing is added; a share stays one. */
function moved<T extends Float32Array | Float64Array>(fine: T, base: T, other: T, isOfIndicators: boolean): T {
  return fine.map((level, at) => {
    const difference = other[at] - base[at]
    if (difference === 0 || Number.isNaN(difference)) return level
    const value = level + difference
    if (!isOfIndicators) return Math.max(0, value)
    // Changes are shares too, and may be below zero.
    return shares[at % indicators.length] && isPart(level) && isPart(other[at]) ? Math.min(1, Math.max(0, value)) : value
  }) as T
}
