/** The arrow keys among marks that lie about on a plane. */

export type Direction = 'left' | 'right' | 'up' | 'down'

/**
 * The nearest centre in a direction: distance counts, and twice as much what lies aside.
 * @returns its index, or `from` where nothing lies that way
 */
export function neighbour(x: Float64Array, y: Float64Array, from: number, direction: Direction): number {
  const [dx, dy] = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[direction]
  let best = from
  let least = Infinity
  for (let i = 0; i < x.length; i++) {
    const ahead = (x[i] - x[from]) * dx + (y[i] - y[from]) * dy
    const aside = Math.abs((x[i] - x[from]) * dy) + Math.abs((y[i] - y[from]) * dx)
    // NaN fails the comparison, as does the unit itself.
    if (!(ahead > 0.5) || aside > ahead * 2) continue
    const cost = ahead + 2 * aside
    if (cost >= least) continue
    least = cost
    best = i
  }
  return best
}

const directions: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

/** Where an arrow key points; undefined for any other key, and for one that is held together with another. The page does not scroll by it. */
export function arrowOf(event: KeyboardEvent): Direction | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined
  const direction = directions[event.key]
  if (direction) event.preventDefault()
  return direction
}
