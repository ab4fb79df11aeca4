/** Writes ODD.md. */
import { writeFileSync } from 'node:fs'
import { oddDocument } from './document.ts'

writeFileSync('ODD.md', oddDocument())
