/** Finds counties by Chinese name, pinyin, usual name in letters or code: what a search box and `chengxiang run county:新津` ask. */

/** The file `scenarios/data/county-index.json`. */
export interface CountyIndex {
  format: 1
  /** GB/T 2260 codes of 2010, in the order of the nation's counties. */
  code: number[]
  nameZh: string[]
  /** Syllables without tones, such as `xin jin xian`. */
  pinyin: string[]
  prefecture: number[]
  prefectures: { nameZh: string[]; pinyin: string[]; province: number[] }
  provinces: { nameEn: string[]; nameZh: string[] }
  /** Counties and prefectures that are called otherwise than pinyin has it, by their Chinese names: 哈尔滨市 is Harbin. */
  usual: Record<string, string>
}

export interface CountyFound {
  /** Position among the nation's counties. */
  county: number
  code: number
  /** Such as 新津县 and Xinjin. */
  nameZh: string
  name: string
  prefectureZh: string
  /** Such as Chengdu. */
  prefecture: string
  province: string
}

/** Words that say what kind of unit it is, as they end a name in pinyin; the longest first. */
const kinds = ['zu zi zhi xian', 'zu zi zhi zhou', 'zi zhi xian', 'zi zhi qi', 'zi zhi zhou', 'te qu', 'di qu', 'xian', 'qu', 'shi', 'qi', 'meng']

/** `xin jin xian` → `Xinjin`; a name of one syllable keeps its kind: `shan xian` → `Shan Xian`. */
export function nameFromPinyin(pinyin: string): string {
  const [stem, kind] = parted(pinyin)
  const word = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).replace(/ (?=[aeo])/g, '’').replace(/ /g, '')
  return kind && !stem.includes(' ') ? `${word(stem)} ${word(kind)}` : word(stem)
}

/** The name itself and the kind of unit: `xin jin xian` → `xin jin`, `xian`. */
function parted(pinyin: string): [stem: string, kind: string | undefined] {
  const kind = kinds.find(ending => pinyin.endsWith(' ' + ending))
  return kind ? [pinyin.slice(0, -kind.length - 1), kind] : [pinyin, undefined]
}

const inLetters = ({ usual }: CountyIndex, nameZh: string, pinyin: string): string => usual[nameZh] ?? nameFromPinyin(pinyin)

export const prefectureInLetters = (index: CountyIndex, prefecture: number): string =>
  inLetters(index, index.prefectures.nameZh[prefecture], index.prefectures.pinyin[prefecture])

export function countyAt(index: CountyIndex, county: number): CountyFound {
  const prefecture = index.prefecture[county]
  const province = index.prefectures.province[prefecture]
  return {
    county,
    code: index.code[county],
    nameZh: index.nameZh[county],
    name: inLetters(index, index.nameZh[county], index.pinyin[county]),
    prefectureZh: index.prefectures.nameZh[prefecture],
    prefecture: prefectureInLetters(index, prefecture),
    province: index.provinces.nameEn[province],
  }
}

export function findCounties(index: CountyIndex, text: string, most = 12): CountyFound[] {
  return searchCounties(index, text).slice(0, most).map(county => countyAt(index, county))
}

/**
 * Counties that a text may mean, the likeliest first: the exact name or code, then counties of a prefecture or province of that name, then names that begin
 * with it, then those that hold it, then what lies in a prefecture or province whose name begins with it. Names may be followed by the prefecture's:
 * `Chaoyang Beijing`.
 * @returns positions among the nation's counties
 */
export function searchCounties(index: CountyIndex, text: string): number[] {
  const words = text.normalize('NFKC').split(/[\s,，·、]+/).map(plain).filter(word => word !== '')
  if (words.length === 0) return []
  const whole = words.join('')
  const around = namesOfPrefectures(index)
  const found: { county: number; rank: number }[] = []
  for (let county = 0; county < index.code.length; county++) {
    // Syllables may be set apart, so the whole text is tried first; else each word must fit the county or what it lies in.
    const its = around[index.prefecture[county]]
    const rank = Math.min(rankOf(index, county, its, whole), words.length > 1 ? rankOfWords(index, county, its, words) : none)
    if (rank < none) found.push({ county, rank })
  }
  found.sort((a, b) => a.rank - b.rank || a.county - b.county)
  return found.map(({ county }) => county)
}

