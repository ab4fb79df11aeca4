/** What somebody may have meant who mistyped a word. */
import { editDistance } from '../stages/find-county.ts'
import { short } from './terminal.ts'

/** Words that differ from it in a third of their letters at most, or go on from it; the likeliest first. */
export function alike(word: string, words: readonly string[]): string[] {
  const plain = short(word).toLowerCase()
  const distance = (other: string) => other.toLowerCase().startsWith(plain) && plain.length > 2 ? 0 : editDistance(plain, other.toLowerCase())
  return words.filter(other => distance(other) <= other.length / 3).sort((a, b) => distance(a) - distance(b))
}
