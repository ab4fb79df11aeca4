/** `check`: is this scenario file valid, and what does it say? */
import { readSource } from './settings.ts'
import { oneLine } from './terminal.ts'

/**
 * @returns one line about the scenario
 * @throws {UsageError} saying where the file is wrong
 */
export function check(file: string): string {
  const { name, years, policies, assumptions } = readSource(file).scenario
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
  return oneLine(`${file}: valid: ${name.en}, ${years[0]} to ${years[1]}, ` +
    `${counted(policies.length, 'lever')} moved, ${counted(Object.keys(assumptions).length, 'assumption')} changed`) + '\n'
}
