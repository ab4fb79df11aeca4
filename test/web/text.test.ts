/** The words: whatever the engine has, the dictionary can name, in the house's way of writing. */
import { describe, expect, it } from 'vitest'
import { assumptions, defaultScenario, indicators, parameters, policies } from '../../sim/index.ts'
import { assumptionWords, shownOf } from '../../web/controls/assumption-text.ts'
import { leverText, stepText } from '../../web/controls/lever-text.ts'
import { parseScenario } from '../../web/state/link.ts'
import { isChangedStory, stories, storyText } from '../../web/state/stories.ts'
import { en } from '../../web/text/en.ts'
import { text } from '../../web/text/index.ts'
import { parameterNames } from '../../web/text/parameter-names.ts'
import { leverWords } from '../../web/views/moved-words.ts'

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

  it('calls transfers what provinces receive, and not the part of it that reaches services', () => {
    expect(en.indicator.title('transfersTotalPerHead')).toBe('Transfers to provinces per head')
    expect(en.indicator.title('transfersPerHead')).toBe('Central money in services per head')
  })

  it('says of every lever in yuan that it is at the wages of 2010, with which it rises', () => {
    const inYuan = policies.filter(({ unit }) => /yuan/.test(unit))
    expect(inYuan.map(({ id }) => id).sort()).toEqual(['boarding', 'familySupport', 'mergingBudget', 'ruralAssistance', 'ruralPension', 'training'])
    for (const { id, unit } of inYuan) {
      expect(unit).toMatch(/ at wages of 2010$/)
      expect(en.levers.shortUnit(id, unit)).toMatch(/^¥ .* at 2010 wages$/)
    }
  })

  it('has a name in words of its own for every parameter', () => {
    const ids = Object.keys(parameters)
    expect(ids.filter(id => !parameterNames[id])).toEqual([])
    expect(new Set(ids.map(en.evidence.parameters.name)).size).toBe(ids.length)
    expect(en.evidence.parameters.name('reconsider')).toBe('How often households think anew')
    expect(en.evidence.parameters.name('constantSend')).toBe('Readiness to send a member away')
  })

  it('says what the towns of a county are counted as', () => {
    expect(en.stage.note(95)).toMatch(/^95 villages and towns, .* towns with a thick rim; charts count the towns together, from 100,000 urban residents on as a city/)
    expect(en.figures.areasMeaning).toMatch(/The towns of a county together are one urban place/)
  })

  it('writes shares as percent and differences as points', () => {
    const unit = { en: 'share of residents', zh: '占常住人口比重' }
    expect(en.units.level('share', unit)).toBe('% of residents')
    expect(en.units.difference('share', unit)).toBe('difference to baseline, pp')
  })

  it('says what to do about everything that can go wrong', () => {
    expect(en.trouble({ kind: 'link', reason: 'not valid', detail: 'policies[0].value: must be 0.3 to 3', shown: 'baseline' }))
      .toBe('The link could not be opened: a value in it is not valid (policies[0].value: must be 0.3 to 3). You see the baseline instead.')
    expect(en.trouble({ kind: 'link', reason: 'no such county', detail: '999999', shown: 'before' }))
      .toBe('The link could not be opened: no county of 2010 has the code it asks for (999999). Your scenario is as it was.')
    expect(en.trouble({ kind: 'crashed' })).toMatch(/started again/)
  })
})

describe('an assumption’s value', () => {
  const written = (id: string, value?: number) => {
    const assumption = assumptions.find(candidate => candidate.id === id)!
    if (assumption.kind !== 'number') throw new Error(id)
    return assumptionWords(assumption, value ?? assumption.default)
  }

  it('is written in its unit: rates in percent a year, factors with their sign, years whole', () => {
    expect(written('jobGrowth2010', 0.0406)).toBe('4.06 % a year')
    expect(written('jobGrowthTown', -0.01)).toBe('\u22121.00 % a year')
    expect(written('jobGrowthFade', 27)).toBe('27 years')
    expect(written('fertilityFactor')).toBe('× 1.00')
  })

  it('comes back from the page’s unit as it was', () => {
    for (const assumption of assumptions) {
      if (assumption.kind !== 'number') continue
      const { of, from, min, max } = shownOf(assumption)
      expect(from(of(assumption.default))).toBeCloseTo(assumption.default, 9)
      expect([from(min), from(max)]).toEqual([assumption.min, assumption.max])
    }
  })

  it('has a full name of its own', () => {
    const names = assumptions.map(({ id, tier, topic }) => en.assumptions.fullName(en.assumptions.topics[topic], en.assumptions.name(id, tier)))
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('Growth of jobs, in 2010, all tiers')
    expect(names).toContain('Births, UN projection')
    expect(names).toContain('Births, × UN rate')
  })
})

describe('a story', () => {
  it('keeps its name as it came, and says so once it is changed', () => {
    for (const { id, name } of stories) {
      const told = parseScenario(storyText(id, defaultScenario))
      expect(isChangedStory(told), id).toBe(false)
      const [first, ...rest] = told.policies
      expect(isChangedStory({ ...told, policies: [{ ...first, from: first.from + 1 }, ...rest] }), id).toBe(true)
      expect(text.of(text.header.changed(name))).toBe(`${name.en}, changed`)
    }
    expect(isChangedStory({ ...defaultScenario, policies: [{ id: 'ruralTilt', value: 2, from: 2025, phaseIn: 0 }] })).toBe(false)
  })
})

describe('a lever on paper', () => {
  it('is written with its value, its unit and its dates', () => {
    expect(leverWords({ id: 'ruralTilt', value: 2, from: 2025, phaseIn: 5 })).toBe('Rural tilt: 2.00 × urban, from 2025, phased in over 5 years')
    expect(leverWords({ id: 'equalizationFormula', value: 'perResident', from: 2020, to: 2030, phaseIn: 0 }))
      .toBe('Equalization formula: Per resident, from 2020 to 2030')
    expect(leverWords({ id: 'hukouOpenness', value: { town: 1 }, from: 2020, phaseIn: 1 }))
      .toMatch(/^Hukou openness: Towns 1.00, .*Mega cities \d.*\(of 1\), from 2020, phased in over a year$/)
  })
})

describe('a lever’s value', () => {
  it('has the decimals of its step', () => {
    expect(stepText(1, 0.05)).toBe('1.00')
    expect(stepText(2000, 10)).toBe('2,000')
  })

  it('is the name of what is chosen, where there is a choice', () => {
    for (const policy of policies) {
      if (policy.kind === 'choice') expect(leverText(policy, policy.default)).toEqual({ value: text.levers.option(policy.id, policy.default), unit: '' })
    }
  })

  it('of parts is one number while they are equal, else their range', () => {
    const policy = policies.find(({ id }) => id === 'hukouOpenness')!
    if (policy.kind !== 'parts') return
    const all = (value: number) => Object.fromEntries(policy.parts.map(part => [part, value]))
    expect(leverText(policy, all(0.5)).value).toBe('0.50')
    expect(leverText(policy, { ...all(0.5), [policy.parts[0]]: 1 }).value).toBe('0.50–1.00')
  })
})
