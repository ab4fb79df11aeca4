/** Undo and redo over values that are never changed in place. */

export interface History<T> {
  past: readonly T[]
  present: T
  future: readonly T[]
  /** What the last step was about and when: a held arrow key makes one step, not forty. */
  last?: { tag: string; at: number }
}

const longest = 200
const mergeWithin = 1000

export function newHistory<T>(present: T): History<T> {
  return { past: [], present, future: [] }
}

/**
 * @param tag steps with the same tag that follow each other within a second become one
 * @param at milliseconds on any clock that only goes forward
 */
export function record<T>(history: History<T>, present: T, tag = '', at = 0): History<T> {
  if (present === history.present) return history
  const merge = tag !== '' && history.last?.tag === tag && at - history.last.at < mergeWithin
  const past = merge ? history.past : [...history.past, history.present].slice(-longest)
  return { past, present, future: [], last: { tag, at } }
}

export function undo<T>({ past, present, future }: History<T>): History<T> {
  if (past.length === 0) return { past, present, future }
  return { past: past.slice(0, -1), present: past[past.length - 1], future: [present, ...future] }
}

export function redo<T>({ past, present, future }: History<T>): History<T> {
  if (future.length === 0) return { past, present, future }
  return { past: [...past, present], present: future[0], future: future.slice(1) }
}
