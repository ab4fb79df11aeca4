/** The address bar: the scenario and the part of the page that it asks for, and it kept at what they are. */
import { effect } from '@preact/signals'
import { defaultScenario, type Scenario, type Stage } from '../../sim/index.ts'
import { activeScenario } from './laboratory.ts'
import type * as link from './link.ts'
import { picture } from './picture.ts'
import { joinHash, route, routeOf, splitHash, viewOf, type Route } from './route.ts'
import { active, history, openScenario } from './scenarios.ts'
import { dismissKinds, report, type Trouble } from './trouble.ts'
import { playing, showPart, shownPart } from './view.ts'

/** The scenario's part of the address as it was last written or read, and the part of China that it shows. */
let writtenHash = ''
let writtenStage: Stage = defaultScenario.stage
/** The part of the address that says what is looked at in the laboratory. */
let writtenPart = ''
/** The scenario's part of an address that the page was opened with and that could not be read: it stays until the reader changes something. */
let unread: string | undefined

/** What reads and writes scenarios as files and links, fetched when it is first needed; nothing, which the page says, where it cannot be fetched. */
export async function scenarioFiles(): Promise<typeof link | undefined> {
  try {
    const files = await import('./link.ts')
    dismissKinds('notLoaded')
    return files
  } catch {
    report({ kind: 'notLoaded' })
    return undefined
  }
}

/**
 * Opens what the address asks for. A link that cannot be read says why: where the page opens with it, it shows the baseline; later on the scenario stays
 * as it was, and the address is put right.
 */
export async function readAddress(opening = false) {
  const { scenario: hash, view } = splitHash(location.hash)
  const asked = routeOf(view)
  const isPart = !asked && showPart(view)
  if (isPart) writtenPart = view
  const isNothing = view !== '' && !asked && !isPart
  const instead = opening ? 'baseline' : 'before'
  route.value = asked
  if (hash === writtenHash) {
    if (isNothing) refuse({ kind: 'link', reason: 'damaged', detail: '', shown: instead })
    return
  }
  const files = await scenarioFiles()
  if (!files) return
  try {
    const scenario = await files.fromHash(hash) ?? defaultScenario
    // The browser may tell of one change of address twice.
    if (hash === writtenHash) return
    writtenHash = hash
    writtenStage = scenario.stage
    openScenario(scenario)
    if (isNothing) refuse({ kind: 'link', reason: 'damaged', detail: '', shown: 'scenario' })
  } catch (error) {
    if (!(error instanceof files.UnreadableError)) throw error
    if (hash !== splitHash(location.hash).scenario) return
    const trouble: Trouble = { kind: 'link', reason: error.reason, detail: error.detail, shown: instead }
    if (!opening) return refuse(trouble)
    unread = hash
    report(trouble)
  }
}

/** Says what is wrong with the address, and puts it right. */
function refuse(trouble: Trouble) {
  report(trouble)
  window.history.replaceState(null, '', addressOf(route.peek()))
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
      if (hash === '' && splitHash(location.hash).scenario === unread) return
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
