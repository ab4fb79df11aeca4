/** Files to their last byte, and no further than wanted. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAtMost, writeAll } from '../../../sim/cli/files.ts'
import { scratchFolder } from '../../helpers/cli.ts'

test('what is taken in parts, or not at once, is written to its end', () => {
  let [taken, calls] = ['', 0]
  writeAll(1, 'twenty-one characters', (_, bytes, from) => {
    if (calls++ === 1) throw Object.assign(new Error('later'), { code: 'EAGAIN' })
    const part = Buffer.from(bytes).subarray(from, from + 5)
    taken += part.toString()
    return part.length
  })
  expect(taken).toBe('twenty-one characters')
})

test('a disk that is full after a part is an error', () => {
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' })
  expect(() => writeAll(1, 'much', (_, __, from) => {
    if (from > 0) throw full
    return 2
  })).toThrow(full)
})

test('of a file as many bytes are read as there are, or as are wanted', () => {
  const path = join(scratchFolder(), 'file')
  writeFileSync(path, 'abc')
  expect(readAtMost(path, 10).toString()).toBe('abc')
  expect(readAtMost(path, 2).toString()).toBe('ab')
})

test.skipIf(!existsSync('/dev/zero'))('a device without end is read no further', () => expect(readAtMost('/dev/zero', 1000)).toHaveLength(1000))
