// Writes the tables that the engine reads (nation.json), the names to search counties by (county-index.json) and the map
// (prefectures.topo.json) from the published sources.
// Usage: node scenarios/data/build.mjs [output folder]; without a folder, beside this file. Same sources, same bytes.

import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCounties, buildProvinceCensus, buildProvincesOf } from './counties.mjs'
import { cleanMap, readShapes } from './map.mjs'
import { buildFertility, buildMortality, buildOriginDestination, buildProvinces, buildRecentMigrants, buildSingleAges } from './nation.mjs'
import { buildObserved } from './observed.mjs'
import { buildCountyIndex } from './pinyin.mjs'
import { readText } from './read.mjs'

const output = process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url))

const provinces = buildProvinces()
const topology = cleanMap(JSON.parse(readText('geometry/prefectures.topo.json')), new Set(provinces.code))
const shapes = readShapes(topology)
const { table: counties, touched } = buildCounties(provinces.code, shapes)

const units = topology.objects.pref.geometries.map(({ properties }) => properties)
const tables = {
  provinces,
  prefectures: {
    code: units.map(({ code }) => Number(code)),
    nameZh: units.map(({ name_zh: name }) => name),
    province: units.map(({ province_code: code }) => provinces.code.indexOf(Number(code))),
  },
  counties,
  originDestination: buildOriginDestination(provinces.code),
  recentMigrants: buildRecentMigrants(provinces.code),
  mortality: buildMortality(),
  fertility: buildFertility(),
  singleAge2010: buildSingleAges(),
  observed: buildObserved(counties),
  provinceCensus: buildProvinceCensus(provinces.code),
  provinceCensus2000: buildProvincesOf(2000, provinces.code),
  provinceYearbook2015: buildProvincesOf(2015, provinces.code),
}
const hash = createHash('sha256').update(JSON.stringify(tables)).digest('hex').slice(0, 16)

writeFileSync(resolve(output, 'nation.json'), JSON.stringify({ format: 1, hash, ...tables }) + '\n')
writeFileSync(resolve(output, 'county-index.json'), JSON.stringify(buildCountyIndex(tables)) + '\n')
writeFileSync(resolve(output, 'prefectures.topo.json'), JSON.stringify(topology) + '\n')

for (const [rule, cells] of Object.entries(touched)) console.log(`${String(cells).padStart(5)}  ${rule}`)
console.log(`${counties.code.length} counties, ${units.length} units of the map, hash ${hash}`)
