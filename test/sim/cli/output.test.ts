/** Results on disk: whole or not at all. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openOutput } from '../../../sim/cli/output.ts'
import { scratchFolder } from '../../helpers/cli.ts'

test('nothing stands under the folder’s name before all is written', () => {
  const target = join(scratchFolder(), 'deep', 'results')
  const output = openOutput(target, false)
  output.append('nation.csv', 'year\n')
  output.append('run-1/nation.csv', 'year\n')
  output.append('nation.csv', '2010\n')
  expect(existsSync(target)).toBe(false)
  output.commit()
  expect(readFileSync(join(target, 'nation.csv'), 'utf8')).toBe('year\n2010\n')
  expect(readdirSync(target).sort()).toEqual(['nation.csv', 'run-1'])
  expect(readdirSync(join(target, '..'))).toEqual(['results'])
})

test('what is discarded leaves the folder as it was', () => {
  const folder = scratchFolder()
  const output = openOutput(join(folder, 'results'), false)
  output.append('nation.csv', 'year\n')
  output.discard()
  expect(readdirSync(folder)).toEqual([])
  expect(() => output.append('nation.csv', '')).toThrow('expected an open output')
})

test('after commit there is nothing to discard', () => {
  const target = join(scratchFolder(), 'results')
  const output = openOutput(target, false)
  output.append('manifest.json', '{}')
  output.commit()
  output.discard()
  expect(readdirSync(target)).toEqual(['manifest.json'])
})

test('an empty folder may be filled, a full one only by force, and only if it holds results', () => {
  const folder = scratchFolder()
  const target = join(folder, 'results')
  mkdirSync(target)
  const first = openOutput(target, false)
  first.append('manifest.json', '1')
  first.append('old.csv', '')
  first.commit()
  expect(() => openOutput(target, false))
    .toThrow(/expected a new or empty folder, got .* with 2 entries; --force replaces it/)
  const second = openOutput(target, true)
  second.append('manifest.json', '2')
  expect(readFileSync(join(target, 'manifest.json'), 'utf8')).toBe('1')
  second.commit()
  expect(readdirSync(target)).toEqual(['manifest.json'])
  expect(readdirSync(folder)).toEqual(['results'])

  writeFileSync(join(folder, 'diary.txt'), 'dear diary')
  expect(() => openOutput(folder, true)).toThrow(/without manifest\.json/)
})

test('a file is no folder', () => {
  const file = join(scratchFolder(), 'file')
  writeFileSync(file, '')
  expect(() => openOutput(file, true)).toThrow(/expected a folder, got the file/)
  expect(() => openOutput(join(file, 'below'), false)).toThrow(/expected a folder to write/)
})
