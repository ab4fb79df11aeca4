/** What may go wrong, or needs saying, while the page goes on; `web/text` has the sentences. */
import { signal } from '@preact/signals'
import type { Unreadable } from './link.ts'

export type Trouble =
  | { kind: 'crashed' }
  | { kind: 'failed'; detail: string }
  | { kind: 'unfetched' | 'noMemory' | 'offline' | 'notLoaded' | 'notKept' | 'notDrawn' }
  /** What is shown instead of what the link asks for: the baseline, what was shown before, or of the link its scenario alone. */
  | { kind: 'link'; reason: Unreadable; detail: string; shown: 'baseline' | 'before' | 'scenario' }
  | { kind: 'file'; reason: Unreadable; detail: string }
  | { kind: 'linkCopied' | 'linkNotCopied' }

export const troubles = signal<{ id: number; trouble: Trouble }[]>([])
let troubleCount = 0

export function report(trouble: Trouble) {
  const others = troubles.value.filter(({ trouble: { kind } }) => kind !== trouble.kind)
  troubles.value = [...others, { id: ++troubleCount, trouble }]
}

/** Troubles whose cause is gone. */
export function dismissKinds(...kinds: Trouble['kind'][]) {
  const left = troubles.peek().filter(({ trouble: { kind } }) => !kinds.includes(kind))
  if (left.length < troubles.peek().length) troubles.value = left
}

export function dismiss(id: number) {
  troubles.value = troubles.value.filter(trouble => trouble.id !== id)
}
