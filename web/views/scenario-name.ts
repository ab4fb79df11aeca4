/** What the scenario is called, on the page and in its file. */
import { computed } from '@preact/signals'
import type { Scenario } from '../../sim/index.ts'
import { isNamed } from '../state/laboratory.ts'
import { isChangedStory } from '../state/stories.ts'
import { active } from '../state.ts'
import { text } from '../text/index.ts'

/** A scenario that came with the page and is no longer as it came says so. */
export function nameOf(scenario: Scenario): string {
  return isNamed(scenario) ? text.of(savedName(scenario)) : text.header.unnamed
}

export function savedName(scenario: Scenario): Scenario['name'] {
  return isChangedStory(scenario) ? text.header.changed(scenario.name) : scenario.name
}

/** Of the scenario being changed: the line in the charts, the column in the tables. */
export const scenarioName = computed(() => nameOf(active.value))
