/** The village stage: few enough people to see each, every one with a name and kin that fit. */
import { describe, expect, test } from 'vitest'
import { loadCountyIndex } from '../../../sim/cli/data.ts'
import { observePeople, placesOf, run } from '../../../sim/index.ts'
import { brokenLinks, nation } from '../../helpers/nation.ts'
import { censusDayAt, dataOf, isOwn, scenarioAt } from '../../helpers/stages.ts'

const stage = 'village'
const world = censusDayAt(stage, 1)
const data = dataOf(stage)
const { persons, households } = observePeople(world)
const byId = new Map(persons.map(person => [person.id, person]))
const places = placesOf(world, data, loadCountyIndex())

describe('the village stage', () => {
  test('has three villages, a town, a city and some hundred households', () => {
    const own = places.filter(place => place.own)
    expect(own.map(({ kind }) => kind)).toEqual(['village', 'village', 'village', 'town'])
    expect(own.map(({ row }) => row)).toEqual([0, 1, 2, 3])
    expect(places.some(({ kind, prefecture }) => kind === 'city' && prefecture === own[0].prefecture)).toBe(true)
    expect(households.length).toBeGreaterThan(200)
    expect(households.length).toBeLessThan(700)
    for (let v = 0; v < 3; v++) {
      expect(world.places.residents[v]).toBeGreaterThan(100)
      expect(world.places.residents[v]).toBeLessThan(700)
    }
  })

  test('is cut out of a county as it was counted: ages differ by less than 5 points of residents, group by group added up', () => {
    const [{ county }] = data.stage!.own
    const ours = new Float64Array(18)
    const theirs = new Float64Array(18)
    const here = persons.filter(({ place }) => isOwn(world, place))
    for (const { age } of here) ours[Math.min(17, Math.floor(age / 5))] += 1 / here.length
    nation.counties.ageSex[county].forEach((number, cell) => { theirs[cell % 18] += number / nation.counties.residents[county] })
    expect(ours.reduce((sum, share, group) => sum + Math.abs(share - theirs[group]), 0)).toBeLessThan(0.05)
  })

  test('names everybody, in both scripts, and every village and town otherwise', () => {
    for (const { name, id } of persons) {
      expect(name.zh, id).toMatch(/^[\u4e00-\u9fff]{2,3}$/)
      expect(name.en, id).toMatch(/^[A-Z][a-zü]+ [A-Z][a-zü’]+$/)
    }
    expect(new Set(places.filter(({ own }) => own).map(({ name }) => name.zh)).size).toBe(4)
    for (const { name } of places) expect(name.en).toMatch(/^[A-Za-zü’ ]+$/)
  })

  test('gives children their father’s surname', () => {
    const withFathers = persons.filter(({ father }) => father !== null)
    expect(withFathers.length).toBeGreaterThan(100)
    for (const { name, father } of withFathers) expect(name.zh[0]).toBe(byId.get(father!)!.name.zh[0])
  })

  test('knows kin who know each other', () => {
    for (const { id, partner, mother, father, children, sex, age, household } of persons) {
      if (partner) {
        expect(byId.get(partner)!.partner).toBe(id)
        expect(byId.get(partner)!.sex).not.toBe(sex)
      }
      if (mother) {
        expect(byId.get(mother)!.children).toContain(id)
        expect(byId.get(mother)!.sex).toBe('female')
        expect(byId.get(mother)!.age - age).toBeGreaterThanOrEqual(15)
      }
      if (father) expect(byId.get(father)!.sex).toBe('male')
      for (const child of children) expect([byId.get(child)!.mother, byId.get(child)!.father]).toContain(id)
      expect(households.find(other => other.id === household)!.members).toContain(id)
    }
  })

  test('keeps names and surnames for thirty years, also when fathers die', () => {
    const later = censusDayAt(stage, 1)
    const named = new Map(persons.map(({ id, name }) => [id, name.zh]))
    let born = 0
    for (const { year } of run(scenarioAt(stage, { years: [2010, 2040] }), data, later)) {
      if (year % 10 !== 0) continue
      expect(brokenLinks(later), String(year)).toEqual([])
      for (const { id, name, father } of observePeople(later).persons) {
        const before = named.get(id)
        if (before) expect(name.zh).toBe(before)
        else {
          born++
          named.set(id, name.zh)
          if (father && named.has(father)) expect(name.zh[0]).toBe(named.get(father)![0])
        }
      }
    }
    expect(born).toBeGreaterThan(50)
  })
})
