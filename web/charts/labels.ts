/** Where words go in a chart: lines broken to a width, and labels moved apart so that none covers another. */

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
