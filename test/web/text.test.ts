/** The words: whatever the engine has, the dictionary can name, in the house's way of writing. */
import { describe, expect, it } from 'vitest'
import { indicators, policies } from '../../sim/index.ts'
import { leverText, stepText } from '../../web/controls/lever-text.ts'
import { en } from '../../web/text/en.ts'

/** Every text of the dictionary that stands as it is. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(texts)
}

describe('the dictionary', () => {
  it('has no exclamation mark, no empty text and no double space', () => {
    for (const text of texts(en)) {
      expect(text.trim()).not.toBe('')
      expect(text).not.toMatch(/!| {2}/)
    }
  })

  it('names every lever and each of its parts and choices', () => {
    for (const policy of policies) {
      const options = policy.kind === 'choice' ? policy.choices : 'parts' in policy ? policy.parts : []
      for (const name of [en.levers.name(policy.id), ...options.map(option => en.levers.option(policy.id, option))]) {
        expect(name).toMatch(/^[A-Z][\w '–-]+$/)
      }
    }
  })

  it('takes the names of indicators from the engine', () => {
    for (const { id, name } of indicators) expect(en.indicator.title(id)).toBe(name.en)
    expect(en.indicator.title('serviceRatio.schooling')).toBe('Urban to rural services: schooling')
  })

  it('writes shares as percent and differences as points', () => {
    const unit = { en: 'share of residents', zh: '占常住人口比重' }
    expect(en.units.level('share', unit)).toBe('% of residents')
    expect(en.units.difference('share', unit)).toBe('difference to baseline, pp')
  })

  it('says what to do about everything that can go wrong', () => {
    expect(en.trouble({ kind: 'link', reason: 'not valid', detail: 'policies[0].value: must be 0.3 to 3' }))
      .toBe('The link could not be opened: a value in it is not valid (policies[0].value: must be 0.3 to 3). You see the baseline instead.')
    expect(en.trouble({ kind: 'crashed' })).toMatch(/started again/)
  })
})

describe('a lever’s value', () => {
  it('has the decimals of its step', () => {
    expect(stepText(1, 0.05)).toBe('1.00')
    expect(stepText(2000, 10)).toBe('2,000')
  })

  it('of parts is one number while they are equal, else their range', () => {
    const policy = policies.find(({ id }) => id === 'hukouOpenness')!
    if (policy.kind !== 'parts') return
    const all = (value: number) => Object.fromEntries(policy.parts.map(part => [part, value]))
    expect(leverText(policy, all(0.5)).value).toBe('0.50')
    expect(leverText(policy, { ...all(0.5), [policy.parts[0]]: 1 }).value).toBe('0.50–1.00')
  })
})
