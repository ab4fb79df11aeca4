/** A lever that changes nothing is said to change nothing. */
import { expect, test } from 'vitest'
import { idleReasons, policies, readScenario } from '../../../sim/index.ts'
import { extremes } from '../../../sim/policies/policy.ts'
import { companions } from '../../helpers/levers.ts'

const idle = (policies: unknown[], assumptions = {}) =>
  idleReasons(readScenario({ format: 1, policies, assumptions })).map(({ id, reason }) => `${id}: ${reason}`)

const moved = (id: string, value: unknown, from = 2020, to?: number) => ({ id, value, from, ...(to ? { to } : {}) })

test('no lever is idle that is moved to an end of its range, alone or with what it needs', () => {
  for (const policy of policies) {
    for (const value of extremes(policy)) {
      if (JSON.stringify(value) === JSON.stringify(policy.default)) continue
      const reasons = idle([...companions(policy.id), moved(policy.id, value)])
      expect(reasons.filter(reason => reason.startsWith(`${policy.id}:`)), JSON.stringify(value)).toEqual([])
      expect(companions(policy.id).length > 0).toBe(idle([moved(policy.id, value)]).length > 0)
    }
  }
})

test('every lever is idle at the value that holds without it', () => {
  for (const { id, default: value } of policies) {
    expect(idle([moved(id, value)])).toEqual([`${id}: It is set to the value that holds without it.`])
  }
})

test('a split of a pool that is empty is idle, but not while there is a pool in some year', () => {
  const split = moved('transferMix', { rebates: 100, equalization: 0, earmarked: 0 })
  const formula = moved('equalizationFormula', 'perResident')
  expect(idle([moved('transferPool', 0), split, formula])).toEqual([
    'transferMix: The pool of transfers is empty.', 'equalizationFormula: The pool of transfers is empty.'])
  expect(idle([split, formula])).toEqual(['equalizationFormula: No part of the pool is paid as equalization.'])
  expect(idle([moved('transferPool', 0, 2021), formula])).toEqual([])
})

test('an assumption may make a lever idle', () => {
  expect(idle([moved('schoolClosing', 0)], { schoolClosingSpeed: 0 }))
    .toEqual(['schoolClosing: Schools below the threshold are assumed never to close.'])
})

test('what counties pay is idle where all of it is theirs already, or nothing', () => {
  const each = (value: number) => ({ schooling: value, health: value, care: value, assistance: value, infrastructure: value, culture: value })
  const reasons = (pooling: number, duty: number) => idle([moved('countyPooling', pooling), moved('countyResponsibility', each(duty))])
  expect(reasons(0, 100)).toEqual(['countyResponsibility: Nothing is pooled: counties spend all that they collect as it is.'])
  expect(reasons(100, 0)).toEqual(['countyResponsibility: All is pooled: counties keep nothing that they could hand over.'])
  expect([reasons(0, 0), reasons(100, 100), reasons(30, 100)]).toEqual([[], [], []])
})

test('a tilt or a floor is idle where provinces have nothing to share out, but not where counties leave them services', () => {
  const nothing = [moved('countyPooling', 0), moved('transferPool', 0)]
  const each = (value: number) => ({ schooling: value, health: value, care: value, assistance: value, infrastructure: value, culture: value })
  for (const lever of [moved('ruralTilt', 2), moved('standards', each(80))]) {
    expect(idle([...nothing, lever])).toEqual([
      `${lever.id}: Provinces have nothing to share out: all revenue stays where it is collected, and nothing is handed down.`])
    expect(idle([...nothing, moved('countyResponsibility', each(20)), lever])).toEqual([])
  }
})
