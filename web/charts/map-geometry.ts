/** The prefectures of the map on the plane: outlines, borders, centres, and which prefecture lies where. */

import { geoConicEqualArea, geoIdentity, geoPath } from 'd3'
import type { Feature, Geometry } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification'

export interface PrefectureShapes {
  width: number
  height: number
  /** Place of a longitude and latitude in px, in the main map. */
  project(position: [longitude: number, latitude: number]): [x: number, y: number]
  /** Outline by prefecture index; absent where the geometry has no such prefecture. */
  outline: (string | undefined)[]
  /** Prefectures that the data do not cover, in one path. */
  unknown: string
  /** What lies in the inset alone, drawn with a line: islands too small for a fill. */
  islands: string
  /** Borders between prefectures of one province, and between provinces. */
  borders: string
  provinceBorders: string
  /** The outer edge of all prefectures together. */
  edge: string
  /** Middle of each prefecture in px; NaN where there is none. */
  centreX: Float64Array
  centreY: Float64Array
  /** Box of each prefecture: x0, y0, x1, y1. */
  boxes: Float64Array
  /** The islands far to the south, in a small map of their own. */
  inset: { x: number; y: number; width: number; height: number }
}

interface PrefectureProperties {
  code: string | number
  province_code: string | number
}

/** Prefectures that reach south of this latitude are drawn in the inset: in the main map they would halve everything else. */
const insetSouthOf = 17
const insetArea = { type: 'MultiPoint' as const, coordinates: [[106, 6.5], [119.5, 6.5], [107, 23.5], [119, 23.5]] }

/** Fits the prefectures of `geometry` into `width` × `height` px, equal areas kept, in small steps. `prefectureCodes` gives their order. */
export function* shapingPrefectures(
  geometry: Topology, prefectureCodes: readonly number[], width: number, height: number,
): Generator<void, PrefectureShapes> {
  const { flat, features, far } = yield* flattening(geometry)
  const object = flat.objects.pref as GeometryCollection<PrefectureProperties>

  const fit = geoIdentity().fitExtent([[2, 2], [width - 2, height - 2]], {
    type: 'FeatureCollection',
    features: features.filter(prefecture => !far.has(Number(prefecture.properties.code))),
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
  const index = new Map(prefectureCodes.map((code, i) => [code, i]))
  const outline = new Array<string | undefined>(prefectureCodes.length)
  const centreX = new Float64Array(prefectureCodes.length).fill(NaN)
  const centreY = new Float64Array(prefectureCodes.length).fill(NaN)
  const boxes = new Float64Array(prefectureCodes.length * 4).fill(NaN)
  let unknown = ''
  let islands = ''
  for (const prefecture of features) {
    yield
    const code = Number(prefecture.properties.code)
    const i = index.get(code)
    const path = far.has(code) ? small : main
    if (far.has(code)) islands += path(prefecture) ?? ''
    if (i === undefined) {
      unknown += path(prefecture) ?? ''
      continue
    }
    outline[i] = path(prefecture) ?? undefined
    const [x, y] = path.centroid(prefecture)
    centreX[i] = x
    centreY[i] = y
    boxes.set(path.bounds(prefecture).flat(), i * 4)
    // The coast opposite the islands places the inset.
    if (!far.has(code)) outline[i] = (outline[i] ?? '') + (small(prefecture) ?? '')
  }

  const province = (prefecture: GeometryObject) => Number((prefecture.properties as PrefectureProperties).province_code)
  const near = (prefecture: GeometryObject) => !far.has(Number((prefecture.properties as PrefectureProperties).code))
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
  features: Feature<Geometry, PrefectureProperties>[]
  /** Codes of the prefectures that belong in the inset alone. */
  far: ReadonlySet<number>
}

/** The same geometry on the plane: every vertex is projected once, whatever size the map takes. */
function* flattening(geometry: Topology): Generator<void, Flattened> {
  const { features: round } = feature(geometry, geometry.objects.pref as GeometryCollection<PrefectureProperties>)
  const far = new Set(round.filter(prefecture => southOf(prefecture.geometry) < insetSouthOf).map(prefecture => Number(prefecture.properties.code)))
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
  const { features } = feature(flat, flat.objects.pref as GeometryCollection<PrefectureProperties>)
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
