/** Marks that slide to where they belong, so that the eye follows what has changed. */

import { select, type BaseType, type Selection } from 'd3'

/** Milliseconds. */
const duration = 200

/** A selection that takes its next attributes slowly, or at once. */
export function sliding<E extends BaseType, D>(
  selection: Selection<E, D, BaseType, unknown>, animate: boolean,
): Selection<E, D, BaseType, unknown> {
  selection.interrupt()
  // A transition takes `attr` as a selection does; d3's types have no common face for the two.
  return animate ? (selection.transition().duration(duration) as unknown as typeof selection) : selection
}

/** Paths as `path` has them; one whose number of points has changed cannot slide into its new place. */
export function trace<D>(
  selection: Selection<SVGPathElement, D, BaseType, unknown>, path: (datum: D) => string, animate: boolean,
) {
  selection.each(function (datum) {
    const to = path(datum)
    const from = this.getAttribute('d') ?? ''
    if (from === to) return
    sliding(select(this), animate && corners(from) === corners(to)).attr('d', to)
  })
}

function corners(path: string): number {
  return path.split(/[ML]/).length
}
