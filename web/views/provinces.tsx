/** Who gains, who pays: provinces ranked by what a scenario changes, or by where they stand while no lever is moved. */
import { signal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { indicatorIndex } from '../../sim/index.ts'
import { format, type Format } from '../charts/format.ts'
import { gains, type GainsData } from '../charts/gains.ts'
import { baseline as baselineLine, active as activeLine } from '../charts/palette.ts'
import type { Table } from '../charts/table.ts'
import { grown, isDim, picture, places } from '../state.ts'
import { comparedBy, provinceMeasures, provinceRows, spreadOf, type Compared, type ProvinceRow } from '../state/provinces.ts'
import { differenceOf, mayBeChance, repeatsOf, type Repeats } from '../state/repeats.ts'
import { nationValue } from '../state/series.ts'
import { playing, year } from '../state/view.ts'
import { text } from '../text/index.ts'
import { indicatorOf } from './figures.ts'
import { scenarioName } from './scenario-name.ts'
import { useChart } from './use-chart.ts'

const measure = signal(provinceMeasures[0].id)

interface Seen {
  rows: ProvinceRow[]
  nation: Compared
  /** What the numbers are means of. */
  repeats?: Repeats
  /** Whether a lever is moved and its run is there. */
  compared: boolean
  numbers: Format
  unit: string
  differenceUnit: string
  yearShown: number
}

function seen(): Seen | undefined {
  void grown.value
  const shown = picture.value
  const rows = shown && provinceRows(shown, measure.value, year.value)
  if (!rows) return undefined
  const { of } = provinceMeasures.find(({ id }) => id === measure.value)!
  const { quantity, unit } = indicatorOf(of[0])
  const whole = (run: typeof shown.base) => of.reduce((sum, id) => sum + nationValue(run, id, year.value), 0)
  const repeats = repeatsOf(shown.other.scenario)
  return {
    rows,
    nation: comparedBy(whole(shown.other), whole(shown.base),
      repeats && differenceOf(repeats, year.value, ({ nation }) => of.reduce((sum, id) => sum + nation[indicatorIndex(id)], 0))),
    repeats,
    compared: shown.base !== shown.other,
    numbers: format(quantity, text.charts),
    unit: text.units.level(quantity, unit),
    differenceUnit: quantity === 'share' ? text.map.differenceUnits.points : text.units.level(quantity, unit),
    yearShown: Math.min(year.value, shown.other.records.at(-1)!.year),
  }
}

const nameOf = (province: number): string => places.value?.provinces.nameEn[province] ?? ''

const differenceIn = ({ value, base }: Compared): number => value - base

/** The largest first; while the years play everybody keeps his place, for names that jump cannot be read. */
let order: number[] = []

function ranked({ rows, compared }: Seen): ProvinceRow[] {
  if (!playing.value || order.length !== rows.length) {
    const key = (row: ProvinceRow) => {
      const number = compared ? differenceIn(row) : row.value
      return Number.isFinite(number) ? number : -Infinity
    }
    order = rows.toSorted((a, b) => key(b) - key(a)).map(({ province }) => province)
  }
  return order.map(province => rows[province])
}

function gainsData(): GainsData | undefined {
  const now = seen()
  if (!now || !places.value) return undefined
  const { numbers, compared } = now
  const words = text.provinces
  const row = (id: string, name: string, { value, base, repeated }: Compared, whole = false) => ({
    id, name, whole,
    value: compared ? differenceIn({ value, base }) : value,
    range: compared && repeated ? [repeated.low, repeated.high] as const : undefined,
    details: [
      ...(compared ? [{ label: text.results.baseline, value: numbers.value(base), ...baselineLine }] : []),
      { label: compared ? scenarioName.value : text.results.baseline, value: numbers.value(value), colour: activeLine.colour },
      ...(compared ? [{ label: text.results.difference, value: numbers.difference(differenceIn({ value, base })) }] : []),
      ...(compared && repeated ? [{ label: words.interval, value: numbers.interval(repeated.low, repeated.high, true) }] : []),
    ],
  })
  return {
    title: words.title(words.measure(measure.value), compared),
    unit: compared ? now.differenceUnit : now.unit,
    yearShown: now.yearShown,
    rows: [row('nation', text.map.nation, now.nation, true), ...ranked(now).map(one => row(String(one.province), nameOf(one.province), one))],
    write: value => (compared ? numbers.difference(value) : numbers.value(value)),
    zero: compared ? text.charts.map.noDifference : undefined,
    dim: isDim.value,
  }
}

export function ProvincesView({ onReady }: { onReady?(svg: () => SVGSVGElement): void }) {
  const box = useChart(element => gains(element, text.charts), gainsData, onReady)
  const id = useId()
  const words = text.provinces
  return (
    <>
      <div class="province-tools">
        <h3>{words.heading}</h3>
        <label class="hidden" for={id}>{words.choose}</label>
        <select id={id} value={measure.value} onChange={event => { measure.value = event.currentTarget.value }}>
          {provinceMeasures.map(option => <option key={option.id} value={option.id}>{words.measure(option.id)}</option>)}
        </select>
      </div>
      <Finding />
      <div class="figure-box" ref={box} />
    </>
  )
}

/** In words: in how many provinces it rises and falls, where most, and how far apart they are. */
function Finding() {
  const now = seen()
  const words = text.provinces
  if (!now) return <p class="province-finding">{words.waiting}</p>
  const { rows, compared, numbers } = now
  const spread = shownSpread(rows.map(({ value, residents }) => ({ value, weight: residents })))
  if (!compared) return <p class="province-finding">{measure.value === 'population' ? '' : words.spread(spread)} {words.untouched}</p>
  const different = rows.filter(({ value, base }) => Number.isFinite(value - base))
    .map(row => ({ ...row, difference: differenceIn(row) })).sort((a, b) => b.difference - a.difference)
  // Where nothing differs chance has no part.
  const unsure = different.filter(({ repeated }) => repeated && mayBeChance(repeated) && repeated.low < repeated.high)
  const sure = different.filter(row => !unsure.includes(row))
  const up = sure.filter(({ difference }) => difference > 0)
  const down = sure.filter(({ difference }) => difference < 0)
  if (unsure.length + up.length + down.length === 0) return <p class="province-finding">{words.same(now.yearShown)}</p>
  const residents = (some: ProvinceRow[]) => some.reduce((sum, row) => sum + row.residents, 0)
  const share = format('share', text.charts).value(residents(up) / residents(different))
  const most = sure[0]
  const least = sure.at(-1)
  const baseSpread = shownSpread(rows.map(({ base, baseResidents }) => ({ value: base, weight: baseResidents })))
  return (
    <p class="province-finding">
      {sure.length > 0 && words.rises(up.length, down.length, share)}{' '}
      {unsure.length > 0 && words.unsure(unsure.length)}{' '}
      {most && least && most !== least && words.extremes(nameOf(most.province), numbers.difference(most.difference), nameOf(least.province), numbers.difference(least.difference))}{' '}
      {measure.value !== 'population' && spreadText(baseSpread, spread)}{' '}
      {now.nation.repeated && words.basis(now.repeats!.base.length, now.repeats!.scenario.scale)}
    </p>
  )
}

/** To the digits in which it is told: what differs by less stays the same. */
const shownSpread = (values: Parameters<typeof spreadOf>[0]): number => Math.round(spreadOf(values) * 1000) / 1000

export function spreadText(before: number, after: number): string {
  const words = text.provinces
  if (after > before) return words.spreadWidens(before, after)
  return after < before ? words.spreadNarrows(before, after) : words.spreadStays(after)
}

/** Every province with both numbers; the nation first. */
export function provincesRows(): (string | number)[][] {
  const now = seen()
  const { columns } = text.provinces
  if (!now) return [[columns.province]]
  const { scale } = now.numbers
  const { levels, differences, others } = headsOf(now)
  const { head: headOf, measure: title } = text.provinces
  const withUnit = (unit: string) => (head: string) => headOf(title(measure.value), head, unit, now.yearShown)
  const exact = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(12)) : '')
  const row = (name: string, { value, base, repeated }: Compared, residents: number) => (now.compared
    ? [name, exact(base * scale), exact(value * scale), exact(differenceIn({ value, base }) * scale),
      ...(now.nation.repeated ? [exact((repeated?.low ?? NaN) * scale), exact((repeated?.high ?? NaN) * scale)] : []),
      exact((differenceIn({ value, base }) / base) * 100), Math.round(residents)]
    : [name, exact(value * scale), Math.round(residents)])
  return [
    [columns.province, ...levels.map(withUnit(now.unit)), ...differences.map(withUnit(now.differenceUnit)), ...others],
    row(text.map.nation, now.nation, now.rows.reduce((sum, { residents }) => sum + residents, 0)),
    ...ranked(now).map(one => row(nameOf(one.province), one, one.residents)),
  ]
}

