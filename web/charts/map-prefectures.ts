/** Prefectures on the map: filled by class on one canvas and parted by lines on another, each drawn anew only where it has changed. */

import { create } from 'd3'
import type { Topology } from 'topojson-specification'
import { hatchFill, hatchPattern } from './map-hatch.ts'
import { shapingPrefectures, type PrefectureShapes } from './map-geometry.ts'
import { circleFill, circleInk } from './map-legend.ts'
import type { MapKind, MapScale } from './map-scale.ts'
import { drawInPlane, plane, type MapView } from './map-view.ts'
import type { Theme } from './theme.ts'

/** Milliseconds of a frame that shaping and filling may take. */
const budget = 8

export function mapPrefectures(fills: CanvasRenderingContext2D, lines: CanvasRenderingContext2D, geometry: Topology, prefectureCodes: readonly number[]) {
  let shapes: PrefectureShapes | undefined
  const paths: (Path2D | undefined)[] = []
  let unknownPath = new Path2D()
  const shaping = shape()
  /** By prefecture, as it is filled; −2 where it is not. */
  const classes = new Int8Array(prefectureCodes.length)
  let hatch: CanvasPattern | null = null
  let view: MapView
  let theme: Theme

  return {
    /** Goes on with the shapes for as long as a frame allows. @returns them when they are all there */
    shaped(): PrefectureShapes | undefined {
      const until = performance.now() + budget
      while (!shapes && performance.now() < until) shaping.next()
      return shapes
    },

    /** Both canvases are empty after this, and of the size that `view` says. */
    resize(next: MapView, colours: Theme) {
      view = next
      theme = colours
      for (const { canvas } of [fills, lines]) {
        canvas.width = Math.round(view.width * view.ratio)
        canvas.height = Math.round(view.height * view.ratio)
      }
      drawInPlane(fills, view)
      drawInPlane(lines, view)
      hatch = hatchPattern(fills, theme, view)
    },

    /** All are to be filled again. */
    clear() {
      classes.fill(-2)
      fills.clearRect(0, 0, plane.width, plane.height)
      fills.fillStyle = hatch ?? theme.line
      fills.fill(unknownPath)
    },

    /** Fills those whose class differs from the last picture. @returns whether all are filled: a frame may be too short */
    fill(values: Float64Array, scale: MapScale): boolean {
      const until = performance.now() + budget
      for (let i = 0; i < values.length; i++) {
        const path = paths[i]
        const index = scale.classOf(values[i])
        if (!path || index === classes[i]) continue
        classes[i] = index
        fills.fillStyle = index < 0 ? (hatch ?? theme.line) : scale.colour(index)
        fills.fill(path)
        if (performance.now() > until) return false
      }
      return true
    },

    drawBorders(kind: MapKind) {
      lines.clearRect(0, 0, plane.width, plane.height)
      lines.lineJoin = 'round'
      for (const { path, colour, opacity, width } of strokes(kind)) {
        lines.strokeStyle = colour
        lines.globalAlpha = opacity
        lines.lineWidth = width / view.k
        lines.stroke(new Path2D(path))
      }
      const { inset } = shapes!
      lines.globalAlpha = 1
      lines.strokeStyle = theme.line
      lines.lineWidth = 1 / view.k
      lines.strokeRect(inset.x, inset.y, inset.width, inset.height)
    },

    mark(pen: CanvasRenderingContext2D, prefecture: number) {
      const path = paths[prefecture]
      if (!path) return
      pen.save()
      drawInPlane(pen, view)
      pen.lineJoin = 'round'
      pen.strokeStyle = theme.ground
      pen.lineWidth = 4 / view.k
      pen.stroke(path)
      pen.strokeStyle = theme.ink
      pen.lineWidth = 2 / view.k
      pen.stroke(path)
      pen.restore()
    },

    /** The prefecture that holds a point of the map; −1 where there is none. */
    at(x: number, y: number): number {
      const { boxes } = shapes!
      const [planeX, planeY] = [(x - view.dx) / view.k, (y - view.dy) / view.k]
      for (let i = 0; i < paths.length; i++) {
        const path = paths[i]
        const within = planeX >= boxes[4 * i] && planeX <= boxes[4 * i + 2] && planeY >= boxes[4 * i + 1] && planeY <= boxes[4 * i + 3]
        // The point is taken in the canvas's own pixels, whatever the transform.
        if (path && within && fills.isPointInPath(path, x * view.ratio, y * view.ratio)) return i
      }
      return -1
    },

    /** @param titleOf what each prefecture says of itself */
    vector(values: Float64Array, scale: MapScale, kind: MapKind, titleOf: (prefecture: number) => string): SVGGElement {
      const { outline, unknown, inset } = shapes!
      const group = create<SVGGElement>('svg:g')
      outline.forEach((d, i) => {
        if (!d) return
        const index = scale.classOf(values[i])
        group.append('path').attr('d', d).attr('fill', index < 0 ? hatchFill : scale.colour(index)).append('title').text(titleOf(i))
      })
      group.append('path').attr('d', unknown).attr('fill', hatchFill)
      for (const { path, colour, opacity, width } of strokes(kind)) {
        group.append('path').attr('d', path).attr('fill', 'none')
          .attr('stroke', colour).attr('stroke-opacity', opacity).attr('stroke-width', width / view.k)
      }
      group.append('rect').attr('x', inset.x).attr('y', inset.y).attr('width', inset.width).attr('height', inset.height)
        .attr('fill', 'none').attr('stroke', theme.line).attr('stroke-width', 1 / view.k)
      return group.node()!
    },
  }

  /** Everything that is made once, in steps. */
  function* shape(): Generator<void> {
    const made = yield* shapingPrefectures(geometry, prefectureCodes, plane.width, plane.height)
    for (const outline of made.outline) {
      paths.push(outline ? new Path2D(outline) : undefined)
      yield
    }
    unknownPath = new Path2D(made.unknown)
    shapes = made
  }

  /** Light lines over cividis, dark ones over the pale diverging colours; both are the same in light and dark. */
  function strokes(kind: MapKind) {
    const { borders, provinceBorders, edge, islands } = shapes!
    const [colour, faint, strong] = kind === 'level' ? [circleFill, 0.4, 0.95] : [circleInk, 0.18, 0.55]
    return [
      { path: borders, colour, opacity: faint, width: 0.5 },
      { path: provinceBorders, colour, opacity: strong, width: 1 },
      { path: edge, colour: theme.ink, opacity: 0.5, width: 0.6 },
      { path: islands, colour: theme.ink, opacity: 1, width: 0.75 },
    ]
  }
}
