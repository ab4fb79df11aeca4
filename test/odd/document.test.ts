/** The description of the model is the one that the code makes. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { oddDocument } from '../../odd/document.ts'
import { claims } from '../../sim/experiments/claims.ts'
import { factRows } from '../../sim/experiments/facts.ts'
import { indicators, parameters, policies, schedule, type Parameter } from '../../sim/index.ts'
import { nation } from '../helpers/nation.ts'

test('ODD.md is up to date: npm run odd makes it anew', () => {
  expect(readFileSync('ODD.md', 'utf8') === oddDocument(), 'ODD.md is stale').toBe(true)
})

test('every step, parameter, lever and indicator is in it', () => {
  const document = oddDocument()
  for (const [step] of schedule) expect(document).toContain(`**${step}.**`)
  for (const id of [...Object.keys(parameters), ...policies.map(({ id }) => id), ...indicators.map(({ id }) => id)]) {
    expect(document, id).toContain(`| \`${id}\` |`)
  }
  expect(document).not.toMatch(/\{\{|undefined|NaN|\[object/)
})

test('every parameter has a source', () => {
  for (const [id, { source, meaning, unit }] of Object.entries(parameters)) {
    for (const text of [source, meaning, unit]) expect(text, id).not.toBe('')
  }
})

test('nothing that readers see refers to a document that is not here', () => {
  const texts = JSON.stringify([factRows(nation), claims, policies, indicators, parameters]).split('},{')
  for (const text of [...oddDocument().split('\n'), ...texts]) expect(text).not.toMatch(/\bMODEL\b/)
})

test('what rests on nothing but judgement says so, and nothing else does', () => {
  for (const [id, { basis, source }] of Object.entries(parameters as Record<string, Parameter>)) {
    expect([id, source.startsWith('assumption')]).toEqual([id, basis === 'assumption'])
  }
})
