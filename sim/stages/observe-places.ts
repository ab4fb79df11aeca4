/** The places of a stage by name: its own villages and towns, and those around it that are given. */
import type { NationData } from '../data.ts'
import type { Words } from '../words.ts'
import type { World } from '../world.ts'
import { townNamesOf, villageNames } from './names.ts'
import { countyAt, prefectureInLetters, type CountyIndex } from './find-county.ts'

type PlaceKind = 'village' | 'town' | 'city'

export interface PlaceSeen {
  /** Index in the world. */
  place: number
  /** Row in `record.places`; −1 for places that are given. */
  row: number
  /** Simulated, not given. */
  own: boolean
  kind: PlaceKind
  /** The county's seat, the core of a district. */
  seat: boolean
  name: Words
  province: number
  prefecture: number
  county: number
  longitude: number
  latitude: number
  /** The town that a village belongs to, its own index for others; the next place above. */
  town: number
  city: number
  /** Way to the county's seat, km; 0 for towns and cities. */
  townDistance: number
}

/**
 * In the order of the world. Names of villages and of towns but for the seat are made up; those of counties, prefectures and provinces are real.
 * @param index the counties' names in letters; without it they are in Chinese in both languages
 */
export function placesOf({ places }: World, data: NationData, index?: CountyIndex): PlaceSeen[] {
  const { counties, prefectures, provinces } = data
  const countyName = (c: number): Words => ({ zh: counties.nameZh[c], en: index ? countyAt(index, c).name : counties.nameZh[c] })
  const prefectureName = (p: number): Words =>
    ({ zh: prefectures.nameZh[p], en: index ? prefectureInLetters(index, p) : prefectures.nameZh[p] })
  const ownInCounty = new Map<number, { villages: number; towns: number }>()
  for (let j = 0; j < places.count; j++) {
    if (places.given[j] >= 0) continue
    const numbers = ownInCounty.get(places.county[j]) ?? { villages: 0, towns: 0 }
    if (j < places.villages) numbers.villages++
    else numbers.towns++
    ownInCounty.set(places.county[j], numbers)
  }
  const names = new Map([...ownInCounty].map(([c, { villages, towns }]) =>
    [c, { villages: villageNames(counties.code[c], villages), towns: townNamesOf(counties.code[c], Math.max(0, towns - 1)), village: 0, town: -1 }]))
  let row = 0
  return Array.from({ length: places.count }, (_, j) => {
    const own = places.given[j] < 0
    const village = j < places.villages
    const c = places.county[j]
    const p = places.prefecture[j]
    const its = names.get(c)
    let seat = false
    let name: Words
    if (own && its) {
      seat = !village && its.town === -1
      name = village ? its.villages[its.village++] : seat ? countyName(c) : its.towns[its.town]
      if (!village) its.town++
    } else if (village) name = joined(prefectureOrCounty(j), 'countryside of ', '乡村')
    else if (counties.district[c] === 1) name = prefectureName(p)
    else name = joined(prefectureOrCounty(j), 'towns of ', '城镇')
    return {
      place: j, row: own ? row++ : -1, own, seat, name,
      kind: village ? 'village' : counties.district[c] === 1 && (seat || !own) ? 'city' : 'town',
      province: places.province[j], prefecture: p, county: c, longitude: places.longitude[j], latitude: places.latitude[j],
      town: places.town[j], city: places.city[j], townDistance: village ? places.townDistance[j] : 0,
    }
  })

  /** A given place stands for one county, or for those of a prefecture; a province's prefecture may be the province itself. */
  function prefectureOrCounty(j: number): Words {
    const single = places.partStart[j + 1] - places.partStart[j] === 1
    if (single) return countyName(places.county[j])
    const name = prefectureName(places.prefecture[j])
    const province = places.province[j]
    return name.zh.startsWith(provinces.nameZh[province]) ? { zh: provinces.nameZh[province], en: provinces.nameEn[province] } : name
  }
}

const joined = ({ en, zh }: Words, before: string, after: string): Words => ({ en: before + en, zh: zh + after })
