/** The scenarios worth telling that come with the page: one file each, only what differs from the defaults. */
import type { Scenario } from '../../sim/index.ts'
import type { PolicyInForce } from '../../sim/policies/policy.ts'

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

/** Whether a scenario bears the name of a story and moves other levers than the story does, or moves them otherwise. */
export function isChangedStory({ name, policies }: Scenario): boolean {
  const told = Object.values(files).find(file => file.name.en === name.en && file.policies)
  return told !== undefined && settled(told.policies as PolicyInForce[]) !== settled(policies)
}

/** As text that is the same in whatever order levers and their parts stand. */
function settled(policies: readonly (Omit<PolicyInForce, 'phaseIn'> & { phaseIn?: number })[]): string {
  return policies.map(({ id, value, from, to, phaseIn = 0 }) =>
    JSON.stringify([id, from, to, phaseIn, typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value])).sort().join()
}

/** The file of a story that is told where the reader is: in the same place, at the same scale, with the same chance and assumptions. */
export function storyText(id: string, { stage, scale, seed, assumptions }: Scenario): string {
  return JSON.stringify({ ...files[id], stage, scale, seed, assumptions })
}
