// Names of counties and prefectures in letters, for those who search without Chinese characters.

import { pinyin } from 'pinyin-pro'
import { usualNames } from './usual-names.mjs'

/** Characters that are read in one way in the names of these places. */
const readings = { 都: 'du', 什: 'shi' }

/** Places whose name is read otherwise than its characters usually are. */
const exceptions = {
  曾都: 'zeng du', 单县: 'shan xian', 蔚县: 'yu xian', 涡阳: 'guo yang', 泌阳: 'bi yang', 宕昌: 'tan chang', 六安: 'lu an', 六合: 'lu he',
  乐亭: 'lao ting', 乐陵: 'lao ling', 乐清: 'yue qing', 民乐: 'min le', 繁峙: 'fan shi', 浚县: 'xun xian', 黄陂: 'huang pi', 洪洞: 'hong tong',
  大埔: 'da bu', 吴堡: 'wu bu', 尉犁: 'yu li', 召陵: 'shao ling', 称多: 'chen duo', 歙县: 'she xian', 牟定: 'mou ding', 筠连: 'jun lian',
  珲春: 'hun chun', 大城: 'dai cheng', 井陉: 'jing xing', 任县: 'ren xian', 东阿: 'dong e', 莘县: 'shen xian', 番禺: 'pan yu', 荥阳: 'xing yang',
  荥经: 'ying jing', 牟平: 'mu ping', 铅山: 'yan shan', 枞阳: 'zong yang', 台州: 'tai zhou', 丽水: 'li shui', 犍为: 'qian wei', 汨罗: 'mi luo',
  隰县: 'xi xian', 黟县: 'yi xian', 亳州: 'bo zhou', 邛崃: 'qiong lai', 木里: 'mu li',
}

/** Syllables without tones, one for each character: 新津县 → xin jin xian. */
function inPinyin(name) {
  const syllables = pinyin(name, { toneType: 'none', type: 'array' })
  const characters = [...name]
  characters.forEach((character, n) => { syllables[n] = readings[character] ?? syllables[n] })
  for (const [place, reading] of Object.entries(exceptions)) {
    if (name.startsWith(place)) syllables.splice(0, [...place].length, ...reading.split(' '))
  }
  const text = syllables.join(' ')
  if (syllables.length !== characters.length || !/^[a-zü ]+$/.test(text)) throw new Error(`${name}: expected its pinyin, got ${text}`)
  return text
}

/** What a search box needs of the counties: code, names, and the prefecture and province they belong to. */
export function buildCountyIndex({ provinces, prefectures, counties }) {
  const countyPinyin = counties.nameZh.map(inPinyin)
  const prefecturePinyin = prefectures.nameZh.map(inPinyin)
  return {
    format: 1,
    code: counties.code,
    nameZh: counties.nameZh,
    pinyin: countyPinyin,
    prefecture: counties.prefecture,
    prefectures: { nameZh: prefectures.nameZh, pinyin: prefecturePinyin, province: prefectures.province },
    provinces: { nameEn: provinces.nameEn, nameZh: provinces.nameZh },
    usual: usualNames([...prefectures.nameZh, ...counties.nameZh], [...prefecturePinyin, ...countyPinyin]),
  }
}
