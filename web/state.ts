/** What the page knows: the reader's scenarios, the runs behind them, and what is being looked at. */
import { batch, computed, effect, signal } from '@preact/signals'
import { defaultScenario, type Scenario, type Stage } from '../sim/index.ts'
import { idleReasons } from '../sim/policies/idle.ts'
import type { LeverValue, Policy } from '../sim/policies/policy.ts'
import { whenIdle } from './charts/breathe.ts'
import { createLane, openWorker, type Lane, type LaneEvents, type Places, type Wanted } from './engine.ts'
import { newHistory, record, redo, undo } from './state/history.ts'
import {
  activeScenario, baselineScenario, defaultDates, inForce, newLaboratory, plainScenario, stepsOf, withAssumption, withLaterStep,
  withLever, withName, withoutAssumptions, withoutLever, withoutLevers, withoutStep, withScenario, withSettings, withStage,
  type Laboratory, type Settings,
} from './state/laboratory.ts'
import { keeping, kept } from './state/last-picture.ts'
import type * as link from './state/link.ts'
import { keepRepeatsOf, startRepeats } from './state/repeats.ts'
import { joinHash, route, routeOf, splitHash, viewOf, type Route } from './state/route.ts'
import {
  atScale, between, forgetOld, isOf, keyOf, pick, quickRuns, quickScaleOf, thoroughRuns, yearsToKeep, yearsToObserve,
  type Picture, type Run,
} from './state/runs.ts'
import type { Trouble } from './state/trouble.ts'
import { playing, showPart, shownPart, year, yearWhile } from './state/view.ts'

// ── Scenarios ──

const history = signal(newHistory(newLaboratory()))
/** The scenarios while a lever is being dragged; they enter the history when it is let go. */
const draft = signal<Laboratory | undefined>(undefined)

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
export const plannedDates = signal<Record<string, { from: number; phaseIn: number }>>({})

/** Which of its settings a lever shows and changes, where a scenario sets it several times; the last otherwise. */
export const chosenStep = signal<Record<string, number>>({})

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
  })
}

/** While the lever is held. */
export function dragLever(policy: Policy, value: LeverValue) {
  if (!draft.peek()) shownAt = performance.now()
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
  if (!draft.peek()) shownAt = performance.now()
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

// ── Runs ──

export const places = signal<Places | undefined>(undefined)
/** What charts and map show; it stays until the next one is whole. */
export const picture = signal<Picture | undefined>(undefined)
/** Goes up with every year of a picture that is still growing. */
export const grown = signal(0)
export const stopped = signal(false)

export interface Progress {
  scale: number
  year: number
  /** Of this run, 0–1. */
  share: number
  /** Whether the first picture is still to come, or only a finer one. */
  refining: boolean
}
export const progress = signal<Progress | undefined>(undefined)

/** Whether what is shown belongs to earlier lever positions. */
export const isStale = computed(() => picture.value !== undefined
  && (picture.value.lastTime === true || !isOf(picture.value, baseline.value, active.value)))

/** Milliseconds after which a preview is late. */
const lateAfter = 400
const isLate = signal(false)
effect(() => {
  isLate.value = false
  // Each picture begins the wait anew.
  if (!dragging.value || !isStale.value || !picture.value) return
  const timer = setTimeout(() => { isLate.value = true }, lateAfter)
  return () => clearTimeout(timer)
})

/** Whether charts show it: while a lever is held only when the next preview is late, because otherwise each chart would be drawn twice for it. */
export const isDim = computed(() => isStale.value && (!dragging.value || isLate.value))

export const runsDone = signal(0)

export const troubles = signal<{ id: number; trouble: Trouble }[]>([])
let troubleCount = 0

export function report(trouble: Trouble) {
  const others = troubles.value.filter(({ trouble: { kind } }) => kind !== trouble.kind)
  troubles.value = [...others, { id: ++troubleCount, trouble }]
}

export function dismiss(id: number) {
  troubles.value = troubles.value.filter(trouble => trouble.id !== id)
}

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
      for (const record of records) {
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
    onFailure({ key, scenario }, message, unfetched) {
      const run = runs.get(key) ?? { key, scenario, records: [], whole: false, failed: true }
      runs.set(key, { ...run, failed: true })
      working.delete(key)
      showProgress()
      report(unfetched || !places.peek() ? { kind: 'unfetched' } : { kind: 'failed', detail: message })
    },
  }
}

let keepable = true
/** The picture that is being kept: a later one takes its place, for two that are written at a time spoil each other. */
let beingKept: ReturnType<typeof keeping> | undefined

/** For the next visit, when there is time. What the browser refuses is said once. */
function keepLater(run: Run) {
  const known = places.peek()
  if (!known || !keepable) return
  const steps = keeping(run, known)
  beingKept = steps
  whenIdle(some)

  function some() {
    if (steps !== beingKept) return
    const until = performance.now() + 8
    let step = steps.next()
    while (!step.done && performance.now() < until) step = steps.next()
    if (!step.done) return whenIdle(some)
    keepable = step.value
    if (!keepable) report({ kind: 'notKept' })
  }
}

/** Shows the baseline of the last visit, if the browser kept one of these settings, until this visit's first run is there. */
export function showLastTime() {
  const last = kept(baseline.peek())
  if (!last) return
  places.value ??= last.places
  picture.value = { scale: last.run.scenario.scale, base: last.run, other: last.run, lastTime: true }
}

