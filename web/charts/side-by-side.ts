/** Charts that stand side by side begin their plots at one height, however many lines the heading of each takes. */
import { drawSoon } from './frames.ts'

interface Standing {
  top: number
  width: number
  /** Of its own heading, and of the tallest beside it as it was last drawn. */
  height: number
  room: number
  redraw(): void
}

const standing = new Map<Element, Standing>()

/** @param redraw draws the chart anew when its neighbours' headings have changed */
export function sideBySide(element: Element, redraw: () => void) {
  const chart: Standing = { top: NaN, width: 0, height: 0, room: 0, redraw }
  standing.set(element, chart)
  return {
    /** What the heading may take, of which it needs so much. */
    roomFor(height: number): number {
      chart.height = height
      chart.room = roomOf(chart)
      settleLater()
      return chart.room
    },
    leave() {
      standing.delete(element)
      // Those after it have moved up.
      drawSoon(standing, lookAround)
    },
  }
}

/** Where all stand: best asked when the browser has just laid out the page, which it else does for this. */
export function lookAround() {
  for (const [element, chart] of standing) {
    const { top, width } = element.getBoundingClientRect()
    Object.assign(chart, { top: Math.round(top), width: Math.round(width) })
  }
  settleLater()
}

const roomOf = ({ top, width, height }: Standing): number =>
  Math.max(height, ...[...standing.values()].filter(other => other.top === top && other.width === width).map(other => other.height))

/** Milliseconds after the last drawing: while all are drawn for the first time none is drawn twice. */
const quiet = 300
let timer: ReturnType<typeof setTimeout> | undefined

function settleLater() {
  clearTimeout(timer)
  timer = setTimeout(settle, quiet)
}

function settle() {
  for (const [element, chart] of standing) {
    if (chart.room > 0 && chart.room !== roomOf(chart)) drawSoon(element, chart.redraw)
  }
}
