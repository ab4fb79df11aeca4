/** Undo and redo. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newHistory, record, redo, undo, type History } from '../../web/state/history.ts'

describe('history', () => {
  it('goes back through every step and forward again', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1 }), { maxLength: 40 }), values => {
      let history = values.reduce((past, value) => record(past, value), newHistory(0))
      const seen = [history.present]
      for (const _ of values) {
        history = undo(history)
        seen.unshift(history.present)
      }
      expect(seen).toEqual([0, ...values])
      for (const _ of values) history = redo(history)
      expect(history.present).toBe(values.at(-1) ?? 0)
    }))
  })

  it('at its ends stays where it is', () => {
    const start = newHistory('a')
    expect(undo(start)).toEqual(start)
    expect(redo(start)).toEqual(start)
  })

  it('forgets what was undone when something new is done', () => {
    const history = record(undo(record(newHistory(1), 2)), 3)
    expect(redo(history).present).toBe(3)
    expect(undo(history).present).toBe(1)
  })

  it('takes steps of one lever within a second for one, but not after', () => {
    const steps: [number, string, number][] = [[1, 'tilt', 0], [2, 'tilt', 300], [3, 'pool', 400], [4, 'pool', 2000]]
    const history = steps.reduce<History<number>>((past, [value, tag, at]) => record(past, value, tag, at), newHistory(0))
    expect(history.past).toEqual([0, 2, 3])
  })

  it('is no step when nothing changes', () => {
    const history = newHistory('a')
    expect(record(history, 'a')).toBe(history)
  })
})
