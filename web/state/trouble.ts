/** What may go wrong, or needs saying, while the page goes on; `web/text` has the sentences. */
import type { Unreadable } from './link.ts'

export type Trouble =
  | { kind: 'crashed' }
  | { kind: 'failed'; detail: string }
  | { kind: 'unfetched' | 'offline' | 'notLoaded' | 'notKept' }
  | { kind: 'link' | 'file'; reason: Unreadable; detail: string }
  | { kind: 'linkCopied' | 'linkNotCopied' }
