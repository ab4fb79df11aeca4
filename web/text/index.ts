/** The dictionary in use. */
import { en, type Text } from './en.ts'

export type { Text }
export const text: Text = en
