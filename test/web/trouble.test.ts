/** What is said goes when its cause does. */
import { beforeEach, expect, test } from 'vitest'
import { defaultScenario } from '../../sim/index.ts'
import { openScenario } from '../../web/state/scenarios.ts'
import { dismissKinds, report, troubles } from '../../web/state/trouble.ts'

beforeEach(() => { troubles.value = [] })

const kinds = () => troubles.value.map(({ trouble: { kind } }) => kind)

test('what was wrong with a link or a file goes when another scenario is opened, all else stays', () => {
  report({ kind: 'file', reason: 'damaged', detail: '' })
  report({ kind: 'link', reason: 'damaged', detail: '', shown: 'before' })
  report({ kind: 'notKept' })
  openScenario(defaultScenario)
  expect(kinds()).toEqual(['notKept'])
})

test('of several kinds those go whose cause is gone', () => {
  report({ kind: 'failed', detail: '' })
  report({ kind: 'offline' })
  dismissKinds('failed', 'noMemory')
  expect(kinds()).toEqual(['offline'])
})
