/** Results on disk: whole or not at all. */
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openOutput } from '../../../sim/cli/output.ts'
import { scratchFolder } from '../../helpers/cli.ts'

const manifest = (seed: number) => JSON.stringify({ program: 'chengxiang', seed })

/** An output that holds a manifest and a table. */
function filled(folder: string, seed: number): void {
  const output = openOutput(folder, false)
  output.append('manifest.json', manifest(seed))
  output.append('run-1/nation.csv', '')
  output.commit()
}

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
  filled(target, 1)
  expect(() => openOutput(target, false))
    .toThrow(/expected a new or empty folder, got .* with 2 entries; --force replaces it/)
  const second = openOutput(target, true)
  second.append('manifest.json', manifest(2))
  expect(readFileSync(join(target, 'manifest.json'), 'utf8')).toBe(manifest(1))
  second.commit()
  expect(readdirSync(target)).toEqual(['manifest.json'])
  expect(readFileSync(join(target, 'manifest.json'), 'utf8')).toBe(manifest(2))
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

test('what no run has written is not replaced, even by force', () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'manifest.json'), '{"name": "an application"}')
  expect(() => openOutput(folder, true)).toThrow(/with a manifest\.json of another program$/)
  writeFileSync(join(folder, 'manifest.json'), 'not json')
  expect(() => openOutput(folder, true)).toThrow(/with a manifest\.json of another program$/)

  const target = join(folder, 'results')
  filled(target, 1)
  writeFileSync(join(target, 'run-1', 'notes.txt'), 'mine')
  expect(() => openOutput(target, true)).toThrow(/got .*results with run-1\/notes\.txt$/)
  rmSync(join(target, 'run-1', 'notes.txt'))
  mkdirSync(join(target, 'figures'))
  expect(() => openOutput(target, true)).toThrow(/got .*results with figures$/)
  expect(readdirSync(target).sort()).toEqual(['figures', 'manifest.json', 'run-1'])
})

test('a folder behind a link is filled where it is, and nothing is written beside it', () => {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'disk'))
  symlinkSync(join(folder, 'disk'), join(folder, 'results'))
  const output = openOutput(join(folder, 'results'), false)
  output.append('manifest.json', manifest(1))
  expect(readdirSync(folder).sort()).toEqual(['disk', 'results'])
  output.commit()
  expect(lstatSync(join(folder, 'results')).isSymbolicLink()).toBe(true)
  expect(readdirSync(join(folder, 'disk'))).toEqual(['manifest.json'])
  symlinkSync(join(folder, 'nowhere'), join(folder, 'broken'))
  expect(() => openOutput(join(folder, 'broken'), false)).toThrow(/got the link .*broken to nothing$/)
})

/** Where an error says that the finished run is. */
function keptBy(commit: () => void): string {
  try {
    commit()
  } catch (error) {
    return /; the finished run is in (.+)$/.exec((error as Error).message)?.[1] ?? 'nowhere'
  }
  return 'committed'
}

test('a finished run that cannot be put in its place is kept', () => {
  const target = join(scratchFolder(), 'results')
  const output = openOutput(target, false)
  output.append('manifest.json', manifest(1))
  filled(target, 2)
  const kept = keptBy(output.commit)
  output.discard()
  expect(readdirSync(kept)).toEqual(['manifest.json'])
  expect(readFileSync(join(target, 'manifest.json'), 'utf8')).toBe(manifest(2))
})

test('an earlier output comes back if the new one cannot take its place', () => {
  const target = join(scratchFolder(), 'results')
  filled(target, 1)
  const output = openOutput(target, true)
  output.append('nation.csv', '')
  output.append('manifest.json', manifest(2))
  // Gone behind our back: everything else is moved before it is missed.
  const [growing] = readdirSync(target).filter(name => name.startsWith('.'))
  rmSync(join(target, growing), { recursive: true })
  expect(output.commit).toThrow(/ENOENT/)
  expect(readdirSync(target).sort()).toEqual(['manifest.json', 'run-1'])
  expect(readFileSync(join(target, 'manifest.json'), 'utf8')).toBe(manifest(1))
})
