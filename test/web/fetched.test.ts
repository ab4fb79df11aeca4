/** Data from beside the page. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetched, wasNotFetched } from '../../web/fetched.ts'

afterEach(() => vi.unstubAllGlobals())

/** What is thrown, as it comes out on the other side of a worker's border: with its message and its name. */
async function thrown(fetch: () => Promise<Response>): Promise<Error> {
  vi.stubGlobal('fetch', fetch)
  const error = await fetched('nation.json').then(() => { throw new Error('it came') }, (reason: Error) => reason)
  return Object.assign(new Error(error.message), { name: error.name })
}

describe('data that cannot be had', () => {
  it('is told from a run that cannot be done, whether line, server or file is at fault', async () => {
    expect(wasNotFetched(await thrown(() => Promise.reject(new TypeError('Failed to fetch'))))).toBe(true)
    expect(wasNotFetched(await thrown(() => Promise.resolve(new Response('', { status: 404, statusText: 'Not Found' }))))).toBe(true)
    expect(wasNotFetched(await thrown(() => Promise.resolve(new Response('{'))))).toBe(true)
    expect(wasNotFetched(new Error('rural tilt must be 0.3 to 3'))).toBe(false)
    expect(wasNotFetched('nothing')).toBe(false)
  })
})