/** The heads of the table after that of the province: those of numbers in the measure's own unit, of differences, and the others. */
function headsOf({ compared, nation: { repeated } }: Seen): { levels: string[]; differences: string[]; others: string[] } {
  const { columns } = text.provinces
  const range = repeated ? [text.charts.table.low(columns.difference), text.charts.table.high(columns.difference)] : []
  return compared
    ? { levels: [columns.baseline, scenarioName.peek()], differences: [columns.difference, ...range], others: [columns.percent, columns.residents] }
    : { levels: [columns.baseline], differences: [], others: [columns.residents] }
}

export function provincesTable(): Table {
  const now = seen()
  const { columns, measure: title, means, units } = text.provinces
  const persons = format('persons', text.charts)
  const percent = format('yuan', text.charts, true)
  const row = (head: string, { value, base, repeated }: Compared, residents: number) => ({
    head,
    cells: now!.compared
      ? [now!.numbers.number(base), now!.numbers.number(value), now!.numbers.signed(differenceIn({ value, base })),
        ...(now!.nation.repeated ? [now!.numbers.signed(repeated?.low ?? NaN), now!.numbers.signed(repeated?.high ?? NaN)] : []),
        percent.difference(differenceIn({ value, base }) / base), persons.value(residents)]
      : [now!.numbers.number(value), persons.value(residents)],
  })
  const { levels, differences, others } = now ? headsOf(now) : { levels: [], differences: [], others: [] }
  const unit = now ? units(now.unit, now.compared ? now.differenceUnit : now.unit) : ''
  return {
    caption: `${title(measure.value)}, ${unit}, ${now?.yearShown ?? ''}${now?.nation.repeated ? `, ${means(now.repeats!.base.length, now.repeats!.scenario.scale)}` : ''}`,
    columns: [columns.province, ...levels, ...differences, ...others],
    rows: now ? [
      row(text.map.nation, now.nation, now.rows.reduce((sum, { residents }) => sum + residents, 0)),
      ...ranked(now).map(one => row(nameOf(one.province), one, one.residents)),
    ] : [],
  }
}

/** The indicators behind the measure chosen. */
export const provinceIndicators = (): readonly string[] => provinceMeasures.find(({ id }) => id === measure.value)?.of ?? []
