/** What indicators say of themselves, in both languages. */
import { describe, expect, test } from 'vitest'
import { indicatorIndex, indicators } from '../../../sim/index.ts'

const han = /\p{Script=Han}/u

test('ids are unique', () => {
  expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length)
  expect(() => indicatorIndex('happiness')).toThrow(/expected one of population, .*, got "happiness"/)
})

test('the ids that scripts rely on are there', () => {
  const ids = (`population urbanShare registeredUrbanShare ruralResidents migrantWorkers outMigrantWorkers wholeHouseholdShare share60Plus
    share60PlusVillage share60PlusTown share60PlusCity medianAge leftBehindChildShare leftBehindElderShare hollowVillageShare incomeUrban
    incomeRural incomeRatio giniIncome unemployment farmEmploymentShare landPerFarmWorker landLetShare householdSize serviceRatio serviceTheil
    peopleAtStandard transfersTotal spendingTotal remittanceShareRural landDisputes farmland villagesWithoutSchool serviceRatio.schooling`).split(/\s+/)
  for (const id of ids) expect(indicatorIndex(id), id).toBeGreaterThanOrEqual(0)
})

describe.each(['name', 'definition'] as const)('every %s', field => {
  test('is given in English and in Chinese, and belongs to one indicator', () => {
    for (const { id, [field]: { en, zh } } of indicators) {
      expect(en, id).toMatch(/^[A-Z0-9]/)
      expect(en, id).not.toMatch(han)
      expect(zh, id).toMatch(han)
    }
    for (const language of ['en', 'zh'] as const) {
      expect(new Set(indicators.map(indicator => indicator[field][language])).size, language).toBe(indicators.length)
    }
  })
})

test('a definition is a sentence, a name is not', () => {
  for (const { id, name, definition } of indicators) {
    expect(definition.en, id).toMatch(/\.$/)
    expect(definition.zh, id).toMatch(/。$/)
    expect(name.en + name.zh, id).not.toMatch(/[.。]$/)
  }
})

test('ranges are written as each language writes them', () => {
  for (const { id, name, unit, definition } of indicators) {
    for (const of of [name, unit, definition]) {
      expect(of.en, id).not.toMatch(/\d[—-]\d/)
      expect(of.zh, id).not.toMatch(/\d[–-]\d/)
    }
  }
})

test('every unit is given in both languages; shares say of what', () => {
  for (const { id, quantity, unit } of indicators) {
    expect(unit.en, id).not.toMatch(han)
    expect(unit.zh, id).not.toBe('')
    if (quantity === 'share' && id !== 'populationChange') {
      expect(unit.en, id).toMatch(/^share of /)
      expect(unit.zh, id).toMatch(/^占/)
    }
  }
})
