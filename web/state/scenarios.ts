/** The reader's scenarios: the levers and assumptions that are moved, in steps that can be undone. */
import { batch, computed, signal } from '@preact/signals'
import type { Scenario, Stage } from '../../sim/index.ts'
import { idleReasons } from '../../sim/policies/idle.ts'
import type { LeverValue, Policy } from '../../sim/policies/policy.ts'
import { newHistory, record, redo, undo } from './history.ts'
import {
  activeScenario, baselineScenario, defaultDates, inForce, newLaboratory, plainScenario, stepsOf, withAssumption, withLaterStep,
  withLever, withName, withoutAssumptions, withoutLever, withoutLevers, withoutStep, withScenario, withSettings, withStage,
  type Laboratory, type Settings,
} from './laboratory.ts'
import { dismissKinds } from './trouble.ts'

export const history = signal(newHistory(newLaboratory()))
/** The scenarios while a lever is being dragged; they enter the history when it is let go. */
const draft = signal<Laboratory | undefined>(undefined)

/** When a lever or an assumption was last taken hold of. */
export let heldSince = 0

/** Whether the reader has stopped the runs; whatever is changed starts them again. */
export const stopped = signal(false)

export const laboratory = computed(() => draft.value ?? history.value.present)
export const active = computed(() => activeScenario(laboratory.value))
export const baseline = computed(() => baselineScenario(laboratory.value))
/** Which part of China is simulated. */
export const stage = computed(() => baseline.value.stage)
/** The baseline of the defaults, where the reader assumes something otherwise. */
export const plain = computed(() => plainScenario(laboratory.value))
export const dragging = computed(() => draft.value !== undefined)
export const canUndo = computed(() => history.value.past.length > 0)
export const canRedo = computed(() => history.value.future.length > 0)

/** Levers that are moved and yet change nothing; found when they are at rest. */
export const idle = computed(() => idleReasons(activeScenario(history.value.present)))

/** Start and phase-in of levers that are not moved yet. */
const plannedDates = signal<Record<string, { from: number; phaseIn: number }>>({})

/** Which of its settings a lever shows and changes, where a scenario sets it several times; the last otherwise. */
const chosenStep = signal<Record<string, number>>({})

export const stepOf = (id: string): number => chosenStep.value[id] ?? -1

export function chooseStep(id: string, step: number) {
  chosenStep.value = { ...chosenStep.value, [id]: step }
}

export function removeStep(id: string, step: number) {
  const { [id]: chosen, ...others } = chosenStep.value
  chosenStep.value = chosen === undefined || chosen === step ? others : { ...others, [id]: chosen > step ? chosen - 1 : chosen }
  commit(withoutStep(history.value.present, id, step))
}

/** A further setting of the lever, from a later year on; it is the one shown from then on. */
export function addStep(id: string) {
  const next = withLaterStep(history.value.present, id)
  if (next === history.value.present) return
  const steps = stepsOf(activeScenario(next), id)
  chosenStep.value = { ...chosenStep.value, [id]: steps.reduce((late, { from }, k) => (from > steps[late].from ? k : late), 0) }
  commit(next)
}

export function datesOf(id: string): { from: number; phaseIn: number } {
  const moved = inForce(active.value, id, stepOf(id))
  if (moved) return { from: moved.from, phaseIn: moved.phaseIn }
  const { from, phaseIn } = plannedDates.value[id] ?? defaultDates
  return { from: Math.min(from, active.value.years[1]), phaseIn }
}

function commit(next: Laboratory, tag = '') {
  batch(() => {
    draft.value = undefined
    history.value = record(history.value, next, tag, performance.now())
    stopped.value = false
    // What was said of a link or a file is of a scenario before.
    dismissKinds('link', 'file')
  })
}

/** While the lever is held. */
export function dragLever(policy: Policy, value: LeverValue) {
  if (!draft.peek()) heldSince = performance.now()
  draft.value = withLever(history.value.present, policy, value, datesOf(policy.id), stepOf(policy.id))
}

/** The lever is no longer held; where it was set, that was said before. */
export function letGo() {
  draft.value = undefined
}

export function moveLever(policy: Policy, value: LeverValue) {
  const dates = datesOf(policy.id)
  plannedDates.value = { ...plannedDates.value, [policy.id]: dates }
  commit(withLever(history.value.present, policy, value, dates, stepOf(policy.id)), `lever ${policy.id}`)
}

export function dateLever(policy: Policy, change: Partial<{ from: number; phaseIn: number }>) {
  const dates = { ...datesOf(policy.id), ...change }
  plannedDates.value = { ...plannedDates.value, [policy.id]: dates }
  const moved = inForce(active.value, policy.id, stepOf(policy.id))
  if (!moved) return
  commit(withLever(history.value.present, policy, moved.value, dates, stepOf(policy.id)), `dates ${policy.id}`)
}

export function resetLever(id: string) {
  const { [id]: _, ...others } = plannedDates.value
  plannedDates.value = others
  const { [id]: _step, ...steps } = chosenStep.value
  chosenStep.value = steps
  commit(withoutLever(history.value.present, id))
}

/** While an assumption is held. */
export function dragAssumption(id: string, value: number | undefined) {
  if (!draft.peek()) heldSince = performance.now()
  draft.value = withAssumption(history.value.present, id, value)
}

export const assume = (id: string, value: number | string | undefined) =>
  commit(withAssumption(history.value.present, id, value), `assumption ${id}`)
export const resetAssumptions = () => commit(withoutAssumptions(history.value.present))

export const resetLevers = () => commit(withoutLevers(history.value.present))
export const nameScenario = (name: string) => commit(withName(history.value.present, name))
/** The nation, a county of it, or the village: the levers stay as they are. */
export const setStage = (stage: Stage) => commit(withStage(history.value.present, stage))
export const setSettings = (change: Partial<Settings>) => commit(withSettings(history.value.present, change))
export const openScenario = (scenario: Scenario) => commit(withScenario(history.value.present, scenario))

export function stepBack() {
  batch(() => {
    draft.value = undefined
    history.value = undo(history.value)
    stopped.value = false
  })
}

export function stepForward() {
  batch(() => {
    draft.value = undefined
    history.value = redo(history.value)
    stopped.value = false
  })
}
