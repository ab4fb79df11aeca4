/** The hatch of prefectures without a value: as a pattern of a canvas, and of an SVG under the id `map-hatch`. */

import { select } from 'd3'
import type { MapView } from './map-view.ts'
import type { Theme } from './theme.ts'

/** Of an SVG that holds the definition below. */
export const hatchFill = 'url(#map-hatch)'

/** For a canvas that draws in the plane, where the pattern is to be as fine as if it did not. */
export function hatchPattern(pen: CanvasRenderingContext2D, theme: Theme, { ratio, k }: MapView): CanvasPattern | null {
  const size = 6 * ratio
  const tile = document.createElement('canvas')
  tile.width = tile.height = Math.round(size)
  const context = tile.getContext('2d')!
  context.fillStyle = theme.ground
  context.fillRect(0, 0, size, size)
  context.strokeStyle = theme.ink
  context.globalAlpha = 0.35
  context.lineWidth = ratio
  for (const shift of [-1, 0, 1]) {
    context.moveTo(shift * size - ratio, size + ratio)
    context.lineTo((shift + 1) * size + ratio, -ratio)
  }
  context.stroke()
  const pattern = pen.createPattern(tile, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(1 / (ratio * k)))
  return pattern
}

export function defineHatch(svg: SVGSVGElement) {
  select(svg).append('defs').append('pattern').attr('id', 'map-hatch').attr('width', 6).attr('height', 6).attr('patternUnits', 'userSpaceOnUse')
    .append('path').attr('d', 'M-1,7L7,-1M-1,1L1,-1M5,7L7,5').attr('stroke', 'currentColor').attr('stroke-opacity', 0.45).attr('stroke-width', 1)
}
