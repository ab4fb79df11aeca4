// Which unit of the map (prefectures of 2020) a county of 2010 belongs to, and which counties are city districts.

/** Prefectures of 2010, by the first four digits of their counties, whose code the map of 2020 does not have. */
const renamedPrefectures = {
  1102: [110100, 'the counties of Beijing are drawn with its districts'],
  1202: [120100, 'the counties of Tianjin are drawn with its districts'],
  3102: [310100, 'the county of Shanghai is drawn with its districts'],
  5002: [500100, 'the counties of Chongqing are drawn with its districts'],
  3712: [370100, 'Laiwu became part of Jinan in 2019'],
  5222: [520600, 'Tongren prefecture became a city in 2011'],
  5224: [520500, 'Bijie prefecture became a city in 2011'],
  5421: [540300, 'Chamdo prefecture became a city in 2014'],
  5422: [540500, 'Shannan prefecture became a city in 2016'],
  5423: [540200, 'Shigatse prefecture became a city in 2014'],
  5424: [540600, 'Nagqu prefecture became a city in 2017'],
  5426: [540400, 'Nyingchi prefecture became a city in 2015'],
  6321: [630200, 'Haidong prefecture became a city in 2013'],
  6521: [650400, 'Turpan prefecture became a city in 2015'],
  6522: [650500, 'Hami prefecture became a city in 2016'],
}

/** Counties that went to another prefecture between 2010 and 2020. */
const movedCounties = {
  220381: [220100, 'Gongzhuling went from Siping to Changchun in 2020'],
  340823: [340700, 'Zongyang went from Anqing to Tongling in 2015'],
  341402: [340100, 'Chaohu was dissolved in 2011: Juchao went to Hefei'],
  341421: [340100, 'Chaohu was dissolved in 2011: Lujiang went to Hefei'],
  341422: [340200, 'Chaohu was dissolved in 2011: Wuwei went to Wuhu'],
  341423: [340500, 'Chaohu was dissolved in 2011: Hanshan went to Ma’anshan'],
  341424: [340500, 'Chaohu was dissolved in 2011: He went to Ma’anshan'],
  341521: [340400, 'Shou went from Lu’an to Huainan in 2015'],
  469003: [460400, 'Danzhou became a prefecture-level city in 2015'],
  512081: [510100, 'Jianyang went from Ziyang to Chengdu in 2016'],
}

/** The prefecture-level cities without counties: one row is the whole city. */
const citiesWithoutCounties = [441900, 442000, 460200, 620200]

/** Districts of a city of 2010 that has no city of its own on the map of 2020; far from the city that took them in. */
const districtsOfDissolvedCities = {
  341402: 'Juchao, since 2011 the county-level city of Chaohu',
  371202: 'Laicheng, 60 km from Jinan',
  371203: 'Gangcheng, 60 km from Jinan',
}

/**
 * The unit of a county: its own feature where the map has one (units directly under a province), else where the
 * tables above put it, else its prefecture.
 * @returns the unit's code and the rule that gave it
 * @throws Error when the map has no such unit
 */
export function unitOf(county, unitCodes) {
  const prefix = Math.floor(county.code / 100)
  const [unit, rule] = unitCodes.has(county.code) ? [county.code, 'own feature']
    : movedCounties[county.code] ? [movedCounties[county.code][0], 'moved county']
    : renamedPrefectures[prefix] ? [renamedPrefectures[prefix][0], 'renamed prefecture']
    : [prefix * 100, 'prefecture']
  if (!unitCodes.has(unit)) throw new Error(`county ${county.code} ${county.name}: no unit ${unit} on the map`)
  return { unit, rule }
}

/**
 * Urban districts (shi xia qu): the last two digits are 01–20, the name ends in 区 and the prefecture is a city (third
 * and fourth digit 01–20). Mining districts (矿区) are districts. The special districts (特区, Liuzhi and Wanshan) and
 * the forest district (Shennongjia, outside any city) are of the level of a county and are not.
 */
export function isDistrict({ code, name }) {
  if (citiesWithoutCounties.includes(code)) return true
  if (districtsOfDissolvedCities[code]) return false
  const last = code % 100
  const prefecture = Math.floor(code / 100) % 100
  if (last < 1 || last > 20 || prefecture < 1 || prefecture > 20) return false
  return name.endsWith('区') && !name.endsWith('特区')
}
