/** The address bar: the scenario and the part of the page that it asks for, and it kept at what they are. */
import { effect } from '@preact/signals'
import { defaultScenario, type Scenario } from '../../sim/index.ts'
import { activeScenario } from './laboratory.ts'
import type * as link from './link.ts'
import { joinHash, route, routeOf, splitHash, viewOf, type Route } from './route.ts'
import { history, openScenario } from './scenarios.ts'
import { report, troubles } from './trouble.ts'

/** The scenario's part of the address as it was last written or read. */
let writtenHash = ''

/** What reads and writes scenarios as files and links, fetched when it is first needed; nothing, which the page says, where it cannot be fetched. */
export async function scenarioFiles(): Promise<typeof link | undefined> {
  try {
    return await import('./link.ts')
  } catch {
    report({ kind: 'notLoaded' })
    return undefined
  }
}

/** Opens what the address asks for; a link that cannot be read leaves the baseline and says why. */
export async function readAddress() {
  const { scenario: hash, view } = splitHash(location.hash)
  const asked = routeOf(view)
  if (view && !asked) report({ kind: 'link', reason: 'damaged', detail: '' })
  route.value = asked
  if (hash === writtenHash) return
  const files = await scenarioFiles()
  if (!files) return
  try {
    const scenario = await files.fromHash(hash)
    writtenHash = hash
    if (scenario) openScenario(scenario)
  } catch (error) {
    if (!(error instanceof files.UnreadableError)) throw error
    report({ kind: 'link', reason: error.reason, detail: error.detail })
  }
}

/** The address of a part of the page, with the scenario as it is. */
export function addressOf(open: Route | undefined): string {
  return joinHash(writtenHash, viewOf(open)) || location.pathname + location.search
}

/** Opens a part of the page; the browser's way back leads to where the reader was. */
export function go(open: Route | undefined) {
  if (viewOf(open) === viewOf(route.peek())) return
  route.value = open
  window.history.pushState(null, '', addressOf(open))
}

/** Keeps the address at the scenario as it is now. */
export function followAddress() {
  addEventListener('hashchange', () => void readAddress())
  addEventListener('popstate', () => void readAddress())
  effect(() => {
    const scenario = activeScenario(history.value.present)
    void hashOf(scenario).then(hash => {
      if (hash === undefined || scenario !== activeScenario(history.peek().present) || hash === splitHash(location.hash).scenario) return
      // The address that could not be read stays until the reader changes something.
      if (hash === '' && troubles.peek().some(({ trouble }) => trouble.kind === 'link')) return
      writtenHash = hash
      window.history.replaceState(null, '', addressOf(route.peek()))
    })
  })
}

async function hashOf(scenario: Scenario): Promise<string | undefined> {
  return scenario === defaultScenario ? '' : (await scenarioFiles())?.toHash(scenario)
}