let quick: Lane
let thorough: Lane

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
  onFailure: detail => report({ kind: 'failed', detail }),
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
  forgetOld(runs, new Set([...needed, shown?.base.key ?? '', shown?.other.key ?? '', shown?.plain?.key ?? '']),
    // Of a village every year holds everybody.
    base.stage === 'village' ? 5 : undefined)
}

/** Milliseconds without a new picture after which a preview is finished first, though the lever has moved on. */
const patience = 500
let shownAt = 0

/** The preview being computed, once a lever has been moved for so long that nothing new was shown: the picture must follow. */
function overdue(): Wanted | undefined {
  const now = quick.current()
  return now?.observed && performance.now() - shownAt > patience ? now : undefined
}

/** A preview of where the lever was a moment ago is newer than what is shown. */
function showWhileHeld(run: Run) {
  const { policies, scale } = run.scenario
  const beneath = plain.peek()
  const defaults = beneath && runs.get(keyOf(atScale(beneath, scale)))
  const base = runs.get(keyOf({ ...run.scenario, policies: [] }))
  if (!base?.whole || run === defaults || policies.length !== active.peek().policies.length) return
  picture.value = { scale, base, other: run, ...(defaults?.whole && { plain: defaults }) }
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
  stopped.value = false
  ask()
}

// ── The address bar ──

/** The scenario's part of the address as it was last written or read, and the part of China that it shows. */
let writtenHash = ''
let writtenStage: Stage = defaultScenario.stage
/** The part of the address that says what is looked at in the laboratory. */
let writtenPart = ''

/** What reads and writes scenarios as files and links, fetched when it is first needed; nothing, which the page says, where it cannot be fetched. */
export async function scenarioFiles(): Promise<typeof link | undefined> {
  try {
    return await import('./state/link.ts')
  } catch {
    report({ kind: 'notLoaded' })
    return undefined
  }
}

/** Opens what the address asks for; a link that cannot be read leaves the baseline and says why. */
export async function readAddress() {
  const { scenario: hash, view } = splitHash(location.hash)
  const asked = routeOf(view)
  if (!asked && showPart(view)) writtenPart = view
  else if (view && !asked) report({ kind: 'link', reason: 'damaged', detail: '' })
  route.value = asked
  if (hash === writtenHash) return
  const files = await scenarioFiles()
  if (!files) return
  try {
    const scenario = await files.fromHash(hash) ?? defaultScenario
    // The browser may tell of one change of address twice.
    if (hash === writtenHash) return
    writtenHash = hash
    writtenStage = scenario.stage
    openScenario(scenario)
  } catch (error) {
    if (!(error instanceof files.UnreadableError)) throw error
    report({ kind: 'link', reason: error.reason, detail: error.detail })
  }
}

/** The address of a part of the page, with the scenario as it is. */
export function addressOf(open: Route | undefined): string {
  return joinHash(writtenHash, viewPart(open)) || location.pathname + location.search
}

/** The part of an address after the scenario. */
export const viewPart = (open: Route | undefined): string => viewOf(open) || writtenPart

/** Opens a part of the page; the browser's way back leads to where the reader was. */
export function go(open: Route | undefined) {
  if (viewOf(open) === viewOf(route.peek())) return
  route.value = open
  window.history.pushState(null, '', addressOf(open))
}

/** Milliseconds after which the address follows what is looked at: browsers allow few changes of it. */
const restOfView = 400

/** Keeps the address at the scenario as it is now, and at what is looked at. */
export function followAddress() {
  addEventListener('hashchange', () => void readAddress())
  addEventListener('popstate', () => void readAddress())
  followView()
  effect(() => {
    const scenario = activeScenario(history.value.present)
    void hashOf(scenario).then(hash => {
      if (hash === undefined || scenario !== activeScenario(history.peek().present) || hash === splitHash(location.hash).scenario) return
      // The address that could not be read stays until the reader changes something.
      if (hash === '' && troubles.peek().some(({ trouble }) => trouble.kind === 'link')) return
      writtenHash = hash
      // From a county the browser's way back leads to China, and not out of the page.
      const write = scenario.stage === writtenStage ? 'replaceState' : 'pushState'
      writtenStage = scenario.stage
      window.history[write](null, '', addressOf(route.peek()))
    })
  })
}

/** Once the first run is whole, for until then the year goes on by itself. */
function followView() {
  effect(() => {
    const part = shownPart(active.value.years[1])
    if (part === writtenPart || playing.value || !picture.value?.base.whole) return
    const timer = setTimeout(() => {
      writtenPart = part
      if (!route.peek()) window.history.replaceState(null, '', addressOf(undefined))
    }, restOfView)
    return () => clearTimeout(timer)
  })
}

async function hashOf(scenario: Scenario): Promise<string | undefined> {
  return scenario === defaultScenario ? '' : (await scenarioFiles())?.toHash(scenario)
}

/** While the first picture grows, the year shown follows it. */
export function followFirstRun() {
  const end = effect(() => {
    void grown.value
    const shown = picture.value
    if (!shown) return
    const { records } = shown.other
    if (records.length > 0) year.value = yearWhile(records[records.length - 1].year)
    if (shown.base.whole) queueMicrotask(() => end())
  })
}