/** Counties that a text names exactly: by code, full name, or name without the kind of unit. */
export function countiesNamed(index: CountyIndex, text: string): CountyFound[] {
  const word = plain(text.normalize('NFKC'))
  return index.code.flatMap((_, county) => (rankOf(index, county, [], word) <= exactStem ? [countyAt(index, county)] : []))
}

/** Counties whose name is written most like the text: what somebody may have meant who mistyped. */
export function countiesLike(index: CountyIndex, text: string, most = 3): CountyFound[] {
  const word = plain(text.normalize('NFKC'))
  const byContent = findCounties(index, text, most)
  if (byContent.length > 0) return byContent
  // Codes near each other are places near each other.
  const distance = index.code.map((code, county) => /^\d+$/.test(word) ? Math.abs(code - Number(word)) : Math.min(
    editDistance(word, index.nameZh[county]), editDistance(word, stemZh(index.nameZh[county])),
    editDistance(word, plain(nameFromPinyin(index.pinyin[county]))), editDistance(word, plain(countyAt(index, county).name))))
  return distance.map((_, county) => county).sort((a, b) => distance[a] - distance[b] || a - b).slice(0, most).map(county => countyAt(index, county))
}

const exact = 0
const exactStem = 1
const inside = 2
const begins = 3
const initials = 4
const holds = 5
const insideBegins = 6
const none = 9

/** @param around what it lies in is called */
function rankOf(index: CountyIndex, county: number, around: string[], word: string): number {
  const zh = index.nameZh[county]
  const latin = plain(index.pinyin[county])
  const stem = plain(parted(index.pinyin[county])[0])
  const usual = plain(index.usual[zh] ?? zh)
  const code = String(index.code[county])
  if (word === code || word === zh || word === latin) return exact
  if (word === stemZh(zh) || word === stem || word === usual) return exactStem
  if (around.includes(word)) return inside
  if (zh.startsWith(word) || latin.startsWith(word) || usual.startsWith(word) || code.startsWith(word)) return begins
  if (word.length > 1 && index.pinyin[county].split(' ').map(syllable => syllable[0]).join('').startsWith(word)) return initials
  // Not the kind of unit, which many have: a text that is part of `xian` names none of them.
  if (word.length > 1 && (zh.includes(word) || stem.includes(word) || usual.includes(word))) return holds
  return liesIn(around, word) ? insideBegins : none
}

/** The first word names the county, the others what it lies in. */
function rankOfWords(index: CountyIndex, county: number, around: string[], [first, ...others]: string[]): number {
  const rank = rankOf(index, county, [], first)
  return others.every(word => liesIn(around, word)) ? rank : none
}

const liesIn = (around: string[], word: string): boolean => word.length > 1 && around.some(name => name.startsWith(word))

/** What each prefecture and its province are called, with and without the kind of unit. */
function namesOfPrefectures({ prefectures, provinces, usual }: CountyIndex): string[][] {
  return prefectures.nameZh.map((zh, prefecture) => {
    const pinyin = prefectures.pinyin[prefecture]
    const province = prefectures.province[prefecture]
    return [zh, stemZh(zh), ...[pinyin, parted(pinyin)[0], usual[zh] ?? pinyin, provinces.nameEn[province]].map(plain), provinces.nameZh[province]]
  })
}

const stemZh = (name: string) => (name.length > 2 ? name.replace(/(族?自治[县旗州]|林区|特区|地区|[县区市旗盟])$/, '') : name)

/** Small letters without spaces, tones and apostrophes; ü as u, also where it is typed as v. */
function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f\s'’-]/g, '').replace(/([ln])v/g, '$1u')
}

/** Levenshtein distance. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]
}
