/** Keeps the workers at what the reader's scenarios want, and chooses the picture to show from what there is. */
import { effect, signal } from '@preact/signals'
import type { Scenario } from '../../sim/index.ts'
import { createLane, openWorker, type FailureCause, type Lane, type LaneEvents, type Wanted } from '../engine.ts'
import { activeScenario } from './laboratory.ts'
import { keepLater } from './last-visit.ts'
import { grown, picture, places } from './picture.ts'
import { keepRepeatsOf, startRepeats } from './repeats.ts'
import {
  atScale, between, forgetOld, fromFinest, keyOf, pick, quickRuns, quickScaleOf, thoroughRuns, withPlacesOf, yearsToKeep, yearsToObserve, type Picture, type Run,
} from './runs.ts'
import { active, baseline, dragging, heldSince, history, laboratory, plain, stopped } from './scenarios.ts'
import { dismissKinds, report } from './trouble.ts'
import { year } from './view.ts'

export interface Progress {
  scale: number
  year: number
  /** Of this run, 0–1. */
  share: number
  /** Whether the first picture is still to come, or only a finer one. */
  refining: boolean
}
export const progress = signal<Progress | undefined>(undefined)

export const runsDone = signal(0)

/** Why a run that the reader waits for could not be done; it is not tried again by itself. */
export const failure = signal<FailureCause | undefined>(undefined)
const causes = new Map<string, FailureCause>()

const runs = new Map<string, Run>()
const working = new Map<string, { wanted: Wanted; year: number; refining: boolean }>()

function laneEvents(refining: boolean): LaneEvents {
  return {
    onPlaces: given => { if (places.peek()?.hash !== given.hash) places.value = given },
    onStart({ key, scenario, observed }, firstYear, stagePlaces) {
      const base = runs.get(keyOf({ ...scenario, policies: [] }))
      const known = base && base.key !== key ? base.records.slice(0, firstYear - scenario.years[0]) : []
      const last = runs.get(key)
      runs.delete(key)
      runs.set(key, {
        key, scenario, records: known, places: stagePlaces, sketched: observed !== undefined, whole: false, failed: false,
      })
      if (last && picture.peek()?.base === last) choose()
    },
    onYears(wanted, records) {
      const known = runs.get(wanted.key)?.records
      for (const given of records) {
        const record = withPlacesOf(known?.[0], given)
        const before = known?.at(-1)
        known?.push(...(before ? between(before, record) : []), record)
      }
      const year = records[records.length - 1].year
      working.set(wanted.key, { wanted, year, refining })
      showProgress()
      choose()
      if (picture.peek()?.other.key === wanted.key) grown.value++
    },
    onEnd({ key }) {
      const run = runs.get(key)
      if (run) run.whole = true
      if (run && dragging.peek()) showWhileHeld(run)
      working.delete(key)
      runsDone.value++
      if (run && run.scenario.policies.length === 0 && run.scenario.stage === 'nation' && run.scenario.scale <= quickScaleOf(run.scenario)) keepLater(run)
      showProgress()
      ask()
    },
    // A worker that was never there has not stopped: it could not be fetched, which is said when it is given up.
    onCrash: () => { if (places.peek()) report({ kind: 'crashed' }) },
    onShort: release,
    onFailure({ key, scenario }, message, cause) {
      const run = runs.get(key) ?? { key, scenario, records: [], whole: false, failed: true }
      runs.set(key, { ...run, failed: true })
      working.delete(key)
      causes.set(key, places.peek() ? cause : 'unfetched')
      reportFailure(message, causes.get(key)!)
      ask()
    },
  }
}

const reportFailure = (detail: string, cause: FailureCause) => report(cause === 'failed' ? { kind: 'failed', detail } : { kind: cause })

let quick: Lane
let thorough: Lane

/** All workers of the page may share what memory a process is given: those that do nothing give theirs back. */
function release() {
  for (const lane of [quick, thorough]) lane.release()
}

/** Opens the workers and keeps them at what is wanted. */
export function startEngine() {
  // The quick worker looks up often, so that a newer lever position never waits long.
  quick = createLane(openWorker, 16, laneEvents(false))
  thorough = createLane(openWorker, 60, laneEvents(true))
  effect(() => {
    // Read here, so that the effect follows them.
    void [laboratory.value, stopped.value]
    ask()
  })
  effect(() => keepRepeatsOf(activeScenario(history.value.present)))
}

/** Runs the scenario and its baseline again with other random events. */
export const repeat = () => startRepeats(active.peek(), openWorker, {
  onCrash: () => report({ kind: 'crashed' }),
  onShort: release,
  onFailure: reportFailure,
  onRun: () => { runsDone.value++ },
})

/** Milliseconds for which a hand that comes near a lever may be about to move it. */
const aboutToMove = 1000
/** Set while one is near. */
let near: ReturnType<typeof setTimeout> | undefined

/** A hand comes near a lever: the fine run rests from now on, because to finish one of its years takes longer than a preview may. */
export function comeNear() {
  clearTimeout(near)
  near = setTimeout(() => {
    near = undefined
    rest()
  }, aboutToMove)
  rest()
}

function rest() {
  thorough.rest(dragging.peek() || near !== undefined)
}

