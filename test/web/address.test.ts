/** The address bar, on a made-up page: what cannot be read changes nothing that is shown, and does not stay in the address. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defaultScenario, readScenario } from '../../sim/index.ts'
import { readAddress } from '../../web/state/address.ts'
import { toHash } from '../../web/state/link.ts'
import { active, history } from '../../web/state/scenarios.ts'
import { troubles } from '../../web/state/trouble.ts'
import { yearChosen } from '../../web/state/view.ts'

const mine = readScenario({ format: 1, seed: 'mine', policies: [{ id: 'ruralTilt', value: 2, from: 2025 }] })
const yours = readScenario({ format: 1, seed: 'yours' })
const page = { pathname: '/', search: '', hash: '' }
const before = history.value

beforeEach(() => {
  vi.stubGlobal('location', page)
  vi.stubGlobal('window', { history: { replaceState: (_: null, __: string, to: string) => { page.hash = to === '/' ? '' : to } } })
})
afterEach(async () => {
  await goTo('')
  vi.unstubAllGlobals()
  history.value = before
  troubles.value = []
  yearChosen.value = 2010
})

function goTo(hash: string, opening = false) {
  page.hash = hash
  return readAddress(opening)
}

const said = () => troubles.value.map(({ trouble }) => trouble)

test('a page that opens with a link that cannot be read shows the baseline, and keeps the link for the reader to see', async () => {
  await goTo('#v1.garbage', true)
  expect(active.value).toEqual(defaultScenario)
  expect(said()).toMatchObject([{ kind: 'link', reason: 'damaged', shown: 'baseline' }])
  expect(page.hash).toBe('#v1.garbage')
})

test('one that comes later leaves the scenario, and the address is that of the scenario again', async () => {
  const hash = await toHash(mine)
  await goTo(hash)
  for (const bad of ['#v1.garbage', '#v9.abc', '#results', '#v1.garbage/evidence/claims']) {
    await goTo(bad)
    expect(active.value).toEqual(mine)
    expect(said()).toMatchObject([{ kind: 'link', shown: 'before' }])
    expect(page.hash).toBe(bad.endsWith('claims') ? `${hash}/evidence/claims` : hash)
  }
})

test('what was shown is said to be as it was also where only a part of the page is not there', async () => {
  const hash = await toHash(mine)
  await goTo(hash)
  await goTo(`${hash}/shown/2009/urbanShare/level`)
  expect(said()).toMatchObject([{ kind: 'link', shown: 'before' }])
  expect(page.hash).toBe(hash)
  const other = await toHash(yours)
  await goTo(`${other}/evidence/nothing`)
  expect(active.value).toEqual(yours)
  expect(said()).toMatchObject([{ kind: 'link', shown: 'scenario' }])
  expect(page.hash).toBe(other)
})

test('a browser that tells of one bad address twice gets one answer', async () => {
  await goTo(await toHash(mine))
  await goTo('#v9.abc')
  const [{ id }] = troubles.value
  page.hash = '#v1.garbage'
  await Promise.all([readAddress(), readAddress()])
  expect(troubles.value).toMatchObject([{ id: id + 1, trouble: { reason: 'damaged' } }])
})
