/** Tables for machines and for readers. */
import { expect, test } from 'vitest'
import { aligned, countiesHeader, csvLine } from '../../../sim/cli/tables.ts'
import { progressBar } from '../../../sim/cli/progress.ts'

test('CSV: quotes where needed, empty where there is no value', () => {
  expect(csvLine([2010, 0.1 + 0.2, NaN, 'Xi’an', 'a,b', 'say "so"']))
    .toBe('2010,0.30000000000000004,,Xi’an,"a,b","say ""so"""\n')
})

test('the columns of counties.csv', () => {
  const columns = countiesHeader().trim().split(',')
  expect(columns.slice(0, 8))
    .toEqual(['code', 'year', 'residents', 'urban', 'rural', 'registered', 'male_0_4', 'male_5_9'])
  expect(columns[23]).toBe('male_85_up')
  expect(columns[24]).toBe('female_0_4')
  expect(columns.at(-1)).toBe('female_85_up')
  expect(columns).toHaveLength(6 + 36)
})

test('columns of text line up', () => {
  expect(aligned([['', '2010'], ['urbanShare', '50 %']])).toBe('            2010\nurbanShare  50 %\n')
})

test('the bar shows the time left, and only to somebody', () => {
  const terminal = {
    text: '', watched: true, interrupted: new AbortController().signal,
    out() {},
    err(text: string) { this.text += text },
  }
  let time = 0
  const progress = progressBar(terminal, 4, () => time)
  time = 30_000
  progress.step()
  expect(terminal.text).toContain('25 %  1:30 left')
  progress.end()
  expect(terminal.text.endsWith('\r\x1b[K')).toBe(true)

  terminal.text = ''
  terminal.watched = false
  progress.step()
  progress.end()
  expect(terminal.text).toBe('')
})
