/** All bits of all years of a run in one word, to hold one machine against another. */
import { readScenario, run, type NationData } from '../sim/index.ts'

/** @returns 16 hex digits that differ when any number of any year does */
export function digestRun(scenario: unknown, data: NationData): string {
  const digest = new Digest()
  for (const record of run(readScenario(scenario), data)) digest.add(record)
  return digest.text()
}

class Digest {
  private first = 0x811c9dc5
  private second = 0x9e3779b9
  private readonly double = new Float64Array(1)
  private readonly words = new Int32Array(this.double.buffer)

  /** Numbers, typed arrays, and plain objects and arrays of them, in order. */
  add(value: unknown): void {
    if (typeof value === 'number') this.addNumber(value)
    else if (value === null || typeof value !== 'object') throw new TypeError(`a record holds numbers, got ${String(value)}`)
    else for (const part of Object.values(value)) this.add(part)
  }

  text(): string {
    return [this.first, this.second].map(word => (word >>> 0).toString(16).padStart(8, '0')).join('')
  }

  private addNumber(value: number): void {
    this.double[0] = value
    // One NaN is as good as another: engines may give it different bits.
    for (const word of value === value ? this.words : [0x7ff80000]) {
      this.first = Math.imul(this.first ^ word, 0x01000193)
      this.first ^= this.first >>> 15
      this.second = Math.imul(this.second ^ word, 0x85ebca6b)
      this.second ^= this.second >>> 13
    }
  }
}
