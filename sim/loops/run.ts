/** How many are alive: see sim/run.ts. */
import { aliveShift } from '../codes/person-word.ts'

export function alive(people: People): i32 {
  const word = people.word
  const count = people.count
  let number = 0
  for (let i = 0; i < count; i++) number += (word[i] >>> aliveShift) & 1
  return number
}
