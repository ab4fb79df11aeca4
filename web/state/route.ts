/** Which part of the page is open: the laboratory, or a section of what the model is and rests on. */
import { signal } from '@preact/signals'

export const sections = [
  'model', 'validation', 'claims', 'sensitivity', 'calibration', 'parameters', 'indicators', 'data',
] as const
export type Section = (typeof sections)[number]

export interface Route {
  section: Section
  /** What of the section: a claim, an indicator; empty for none. */
  item: string
}

/** Nothing while the laboratory itself is open. */
export const route = signal<Route | undefined>(undefined)

/** `/evidence/claims/dual-role`; nothing for the laboratory. */
export function viewOf(open: Route | undefined): string {
  return open ? `/evidence/${open.section}${open.item ? `/${open.item}` : ''}` : ''
}

/** What an address asks to see; undefined where there is no such thing. */
export function routeOf(view: string): Route | undefined {
  const [, section, item = ''] = /^\/evidence\/([a-z]+)(?:\/([\w.-]{1,80}))?$/.exec(view) ?? []
  const known = sections.find(name => name === section)
  return known && { section: known, item }
}

/** The two parts of an address after #: the scenario, `#v1.…`, and what is being looked at, `/evidence/claims`; either may be missing. */
export function splitHash(hash: string): { scenario: string; view: string } {
  const at = hash.indexOf('/')
  if (at < 0) return { scenario: hash, view: '' }
  const scenario = hash.slice(0, at)
  return { scenario: scenario === '#' ? '' : scenario, view: hash.slice(at) }
}

export function joinHash(scenario: string, view: string): string {
  return scenario || view ? `${scenario || '#'}${view}` : ''
}
