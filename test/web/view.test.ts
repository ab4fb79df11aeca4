/** What is looked at, as a part of the address: what goes in comes out, and nothing else is let in. */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { joinHash, routeOf, splitHash } from '../../web/state/route.ts'
import { mapIndicators, type MapKind } from '../../web/state/series.ts'
import { goToYear, mapChosen, mapKind, playing, pointAtYear, showPart, shownPart, year, yearChosen, yearWhile } from '../../web/state/view.ts'

beforeEach(() => {
  goToYear(2050)
  mapChosen.value = undefined
  mapKind.value = 'level'
})

const seen = () => [year.value, mapChosen.value, mapKind.value]

describe('the part of an address that says what is looked at', () => {
  it('is absent on a first visit', () => {
    expect(shownPart(2050)).toBe('')
    expect(showPart('')).toBe(false)
  })

  it('gives back year, indicator and kind', () => {
    fc.assert(fc.property(fc.integer({ min: 2010, max: 2050 }), fc.constantFrom(undefined, ...mapIndicators), fc.constantFrom<MapKind>('level', 'change', 'difference'), (at, indicator, kind) => {
      yearChosen.value = at
      mapChosen.value = indicator
      mapKind.value = kind
      const part = shownPart(2050)
      if (part === '') return
      expect(splitHash(joinHash('#v1.abc', part))).toEqual({ scenario: '#v1.abc', view: part })
      expect(routeOf(part)).toBeUndefined()
      yearChosen.value = 2020
      mapChosen.value = 'serviceLevel'
      expect(showPart(part)).toBe(true)
      expect(seen()).toEqual([at, indicator, kind])
    }))
  })

  it('changes nothing where it asks for what there is not', () => {
    for (const part of ['/shown/2009/urbanShare/level', '/shown/2051/urbanShare/level', '/shown/2030/nothing/level', '/shown/2030/urbanShare/sideways',
      '/shown/2030/constructor/level', '/shown/2030/urbanShare', '/evidence/claims', `/shown/2030/${'a'.repeat(5000)}/level`]) {
      expect(showPart(part), part).toBe(false)
    }
    expect(seen()).toEqual([2050, undefined, 'level'])
  })

  it('holds the year while the first run goes by', () => {
    showPart('/shown/2035/serviceLevel/change')
    expect([2012, 2035, 2050].map(yearWhile)).toEqual([2012, 2035, 2035])
  })
})

describe('the year under the pointer', () => {
  it('is shown as long as the pointer is there, and is no part of the address', () => {
    pointAtYear(2023)
    expect([year.value, shownPart(2050)]).toEqual([2023, ''])
    // The run comes further meanwhile.
    yearChosen.value = 2045
    expect(year.value).toBe(2023)
    pointAtYear(undefined)
    expect(year.value).toBe(2045)
  })

  it('stays once the reader goes there, and gives way to another that is gone to', () => {
    pointAtYear(2023)
    goToYear(2023)
    pointAtYear(undefined)
    expect(year.value).toBe(2023)
    pointAtYear(2030)
    goToYear(2012)
    expect(year.value).toBe(2012)
  })

  it('does not hold up years that play', () => {
    playing.value = true
    pointAtYear(2023)
    expect(year.value).toBe(2050)
    goToYear(2040)
    expect(playing.value).toBe(false)
  })
})