function ask() {
  const base = baseline.peek()
  const other = active.peek()
  const beneath = plain.peek()
  const held = dragging.peek()
  choose()
  rest()
  if (stopped.peek()) {
    quick.want([])
    thorough.want([])
    working.clear()
    showProgress()
    return
  }
  const missing = (scenarios: Scenario[]) => scenarios.filter(scenario => {
    const run = runs.get(keyOf(scenario))
    // A sketch stands in for a run until a finer one comes, but not where it would be the last.
    const enough = run?.whole && (held || !run.sketched || (scenario.policies.length > 0 && scenario.scale !== base.scale))
    return !enough && !run?.failed
  })
  // While an assumption is held it is the baseline that moves; where no lever is, a sketch of it will do.
  const moving = held && other.policies.length === 0
  const wanted = (scenario: Scenario): Wanted => ({
    key: keyOf(scenario),
    scenario,
    // Nothing branches from the baseline of the defaults while others are assumed, nor from one that is still moving.
    keep: moving || (beneath && keyOf(atScale(beneath, scenario.scale)) === keyOf(scenario)) ? [] : yearsToKeep(base, other, scenario.scale),
    branch: () => runs.get(keyOf({ ...scenario, policies: [] }))?.whole === true,
    observed: moving || (held && scenario.policies.length > 0) ? yearsToObserve(scenario.years, year.peek()) : undefined,
  })
  const quickly = missing(quickRuns(base, other, held, beneath))
  const late = held ? overdue() : undefined
  quick.want([...(late && !quickly.some(scenario => keyOf(scenario) === late.key) ? [late] : []), ...quickly.map(wanted)])
  // Two cores: while a lever is held, all of them are for the preview; before a finer picture come the first one and the baseline that previews start from.
  const shown = computedNow()
  const unready = !shown?.base.whole || quickly.some(({ policies }) => policies.length === 0)
  const thoroughly = held || unready ? [] : missing(thoroughRuns(base, other, beneath))
  if (!held) thorough.want(thoroughly.map(wanted))
  for (const key of working.keys()) {
    if (key !== late?.key && ![...quickly, ...thoroughly].some(scenario => keyOf(scenario) === key)) working.delete(key)
  }
  showProgress()
  const needed = [...quickRuns(base, other, held, beneath), ...thoroughRuns(base, other, beneath)].map(keyOf)
  showFailure(needed)
  forgetOld(runs, new Set([...needed, shown?.base.key ?? '', shown?.other.key ?? '', shown?.plain?.key ?? '']),
    // Of a village every year holds everybody.
    base.stage === 'village' ? 5 : undefined)
}

function showFailure(needed: string[]) {
  const key = needed.find(one => runs.get(one)?.failed)
  failure.value = key === undefined ? undefined : causes.get(key)
  if (!failure.value) dismissKinds('failed', 'unfetched', 'noMemory')
}

/** Milliseconds without a new picture after which a preview is finished first, though the lever has moved on. */
const patience = 500
let shownAt = 0

/** The preview being computed, once a lever has been moved for so long that nothing new was shown: the picture must follow. */
function overdue(): Wanted | undefined {
  const now = quick.current()
  return now?.observed && performance.now() - Math.max(shownAt, heldSince) > patience ? now : undefined
}

/** A preview of where the lever was a moment ago is newer than what is shown. */
function showWhileHeld(run: Run) {
  const { policies, scale } = run.scenario
  const beneath = plain.peek()
  const defaults = beneath && runs.get(keyOf(atScale(beneath, scale)))
  const base = runs.get(keyOf({ ...run.scenario, policies: [] }))
  if (!base?.whole || run === defaults || policies.length !== active.peek().policies.length) return
  picture.value = fromFinest({ scale, base, other: run, ...(defaults?.whole && { plain: defaults }) }, runs, baseline.peek().scale)
  shownAt = performance.now()
}

/** The picture shown, where it was computed in this visit. */
function computedNow(): Picture | undefined {
  return picture.peek()?.lastTime ? undefined : picture.peek()
}

function choose() {
  const base = baseline.peek()
  const other = active.peek()
  const whole = pick(base, other, dragging.peek(), runs, plain.peek())
  if (whole) {
    const before = picture.peek()
    if (before?.base !== whole.base || before.other !== whole.other || before.plain !== whole.plain) {
      picture.value = whole
      shownAt = performance.now()
    }
    return
  }
  // What was shown says nothing about another stage.
  if (picture.peek() && picture.peek()?.base.scenario.stage !== base.stage) picture.value = undefined
  if (picture.peek()?.base.whole) return
  // The very first run is shown while it comes.
  const first = runs.get(keyOf({ ...base, scale: Math.max(quickScaleOf(base), base.scale) }))
  if (first && first.records.length > 0 && picture.peek()?.base !== first) {
    picture.value = { scale: first.scenario.scale, base: first, other: first }
  }
}

function showProgress() {
  // The coarser run is the one that the next picture waits for.
  const [now] = [...working.values()].sort((a, b) => b.wanted.scenario.scale - a.wanted.scenario.scale)
  if (!now) {
    progress.value = undefined
    return
  }
  const { scenario: { years: [first, last], scale } } = now.wanted
  progress.value = { scale, year: now.year, share: (now.year - first + 1) / (last - first + 1), refining: now.refining }
}

export function stop() {
  stopped.value = true
}

export function goOn() {
  for (const [key, run] of runs) if (run.failed) runs.delete(key)
  causes.clear()
  stopped.value = false
  ask()
}
