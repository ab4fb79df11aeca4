/** The journal: what was computed is there again, whatever became of the process. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openJournal } from '../../../sim/cli/journal.ts'
import { UsageError } from '../../../sim/cli/terminal.ts'
import { scratchFolder } from '../../helpers/cli.ts'

const file = () => join(scratchFolder(), 'deeper', 'journal.jsonl')

/** Counts how often something was computed. */
function counted(values: number[]) {
  let times = 0
  return { compute: () => Promise.resolve(values).then(result => { times++; return result }), times: () => times }
}

test('what is remembered is not computed again, in this opening or the next', async () => {
  const path = file()
  const { compute, times } = counted([1, 0.1 + 0.2])
  const first = openJournal(path)
  expect(first.found).toBe(0)
  expect(await first.remember('a', compute)).toEqual([1, 0.1 + 0.2])
  expect(await first.remember('a', compute)).toEqual([1, 0.1 + 0.2])
  first.close()
  const second = openJournal(path)
  expect(second.found).toBe(1)
  expect(await second.remember('a', compute)).toEqual([1, 0.1 + 0.2])
  second.close()
  expect(times()).toBe(1)
})

test('two who ask for the same at the same time share one computation', async () => {
  const journal = openJournal(file())
  const { compute, times } = counted([5])
  await Promise.all([journal.remember('a', compute), journal.remember('a', compute)])
  expect(times()).toBe(1)
  journal.close()
})

test('a line that was cut off by a kill is dropped, and the rest goes on whole', async () => {
  const path = file()
  const first = openJournal(path)
  await first.remember('a', counted([1]).compute)
  first.close()
  appendFileSync(path, '["b",[2,')
  const second = openJournal(path)
  expect(second.found).toBe(1)
  await second.remember('b', counted([2]).compute)
  second.close()
  expect(readFileSync(path, 'utf8')).toBe('["a",[1]]\n["b",[2]]\n')
})

test('a computation that fails is not remembered', async () => {
  const path = file()
  const journal = openJournal(path)
  await expect(journal.remember('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await journal.remember('a', counted([3]).compute)).toEqual([3])
  journal.close()
})

test('a file that is no journal is refused by line', () => {
  const path = join(scratchFolder(), 'other.txt')
  writeFileSync(path, '["a",[1]]\nhello\n')
  expect(() => openJournal(path)).toThrow(`${path} line 2: expected a key and its numbers, got hello`)
})

test.each(['dear diary', '{"a":[1', '["a"]', '["a",["b"]', '\0\0\0', 'dear diary\n', '\n', '["a",[null]]\n'])('a file that is no journal is left as it is: %j', text => {
  const path = join(scratchFolder(), 'diary.txt')
  writeFileSync(path, text)
  expect(() => openJournal(path)).toThrow(UsageError)
  expect(() => openJournal(path)).toThrow('--journal: ')
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('of a line that is cut off anywhere nothing is left', () => {
  const [path, line] = [join(scratchFolder(), 'journal.jsonl'), '["a",[1,-2.5e-7,1e+21]]']
  for (let length = 0; length <= line.length; length++) {
    writeFileSync(path, '["b",[2]]\n' + line.slice(0, length))
    const journal = openJournal(path)
    expect(journal.found).toBe(1)
    journal.close()
    expect(readFileSync(path, 'utf8')).toBe('["b",[2]]\n')
  }
})

test('where no file can be, the journal is refused', () => {
  const folder = scratchFolder()
  expect(() => openJournal(folder)).toThrow(`--journal: expected a journal of runs, got ${folder}, which is no file`)
  writeFileSync(join(folder, 'file'), '')
  expect(() => openJournal(join(folder, 'file', 'below'))).toThrow(/^--journal: expected a file to write, got .*below \(\w+\)$/)
})

test.skipIf(!existsSync('/proc/self'))('where no folder can be made, nobody waits for it', () => {
  expect(() => openJournal('/proc/x/y')).toThrow('--journal: expected a file to write, got /proc/x/y (ENOENT)')
})
