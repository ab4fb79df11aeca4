// The map's geometry: keeps the units that the tables cover, and asks it where a point lies.

import { geoCentroid } from 'd3'
import { feature } from 'topojson-client'

/**
 * Keeps the features of the 31 provinces in the tables and the arcs they use. The source also draws Hong Kong and
 * Macao, which no table here covers.
 */
export function cleanMap(topology, provinceCodes) {
  const geometries = topology.objects.pref.geometries
    .filter(({ properties }) => provinceCodes.has(Number(properties.province_code)))
  const newIndex = new Map()
  const renumber = arc => {
    const index = arc < 0 ? ~arc : arc
    if (!newIndex.has(index)) newIndex.set(index, newIndex.size)
    return arc < 0 ? ~newIndex.get(index) : newIndex.get(index)
  }
  const deep = arcs => arcs.map(arc => Array.isArray(arc) ? deep(arc) : renumber(arc))
  const kept = geometries.map(({ type, arcs, properties: { code, name_zh, province_code } }) =>
    ({ type, arcs: deep(arcs), id: code, properties: { code, name_zh, province_code } }))
  return {
    type: 'Topology',
    arcs: [...newIndex.keys()].map(index => topology.arcs[index]),
    transform: topology.transform,
    objects: { pref: { type: 'GeometryCollection', geometries: kept } },
  }
}

/** For each unit: whether a point lies in it, how far in degrees its border is, and its centre. */
export function readShapes(topology) {
  const shapes = new Map()
  for (const { properties, geometry } of feature(topology, topology.objects.pref).features) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const rings = polygons.flat()
    shapes.set(Number(properties.code), {
      holds: point => rings.reduce((inside, ring) => inside !== ringHolds(ring, point), false),
      distance: point => Math.min(...rings.flat().map(([x, y]) => Math.hypot(x - point[0], y - point[1]))),
      centre: geoCentroid(geometry),
    })
  }
  return shapes
}

/** Even–odd rule in the plane of longitude and latitude. */
function ringHolds(ring, [x, y]) {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = ring[i]
    const [c, d] = ring[j]
    if (b > y !== d > y && x < (c - a) * (y - b) / (d - b) + a) inside = !inside
  }
  return inside
}
