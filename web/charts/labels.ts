/** Where words go in a chart: lines broken to a width, labels moved apart so that none covers another, and names beside what they name. */

/**
 * Centres of labels as near as possible to where they want to be, in order, without overlap and inside `[from, to]`.
 * Labels that would meet form a block around their mean; where all together are too tall they share the room evenly.
 * @param wanted centre of each label
 * @param heights height of each label, same unit
 */
export function spread(wanted: readonly number[], heights: readonly number[], from: number, to: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b)
  const total = heights.reduce((sum, height) => sum + height, 0)
  const squeeze = total > to - from && total > 0 ? (to - from) / total : 1

  interface Block { labels: number[]; height: number; top: number; wish: number }
  const blocks: Block[] = []
  for (const label of order) {
    const height = heights[label] * squeeze
    let block: Block = { labels: [label], height, top: 0, wish: wanted[label] - height / 2 }
    block.top = within(block.wish, from, to - height)
    for (let last = blocks.at(-1); last && last.top + last.height > block.top; last = blocks.at(-1)) {
      blocks.pop()
      block = merged(last, block)
      block.top = within(block.wish, from, to - block.height)
    }
    blocks.push(block)
  }

  const centres = new Array<number>(wanted.length)
  for (const { labels, top } of blocks) {
    let edge = top
    for (const label of labels) {
      const height = heights[label] * squeeze
      centres[label] = edge + height / 2
      edge += height
    }
  }
  return centres

  /** `wish` is the top at which the block's labels are on average where they want to be. */
  function merged(above: Block, below: Block): Block {
    const [a, b] = [above.labels.length, below.labels.length]
    return {
      labels: [...above.labels, ...below.labels],
      height: above.height + below.height,
      top: 0,
      wish: (above.wish * a + (below.wish - above.height) * b) / (a + b),
    }
  }
}

/**
 * The lowest line of small print, by its base, that none of the spans crosses; undefined where there is none.
 * @param spans from where to where each is, from above
 */
export function freeLine(spans: readonly (readonly [number, number])[], from: number, to: number): number | undefined {
  for (let base = to; base >= from; base--) {
    if (spans.every(([top, bottom]) => bottom < base - 11 || top > base + 5)) return base
  }
  return undefined
}

/** The name of a circle: on which of its sides, and its corner. */
export interface Name {
  side: number
  left: number
  top: number
}

/** Right of a circle, left, above, below, then aslant: where the name begins to the right and below of its middle, in radii, and how much of it lies on the right. */
const sides = [
  [1, 0, 1], [-1, 0, 0], [0, -1, 0.5], [0, 1, 0.5], [0.75, -0.75, 1], [0.75, 0.75, 1], [-0.75, -0.75, 0], [-0.75, 0.75, 0],
  [0, -1, 0.75], [0, 1, 0.75], [0, -1, 0.25], [0, 1, 0.25],
] as const
const nameHeight = 14
const nameGap = 3

/**
 * Names beside circles, where they cover no circle and no name before them and lie inside the drawing; who finds no such place has no name.
 * @param wanted which circles, the most wanted first
 * @param before where names stood: each keeps its side while it is free
 * @param coverable px; the names of larger circles may cover circles of no more than this radius
 */
export function nameCircles(
  wanted: readonly number[],
  { x, y, radius, widthOf, width, height }: {
    x: ArrayLike<number>; y: ArrayLike<number>; radius: ArrayLike<number>; widthOf(circle: number): number; width: number; height: number
  },
  before: ReadonlyMap<number, Name> = new Map(),
  coverable = 0,
): Map<number, Name> {
  const names = new Map<number, Name>()
  const taken: { left: number; right: number; top: number }[] = []
  for (const k of wanted) {
    const long = widthOf(k)
    const last = before.get(k)?.side
    const order = [...(last === undefined ? [] : [last]), ...sides.keys()]
    for (const side of order) {
      const [toRight, down, part] = sides[side]
      const left = x[k] + toRight * (radius[k] + nameGap) - long * (1 - part)
      const top = y[k] + down * (radius[k] + nameGap) - (nameHeight * (1 - Math.sign(down))) / 2
      if (!isFree(left, left + long, top, radius[k] > coverable ? coverable : 0)) continue
      names.set(k, { side, left, top })
      taken.push({ left, right: left + long, top })
      break
    }
  }
  return names

  function isFree(left: number, right: number, top: number, covered: number): boolean {
    if (left < 0 || right > width || top < 0 || top + nameHeight > height) return false
    if (taken.some(other => right + 4 > other.left && left < other.right + 4 && Math.abs(top - other.top) < nameHeight)) return false
    for (let j = 0; j < x.length; j++) {
      if (radius[j] <= covered) continue
      const away = Math.hypot(Math.max(left - x[j], 0, x[j] - right), Math.max(top - y[j], 0, y[j] - top - nameHeight))
      if (away < radius[j]) return false
    }
    return true
  }
}

function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

/** Text broken into lines of at most `width`: Chinese anywhere, others at spaces. A word too long stays whole. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const pieces = text.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = piece
    } else {
      line += piece
    }
  }
  if (line) lines.push(line.trimEnd())
  return lines
}
