/** What every map stands in: title and unit above, a box that takes the keyboard, what is read aloud of it, and a legend below. */

import { select } from 'd3'
import { frame, tooltip } from './frame.ts'
import { mapLegend } from './map-legend.ts'
import type { ChartWords } from './words.ts'

export function mapFrame(container: HTMLElement, words: ChartWords) {
  const outer = frame(container, 'map')
  const title = outer.element.appendChild(document.createElement('div'))
  const unitLine = outer.element.appendChild(document.createElement('div'))
  title.className = 'map-head map-title'
  unitLine.className = 'map-head map-unit'
  const box = outer.element.appendChild(document.createElement('div'))
  box.className = 'map-box'
  box.tabIndex = 0
  // The arrow keys are the map's own here; what they reach is read aloud below, and the table behind holds the rest.
  box.setAttribute('role', 'application')
  const tip = tooltip(box)
  const live = outer.element.appendChild(document.createElement('div'))
  live.className = 'map-live'
  live.setAttribute('aria-live', 'polite')
  const legendSvg = select(outer.element).append('svg').attr('class', 'map-legend').node()!
  return { outer, title, unitLine, box, tip, live, legendSvg, legend: mapLegend(legendSvg, words) }
}
