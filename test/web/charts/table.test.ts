/** The table behind a chart says the same as the chart. */
import { expect, test } from 'vitest'
import { en } from '../../../web/text/en.ts'
import { seriesRows, seriesTable } from '../../../web/charts/table.ts'

const words = en.charts
const chart = {
  title: 'Urban share',
  unit: '% of residents',
  quantity: 'share' as const,
  lines: [
    { id: 'base', label: 'Baseline', colour: '', points: [{ year: 2010, value: 0.4995 }, { year: 2011, value: NaN }] },
    {
      id: 'policy', label: 'Policy', colour: '',
      points: [{ year: 2011, value: 0.52 }], band: [{ year: 2011, low: 0.51, high: 0.53 }],
    },
  ],
  observed: [{ source: 'Yearbook', points: [{ year: 2000, value: 0.36 }, { year: 2010, value: 0.499 }] }],
}

test('one row a year of the model, one column a series, its band and what was observed', () => {
  const { columns, rows } = seriesTable(chart, words)
  expect(columns).toHaveLength(6)
  expect(columns.slice(0, 3)).toEqual([words.table.year, 'Baseline', 'Policy'])
  expect(rows).toEqual([
    { head: '2010', cells: ['50.0', '', '', '', '49.9'] },
    { head: '2011', cells: [words.noData, '52.0', '51.0', '53.0', ''] },
  ])
})

test('differences have a sign', () => {
  expect(seriesTable({ ...chart, difference: true, observed: [] }, words).rows[1].cells[1]).toBe('+52.0')
})

test('a head of the file says once that it is of differences', () => {
  const differences = (id: string, label: string) => seriesRows({
    ...chart, unit: 'difference to baseline, pp', observed: [], lines: [{ id, label, colour: '', points: [{ year: 2010, value: 0.01 }] }],
  }, words)[0][1]
  expect(differences('Difference to baseline', '')).toBe('Difference to baseline (pp)')
  expect(differences('Villages', 'Villages')).toBe('Villages (difference to baseline, pp)')
  const band = [{ year: 2010, low: 0, high: 0.02 }]
  const [, ...heads] = seriesRows({
    ...chart, unit: 'difference to baseline, pp', observed: [], lines: [{ id: 'Difference to baseline', label: '', colour: '', points: [{ year: 2010, value: 0.01 }], band }],
  }, words)[0]
  expect(heads).toEqual(['Difference to baseline (pp)', 'Difference to baseline, low (pp)', 'Difference to baseline, high (pp)'])
})

test('the ends of a band that is the interval of something else say of what', () => {
  const [base, policy] = chart.lines
  const { columns } = seriesTable({ ...chart, lines: [base, { ...policy, bandOf: 'interval of the difference' }] }, words)
  expect(columns.slice(3, 5)).toEqual(['Policy, low (interval of the difference)', 'Policy, high (interval of the difference)'])
})

test('the rows of the file are numbers in the unit of the page, not rounded', () => {
  const [head, first, second] = seriesRows({ ...chart, observed: [] }, words)
  expect(head[1]).toBe('Baseline (% of residents)')
  expect(first).toEqual([2010, 49.95, '', '', ''])
  expect(second).toEqual([2011, '', 52, 51, 53])
})
