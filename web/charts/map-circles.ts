/** Towns and cities on the map: circles by residents, where each stands, and which one is under a point. */

import { create } from 'd3'
import { tiers, type Settlements } from '../../sim/record.ts'
import { circleFill, circleFillOpacity, circleInk, circleMarks, dotOpacity, dotRadius, largestRadius, radiusOf, ring } from './map-legend.ts'
import type { MapView } from './map-view.ts'

/** Radius in px of a city of 25 m, by the size of the map. */
export function largestOn(view: MapView | undefined): number {
  return view ? Math.max(9, Math.min(largestRadius, view.width / 38, (view.height * 1.25) / 38)) : 9
}

/** Smaller than this, in px, nothing is drawn; and smaller than that, nothing can be aimed at. */
const leastDrawn = 0.3
const leastAimedAt = 2

export function settlementCircles() {
  let residents: Settlements['residents'] = new Float64Array(0)
  let tier: Settlements['tier'] = new Uint8Array(0)
  let largest = 0
  /** What they were placed by: places are kept for as long as neither changes. */
  let placed: { longitude: Settlements['longitude']; view: MapView } | undefined
  let x = new Float64Array(0)
  let y = new Float64Array(0)
  let bySize = new Uint32Array(0)

  return {
    /** @param project from longitude and latitude to the plane */
    place(settlements: Settlements, project: (position: [longitude: number, latitude: number]) => readonly [x: number, y: number], view: MapView) {
      const { longitude, latitude } = settlements
      ;({ residents, tier } = settlements)
      largest = largestOn(view)
      if (placed?.longitude !== longitude || placed.view !== view) {
        placed = { longitude, view }
        x = new Float64Array(longitude.length)
        y = new Float64Array(longitude.length)
        for (let i = 0; i < longitude.length; i++) {
          const [planeX, planeY] = project([longitude[i], latitude[i]])
          x[i] = planeX * view.k + view.dx
          y[i] = planeY * view.k + view.dy
        }
        bySize = new Uint32Array(longitude.length).map((_, i) => i)
      }
      // Large first, so that a small one stands on it; nearly in order from last year, which is what sorting likes.
      bySize.sort((a, b) => residents[b] - residents[a])
    },

    draw(pen: CanvasRenderingContext2D) {
      pen.strokeStyle = circleInk
      for (const i of bySize) {
        const radius = radiusOf(residents[i], largest)
        if (radius < leastDrawn) continue
        const { width, outer } = ring[tiers[tier[i]]]
        const dot = radius < dotRadius
        pen.globalAlpha = dot ? dotOpacity : circleFillOpacity
        pen.fillStyle = circleFill
        pen.beginPath()
        pen.arc(x[i], y[i], dot ? Math.max(0.6, radius) : radius, 0, 2 * Math.PI)
        pen.fill()
        if (dot) continue
        pen.globalAlpha = 1
        pen.lineWidth = width
        pen.stroke()
        if (!outer) continue
        pen.lineWidth = 0.8
        pen.beginPath()
        pen.arc(x[i], y[i], radius + outer, 0, 2 * Math.PI)
        pen.stroke()
      }
      pen.globalAlpha = 1
    },

    mark(pen: CanvasRenderingContext2D, settlement: number, colour: string) {
      pen.strokeStyle = colour
      pen.lineWidth = 2.5
      pen.beginPath()
      pen.arc(x[settlement], y[settlement], radiusOf(residents[settlement], largest) + 2, 0, 2 * Math.PI)
      pen.stroke()
    },

    /** The smallest circle that holds the point; those too small to aim at are left out. −1 where there is none. */
    at(pointX: number, pointY: number): number {
      for (let k = bySize.length - 1; k >= 0; k--) {
        const i = bySize[k]
        const radius = radiusOf(residents[i], largest)
        if (radius >= leastAimedAt && (x[i] - pointX) ** 2 + (y[i] - pointY) ** 2 <= (radius + 1) ** 2) return i
      }
      return -1
    },

    /** Where the largest stands. */
    ofLargest(): readonly [x: number, y: number] | undefined {
      return bySize.length ? [x[bySize[0]], y[bySize[0]]] : undefined
    },

    vector(): SVGGElement {
      const group = create<SVGGElement>('svg:g')
      // Thousands of dots: one element, so that other programs open the file as fast as this page writes it.
      const dots = group.append('path').attr('fill', circleFill).attr('fill-opacity', dotOpacity)
      let outlines = ''
      for (const i of bySize) {
        const radius = radiusOf(residents[i], largest)
        if (radius < leastDrawn) continue
        const [cx, cy] = [x[i].toFixed(1), y[i].toFixed(1)]
        if (radius < dotRadius) {
          const r = Math.max(0.6, radius).toFixed(1)
          outlines += `M${cx},${cy}m-${r},0a${r},${r} 0 1 0 ${2 * Number(r)},0a${r},${r} 0 1 0 -${2 * Number(r)},0`
          continue
        }
        for (const { r, fill, width } of circleMarks(tiers[tier[i]], radius)) {
          group.append('circle').attr('cx', cx).attr('cy', cy).attr('r', r.toFixed(1))
            .attr('fill', fill ? circleFill : 'none').attr('fill-opacity', circleFillOpacity).attr('stroke', circleInk).attr('stroke-width', width)
        }
      }
      dots.attr('d', outlines)
      return group.node()!
    },
  }
}
