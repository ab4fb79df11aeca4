/** Links and files: what goes in comes out, and nothing that anyone could type does harm. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultScenario, policies, readScenario, type Scenario } from '../../sim/index.ts'
import { fromHash, parseScenario, toHash, UnreadableError } from '../../web/state/link.ts'

const numberLevers = policies.filter(policy => policy.kind === 'number')

const scenario: fc.Arbitrary<Scenario> = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 64 }),
  scale: fc.integer({ min: 100, max: 100_000 }),
  name: fc.record({ en: fc.string({ maxLength: 80 }), zh: fc.string({ maxLength: 80 }) }),
  levers: fc.subarray(numberLevers),
  from: fc.integer({ min: 2010, max: 2050 }),
  phaseIn: fc.integer({ min: 0, max: 40 }),
}).map(({ levers, from, phaseIn, ...rest }) => readScenario({
  format: 1,
  ...rest,
  policies: levers.map(({ id, max }) => ({ id, value: max, from, phaseIn })),
}))

/** As the address bar gives it to whoever opens the link. */
async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return `#v1.${Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')}`
}

async function reasonOf(hash: string): Promise<string> {
  try {
    await fromHash(hash)
    return 'read'
  } catch (error) {
    if (error instanceof UnreadableError) return error.reason
    throw error
  }
}

describe('a link', () => {
  it('gives back the same scenario', async () => {
    await fc.assert(fc.asyncProperty(scenario, async given => {
      const hash = await toHash(given)
      expect(await fromHash(hash) ?? defaultScenario).toEqual(given)
    }), { numRuns: 60 })
  })

  it('is absent for the default scenario', async () => {
    expect(await toHash(defaultScenario)).toBe('')
    expect(await fromHash('')).toBeUndefined()
    expect(await fromHash('#')).toBeUndefined()
  })

  it('of any text is read or refused with a reason, and throws nothing else', async () => {
    const anyHash = fc.oneof(
      fc.string(),
      fc.string().map(text => `#${text}`),
      fc.base64String().map(text => `#v1.${text.replace(/[+/=]/g, '-')}`),
      fc.uint8Array().map(bytes => `#v1.${Buffer.from(bytes).toString('base64url')}`),
    )
    await fc.assert(fc.asyncProperty(anyHash, async hash => {
      await reasonOf(hash)
    }), { numRuns: 300 })
  })

  it('that holds any JSON is read or refused with a reason, and runs none of it', async () => {
    await fc.assert(fc.asyncProperty(fc.json(), async json => {
      expect(await reasonOf(await packed(json))).not.toBe('read')
    }), { numRuns: 100 })
    const marks = globalThis as { harmed?: boolean }
    expect(await reasonOf(await packed('{"format":1,"__proto__":{"harmed":true},"constructor":{}}'))).toBe('not valid')
    expect(marks.harmed).toBeUndefined()
  })

  it('cut short or changed by one letter is damaged or not valid', async () => {
    const hash = await toHash(readScenario({ format: 1, seed: 'north', policies: [{ id: 'ruralTilt', value: 2, from: 2025 }] }))
    expect(await reasonOf(hash.slice(0, -6))).toBe('damaged')
    expect(await reasonOf('#v1.')).toBe('damaged')
    expect(await reasonOf('#results')).toBe('damaged')
  })

  it('of a newer version says so', async () => {
    expect(await reasonOf('#v2.abc')).toBe('too new')
    expect(await reasonOf(await packed('{"format":2}'))).toBe('too new')
  })

  it('does not unpack beyond its limit', async () => {
    const bomb = await packed(`{"format":1,"seed":"${'a'.repeat(5_000_000)}"}`)
    expect(bomb.length).toBeLessThan(10_000)
    expect(await reasonOf(bomb)).toBe('too large')
    expect(await reasonOf(`#v1.${'A'.repeat(20_000)}`)).toBe('too large')
  })
})

describe('a file', () => {
  it('that names a lever there is none of is refused with that name alone, not with all others', () => {
    try {
      parseScenario('{"format":1,"policies":[{"id":"nope","value":1,"from":2025}]}')
      expect.unreachable()
    } catch (error) {
      expect((error as UnreadableError).detail).toBe('policies[0].id: must be a lever, got "nope"')
    }
  })

  it('that is no scenario is refused with the place of the first mistake', () => {
    const refused = (text: string) => {
      try {
        parseScenario(text)
      } catch (error) {
        return error as UnreadableError
      }
    }
    expect(refused('{')?.reason).toBe('damaged')
    expect(refused('{"format":1,"policies":[{"id":"ruralTilt","value":-5,"from":2025}]}')).toMatchObject({
      reason: 'not valid',
      detail: expect.stringContaining('policies[0].value'),
    })
    expect(refused(' '.repeat(70_000))?.reason).toBe('too large')
  })
})
