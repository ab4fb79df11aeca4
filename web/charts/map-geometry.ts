/** The units of the map on the plane: outlines, borders, centres, and which unit lies where. */

import { geoConicEqualArea, geoIdentity, geoPath } from 'd3'
import type { Feature, Geometry } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification'

export interface UnitShapes {
  width: number
  height: number
  /** Place of a longitude and latitude in px, in the main map. */
  project(position: [longitude: number, latitude: number]): [x: number, y: number]
  /** Outline by unit index; absent where the geometry has no such unit. */
  outline: (string | undefined)[]
  /** Units that the data do not cover, in one path. */
  unknown: string
  /** What lies in the inset alone, drawn with a line: islands too small for a fill. */
  islands: string
  /** Borders between units of one province, and between provinces. */
  borders: string
  provinceBorders: string
  /** The outer edge of all units together. */
  edge: string
  /** Middle of each unit in px; NaN where there is none. */
  centreX: Float64Array
  centreY: Float64Array
  /** Box of each unit: x0, y0, x1, y1. */
  boxes: Float64Array
  /** The islands far to the south, in a small map of their own. */
  inset: { x: number; y: number; width: number; height: number }
}

interface UnitProperties {
  code: string | number
  province_code: string | number
}

/** Units that reach south of this latitude are drawn in the inset: in the main map they would halve everything else. */
const insetSouthOf = 17
const insetArea = { type: 'MultiPoint' as const, coordinates: [[106, 6.5], [119.5, 6.5], [107, 23.5], [119, 23.5]] }

/** Fits the units of `geometry` into `width` × `height` px, equal areas kept, in small steps. `unitCodes` gives their order. */
export function* shapingUnits(
  geometry: Topology, unitCodes: readonly number[], width: number, height: number,
): Generator<void, UnitShapes> {
  const { flat, features, far } = yield* flattening(geometry)
  const object = flat.objects.pref as GeometryCollection<UnitProperties>

  const fit = geoIdentity().fitExtent([[2, 2], [width - 2, height - 2]], {
    type: 'FeatureCollection',
    features: features.filter(unit => !far.has(Number(unit.properties.code))),
  })
  const insetHeight = Math.round(Math.min(width, height * 1.2) * 0.17)
  const insetWidth = Math.round(insetHeight * 0.78)
  const inset = { x: width - insetWidth - 1, y: height - insetHeight - 1, width: insetWidth, height: insetHeight }
  const insetFit = geoIdentity().fitExtent(
    [[inset.x + 3, inset.y + 3], [inset.x + inset.width - 3, inset.y + inset.height - 3]],
    { ...insetArea, coordinates: insetArea.coordinates.map(position => plane(position as [number, number])) })
  insetFit.clipExtent([[inset.x + 1, inset.y + 1], [inset.x + inset.width - 1, inset.y + inset.height - 1]])

  const main = geoPath(fit).digits(1)
  const small = geoPath(insetFit).digits(1)
  yield
  const index = new Map(unitCodes.map((code, i) => [code, i]))
  const outline = new Array<string | undefined>(unitCodes.length)
  const centreX = new Float64Array(unitCodes.length).fill(NaN)
  const centreY = new Float64Array(unitCodes.length).fill(NaN)
  const boxes = new Float64Array(unitCodes.length * 4).fill(NaN)
  let unknown = ''
  let islands = ''
  for (const unit of features) {
    yield
    const code = Number(unit.properties.code)
    const i = index.get(code)
    const path = far.has(code) ? small : main
    if (far.has(code)) islands += path(unit) ?? ''
    if (i === undefined) {
      unknown += path(unit) ?? ''
      continue
    }
    outline[i] = path(unit) ?? undefined
    const [x, y] = path.centroid(unit)
    centreX[i] = x
    centreY[i] = y
    boxes.set(path.bounds(unit).flat(), i * 4)
    // The coast opposite the islands places the inset.
    if (!far.has(code)) outline[i] = (outline[i] ?? '') + (small(unit) ?? '')
  }

  const province = (unit: GeometryObject) => Number((unit.properties as UnitProperties).province_code)
  const near = (unit: GeometryObject) => !far.has(Number((unit.properties as UnitProperties).code))
  const edges = (wanted: (a: GeometryObject, b: GeometryObject) => boolean) =>
    main(mesh(flat, object, (a, b) => near(a) && near(b) && wanted(a, b))) ?? ''
  const borders = edges((a, b) => a !== b && province(a) === province(b))
  yield
  const provinceBorders = edges((a, b) => province(a) !== province(b))
  yield
  const edge = edges((a, b) => a === b)
  yield
  return {
    width,
    height,
    project: position => fit(plane(position))!,
    outline,
    unknown,
    islands,
    borders,
    provinceBorders,
    edge,
    centreX,
    centreY,
    boxes,
    inset,
  }
}

/** Equal areas; unit sphere, so that fitting is only moving and stretching. */
const conic = geoConicEqualArea().parallels([25, 47]).rotate([-105, 0]).scale(1).translate([0, 0])
const plane = (position: [number, number]) => conic(position)!

interface Flattened {
  flat: Topology
  features: Feature<Geometry, UnitProperties>[]
  /** Codes of the units that belong in the inset alone. */
  far: ReadonlySet<number>
}

/** The same geometry on the plane: every vertex is projected once, whatever size the map takes. */
function* flattening(geometry: Topology): Generator<void, Flattened> {
  const { features: round } = feature(geometry, geometry.objects.pref as GeometryCollection<UnitProperties>)
  const far = new Set(round.filter(unit => southOf(unit.geometry) < insetSouthOf).map(unit => Number(unit.properties.code)))
  yield
  const { transform, ...rest } = geometry
  const [kx, ky] = transform?.scale ?? [1, 1]
  const [x0, y0] = transform?.translate ?? [0, 0]
  const arcs: Topology['arcs'] = []
  for (const arc of geometry.arcs) {
    yield
    let [x, y] = [0, 0]
    arcs.push(arc.map(([dx, dy]) => {
      // A quantized arc gives steps, any other places.
      ;[x, y] = transform ? [x + dx, y + dy] : [dx, dy]
      return plane([x * kx + x0, y * ky + y0])
    }))
  }
  const flat: Topology = { ...rest, arcs }
  const { features } = feature(flat, flat.objects.pref as GeometryCollection<UnitProperties>)
  yield
  return { flat, features, far }
}

function southOf(geometry: { type: string } & Partial<Record<'coordinates', unknown>>): number {
  let south = Infinity
  const visit = (part: unknown) => {
    if (!Array.isArray(part)) return
    if (typeof part[0] === 'number') south = Math.min(south, part[1] as number)
    else for (const inner of part) visit(inner)
  }
  visit(geometry.coordinates)
  return south
}
