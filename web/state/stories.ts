/** The scenarios worth telling that come with the page: one file each, only what differs from the defaults. */
import type { Scenario } from '../../sim/index.ts'

interface StoryFile {
  name: { en: string; zh: string }
  policies?: unknown[]
}

const files = import.meta.glob<StoryFile>(['../../scenarios/*.json', '!../../scenarios/scenario.schema.json'], { eager: true, import: 'default' })

export interface Story {
  id: string
  name: { en: string; zh: string }
}

/** By name; the baseline is no story. */
export const stories: readonly Story[] = Object.entries(files)
  .filter(([, { policies = [] }]) => policies.length > 0)
  .map(([path, { name }]) => ({ id: path, name }))
  .sort((a, b) => a.name.en.localeCompare(b.name.en))

/** The file of a story that is told where the reader is: in the same place, at the same scale, with the same chance and assumptions. */
export function storyText(id: string, { stage, scale, seed, assumptions }: Scenario): string {
  return JSON.stringify({ ...files[id], stage, scale, seed, assumptions })
}
