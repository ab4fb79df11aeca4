/** Results as tables: CSV for files, aligned text for readers. */
import { ageGroups, type NationData } from '../data.ts'
import { indicatorIndex, indicators, type CountyTable, type PlaceSeen } from '../index.ts'
import type { Indicator, Level } from '../indicators/indicator.ts'
import type { YearRecord } from '../record.ts'

type Cell = string | number

/** One line of CSV. NaN, a value that makes no sense here, is an empty cell. */
export function csvLine(cells: readonly Cell[]): string {
  return cells.map(cell => {
    if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
    return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  }).join(',') + '\n'
}

/** Indicators that make sense at a level, with their places in a record. */
export function indicatorsAt(level: Level): { indicator: Indicator; index: number }[] {
  return indicators.map((indicator, index) => ({ indicator, index }))
    .filter(({ indicator }) => indicator.levels.includes(level))
}

export function nationHeader(): string {
  return csvLine(['year', ...indicatorsAt('nation').map(({ indicator }) => indicator.id)])
}

export function nationRow({ year, nation }: YearRecord): string {
  return csvLine([year, ...indicatorsAt('nation').map(({ index }) => nation[index])])
}

export function provincesHeader(): string {
  return csvLine(['code', 'name', 'name_zh', 'year', ...indicatorsAt('province').map(({ indicator }) => indicator.id)])
}

export function provinceRows({ year, provinces }: YearRecord, data: NationData): string {
  const { code, nameEn, nameZh } = data.provinces
  const columns = indicatorsAt('province')
  return code.map((code, i) => csvLine([
    code, nameEn[i], nameZh[i], year, ...columns.map(({ index }) => provinces[i * indicators.length + index]),
  ])).join('')
}

export function prefecturesHeader(): string {
  return csvLine(['code', 'name_zh', 'year', ...indicatorsAt('prefecture').map(({ indicator }) => indicator.id)])
}

/** Units of the map where somebody lives. */
export function prefectureRows({ year, prefectures }: YearRecord, data: NationData): string {
  const { code, nameZh } = data.prefectures
  const columns = indicatorsAt('prefecture')
  const width = indicators.length
  const residents = indicatorIndex('population')
  return code.map((code, i) => (prefectures[i * width + residents] > 0
    ? csvLine([code, nameZh[i], year, ...columns.map(({ index }) => sevenDigits(prefectures[i * width + index]))]) : '')).join('')
}

/** Villages and towns of a county, with the indicators of prefectures. */
export function placesHeader(): string {
  return csvLine(['place', 'name', 'name_zh', 'kind', 'longitude', 'latitude', 'year', ...indicatorsAt('prefecture').map(({ indicator }) => indicator.id)])
}

export function placeRows({ year, places }: YearRecord, seen: readonly PlaceSeen[]): string {
  const columns = indicatorsAt('prefecture')
  return seen.map(({ row, name, kind, longitude, latitude }) => csvLine([
    row + 1, name.en, name.zh, kind, Number(longitude.toFixed(4)), Number(latitude.toFixed(4)), year,
    ...columns.map(({ index }) => sevenDigits(places![row * indicators.length + index])),
  ])).join('')
}

export function groupsHeader(level: 'tier' | 'area'): string {
  return csvLine([level, 'year', ...indicatorsAt(level).map(({ indicator }) => indicator.id)])
}

/** A row for each tier or area in which somebody lives. */
export function groupRows(year: number, level: 'tier' | 'area', names: readonly string[], table: Float64Array): string {
  const columns = indicatorsAt(level)
  const residents = indicatorIndex('population')
  return names.map((name, i) => (table[i * indicators.length + residents] > 0
    ? csvLine([name, year, ...columns.map(({ index }) => table[i * indicators.length + index])]) : '')).join('')
}

export function countyIndicatorsHeader(): string {
  return csvLine(['code', 'year', ...indicatorsAt('county').map(({ indicator }) => indicator.id)])
}

export function countyIndicatorRows(year: number, codes: Int32Array, table: Float64Array): string {
  const columns = indicatorsAt('county')
  let rows = ''
  for (let i = 0; i < codes.length; i++) {
    rows += csvLine([codes[i], year, ...columns.map(({ index }) => sevenDigits(table[i * indicators.length + index]))])
  }
  return rows
}

/** More digits than records keep of small units say nothing. */
function sevenDigits(value: number): number {
  return Number(value.toPrecision(7))
}

export function countiesHeader(): string {
  const groups = Array.from({ length: ageGroups }, (_, group) =>
    group === ageGroups - 1 ? `${group * 5}_up` : `${group * 5}_${group * 5 + 4}`)
  const bySex = ['male', 'female'].flatMap(sex => groups.map(group => `${sex}_${group}`))
  return csvLine(['code', 'year', 'residents', 'urban', 'rural', 'registered', ...bySex])
}

export function countyRows(year: number, counties: CountyTable): string {
  const { code, residents, urban, rural, registered, ageSex } = counties
  const cells = 2 * ageGroups
  let rows = ''
  for (let i = 0; i < code.length; i++) {
    const bySexAndAge = ageSex.subarray(i * cells, (i + 1) * cells)
    rows += csvLine([code[i], year, ...[residents[i], urban[i], rural[i], registered[i], ...bySexAndAge].map(hundredths)])
  }
  return rows
}

/** A simulated person may stand for people of several counties, so these are not whole persons; more digits say nothing. */
function hundredths(persons: number): number {
  return Math.round(persons * 100) / 100
}

/** Rows of text in columns: the first to the left, the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)))
  return rows.map(row => row.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])).join('  ').trimEnd() + '\n').join('')
}
