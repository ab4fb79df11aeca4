/** What the browser remembers, with a storage that a test can fill up. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { read, readLong, writeLong } from '../../web/state/storage.ts'

let kept: Map<string, string>
let room: number

beforeEach(() => {
  kept = new Map()
  room = Infinity
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      room -= value.length
      kept.set(key, value)
    },
    removeItem: (key: string) => kept.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

const isText = (value: unknown): value is string => typeof value === 'string'
const long = (letter: string, length = 300_000) => letter.repeat(length)

/** @returns what it returns when all its steps are done */
function toItsEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { value, done } = steps.next()
    if (done) return value
  }
}

test('a long value is kept in pieces, and read as it was', () => {
  expect(toItsEnd(writeLong('text', long('a')))).toBe(true)
  expect(Math.max(...[...kept.values()].map(({ length }) => length))).toBeLessThan(70_000)
  expect(readLong('text', '', isText)).toBe(long('a'))
})

test('a shorter value leaves nothing of a longer one before', () => {
  toItsEnd(writeLong('text', long('a')))
  toItsEnd(writeLong('text', 'b'))
  expect(readLong('text', '', isText)).toBe('b')
  expect(kept.size).toBe(2)
})

test('there is nothing until all pieces are there', () => {
  toItsEnd(writeLong('text', long('a')))
  const steps = writeLong('text', long('b'))
  while (!steps.next().done) {
    const now = readLong('text', 'nothing', isText)
    expect(['nothing', long('b')]).toContain(now)
  }
  expect(readLong('text', 'nothing', isText)).toBe(long('b'))
})

test('pieces of two pages that write at a time are not put together', () => {
  const [one, other] = [writeLong('text', long('a')), writeLong('text', long('b'))]
  // The first has written a piece when the second writes all of its own.
  one.next()
  one.next()
  toItsEnd(other)
  expect(readLong('text', 'nothing', isText)).toBe(long('b'))
  toItsEnd(one)
  expect(readLong('text', 'nothing', isText)).toBe('nothing')
})

test('where there is no room, nothing is kept, and no piece left', () => {
  room = 100_000
  expect(toItsEnd(writeLong('text', long('a')))).toBe(false)
  expect(kept.size).toBe(0)
  expect(readLong('text', 'nothing', isText)).toBe('nothing')
})

test('what stands under the name of a long value and is none counts as nothing', () => {
  kept.set('chengxiang.text', JSON.stringify('an earlier edition'))
  expect(readLong('text', 'nothing', isText)).toBe('nothing')
  expect(read('text', '', isText)).toBe('an earlier edition')
})
