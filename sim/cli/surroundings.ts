/** Runs the nation at a fine scale and writes what county and village stages read of it: `npm run surroundings`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordSurroundings } from '../experiments/record-surroundings.ts'
import { loadNation, programVersion, projectFolder } from './data.ts'
import { defaultsHash, hashOf } from './hash.ts'

const scale = Number(process.argv[2] ?? 1000)
const seed = '1'
const data = loadNation()
const start = performance.now()
const recorded = recordSurroundings(data, scale, seed, year => {
  process.stderr.write(`\r${year}  ${Math.round((performance.now() - start) / 1000)} s`)
})
const { format, ...rest } = recorded
const hash = hashOf(rest)
const file = { format, hash, from: { dataHash: data.hash, parameters: defaultsHash(data), program: programVersion(), scale, seed }, ...rest }
const path = join(projectFolder(), 'scenarios/data/surroundings.json')
writeFileSync(path, JSON.stringify(file) + '\n')
process.stderr.write(`\n${path}: ${recorded.rows.length} units, ${recorded.years.length} years, hash ${hash}\n`)
