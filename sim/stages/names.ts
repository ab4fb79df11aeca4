/**
 * Names for people and villages to be told apart by. They are made up: a function of the id, from common surnames and given names,
 * so that the same person bears the same name in every run and nothing of it is kept in the world.
 */
import { chanceOf, uniform } from '../random.ts'
import type { Words } from '../words.ts'

/**
 * The hundred surnames that five sixths of China bear, with their share in thousandths of all for the first ones
 * (Ministry of Public Security, report on names 2020, which lists the order; shares of the first twenty as published in 2007, others fall evenly).
 */
const surnames = ('王 Wang,李 Li,张 Zhang,刘 Liu,陈 Chen,杨 Yang,黄 Huang,赵 Zhao,吴 Wu,周 Zhou,徐 Xu,孙 Sun,马 Ma,朱 Zhu,胡 Hu,郭 Guo,何 He,林 Lin,罗 Luo,高 Gao,'
  + '郑 Zheng,梁 Liang,谢 Xie,宋 Song,唐 Tang,许 Xu,韩 Han,邓 Deng,冯 Feng,曹 Cao,彭 Peng,曾 Zeng,肖 Xiao,田 Tian,董 Dong,潘 Pan,袁 Yuan,蔡 Cai,蒋 Jiang,余 Yu,'
  + '于 Yu,杜 Du,叶 Ye,程 Cheng,魏 Wei,苏 Su,吕 Lü,丁 Ding,任 Ren,卢 Lu,姚 Yao,沈 Shen,钟 Zhong,姜 Jiang,崔 Cui,谭 Tan,陆 Lu,范 Fan,汪 Wang,廖 Liao,'
  + '石 Shi,金 Jin,韦 Wei,贾 Jia,夏 Xia,付 Fu,方 Fang,邹 Zou,熊 Xiong,白 Bai,孟 Meng,秦 Qin,邱 Qiu,侯 Hou,江 Jiang,尹 Yin,薛 Xue,闫 Yan,段 Duan,雷 Lei,'
  + '龙 Long,黎 Li,史 Shi,陶 Tao,贺 He,毛 Mao,郝 Hao,顾 Gu,龚 Gong,邵 Shao,万 Wan,覃 Qin,武 Wu,钱 Qian,戴 Dai,严 Yan,莫 Mo,孔 Kong,向 Xiang,常 Chang').split(',').map(pair)

const weights = [73, 72, 68, 54, 46, 31, 23, 21, 20, 19, 15, 15, 13, 13, 12, 12, 11, 11, 9, 9]
const running = (() => {
  let sum = 0
  return surnames.map((_, n) => (sum += weights[n] ?? 8 - (n - 20) * 0.075))
})()

/** Characters of given names, the first ones used with any second one. */
const first = [
  '建 jian,国 guo,志 zhi,文 wen,永 yong,明 ming,海 hai,春 chun,德 de,家 jia,俊 jun,子 zi,天 tian,晓 xiao,玉 yu,立 li,振 zhen,学 xue,庆 qing,正 zheng,光 guang,新 xin,宏 hong,少 shao',
  '秀 xiu,桂 gui,玉 yu,春 chun,丽 li,小 xiao,晓 xiao,美 mei,淑 shu,雪 xue,海 hai,红 hong,金 jin,月 yue,凤 feng,亚 ya,文 wen,佳 jia,思 si,雨 yu,欣 xin,慧 hui,彩 cai,翠 cui',
].map(list => list.split(',').map(pair))
const second = [
  '军 jun,伟 wei,强 qiang,平 ping,华 hua,林 lin,民 min,生 sheng,峰 feng,龙 long,辉 hui,杰 jie,勇 yong,涛 tao,斌 bin,波 bo,超 chao,鹏 peng,宇 yu,浩 hao,东 dong,清 qing,江 jiang,良 liang,山 shan,福 fu,才 cai,亮 liang',
  '英 ying,兰 lan,芳 fang,珍 zhen,霞 xia,梅 mei,娟 juan,琴 qin,燕 yan,玲 ling,萍 ping,艳 yan,静 jing,敏 min,花 hua,云 yun,莲 lian,婷 ting,洁 jie,怡 yi,娜 na,香 xiang,琳 lin,颖 ying,丹 dan,蓉 rong,菊 ju,莉 li',
].map(list => list.split(',').map(pair))
/** Of men and women; names of one character are a sixth of all. */
const oneCharacter = 1 / 6

const villageEndings = '家村 jia Cun,家庄 jia Zhuang,家湾 jia Wan,家沟 jia Gou,家桥 jia Qiao,家坝 jia Ba,家坪 jia Ping,家岭 jia Ling,家店 jia Dian,家集 jia Ji'.split(',').map(pair)
const townNames = ('永安 Yong’an,太平 Taiping,和平 Heping,新华 Xinhua,双桥 Shuangqiao,龙泉 Longquan,清水 Qingshui,白马 Baima,兴隆 Xinglong,福兴 Fuxing,石桥 Shiqiao,三河 Sanhe,'
  + '大河 Dahe,高桥 Gaoqiao,东风 Dongfeng,柳林 Liulin,安乐 Anle,金山 Jinshan,回龙 Huilong,青龙 Qinglong,长兴 Changxing,新民 Xinmin,仁和 Renhe,万安 Wan’an,古城 Gucheng,'
  + '红旗 Hongqi,临江 Linjiang,三合 Sanhe,平安 Ping’an,双龙 Shuanglong,大石 Dashi,凤凰 Fenghuang,云台 Yuntai,黄泥 Huangni,中和 Zhonghe,富乐 Fule').split(',').map(pair)

function pair(text: string): Words {
  const space = text.indexOf(' ')
  return { zh: text.slice(0, space), en: text.slice(space + 1) }
}

const chances = Object.fromEntries(['surname', 'first', 'second', 'length', 'village', 'ending', 'town'].map(what => [what, chanceOf('names', what)]))

/** The surname that goes down from the person with this id, where no father is known. */
export function surnameOf(idLow: number, idHigh: number): Words {
  const target = uniform(chances.surname, idLow, idHigh) * running[running.length - 1]
  return surnames[running.findIndex(sum => sum > target)]
}

/** @param sex 0 male, 1 female */
export function givenNameOf(idLow: number, idHigh: number, sex: number): Words {
  const of = (list: Words[], what: string) => list[Math.floor(uniform(chances[what], idLow, idHigh) * list.length)]
  const last = of(second[sex], 'second')
  if (uniform(chances.length, idLow, idHigh) < oneCharacter) return { zh: last.zh, en: capital(last.en) }
  const before = of(first[sex], 'first')
  // 春安 is Chun’an: an apostrophe where a syllable begins with a vowel.
  return { zh: before.zh + last.zh, en: capital(before.en) + (/^[aeo]/.test(last.en) ? '’' : '') + last.en }
}

/** Family name first, in both scripts. */
export const fullName = (surname: Words, given: Words): Words => ({ zh: surname.zh + given.zh, en: `${surname.en} ${given.en}` })

/** Villages of one county, each with a name of its own. */
export function villageNames(county: number, number: number): Words[] {
  const taken = new Set<string>()
  return Array.from({ length: number }, (_, n) => {
    for (let attempt = 0; ; attempt++) {
      const at = n * 64 + attempt
      const target = uniform(chances.village, at, county) * running[running.length - 1]
      const surname = surnames[running.findIndex(sum => sum > target)]
      const ending = villageEndings[Math.floor(uniform(chances.ending, at, county) * villageEndings.length)]
      const [joint, kind] = ending.en.split(' ')
      const qualified = attempt < 12 ? '' : '上中下东西南北前后新'.charAt(attempt % 10)
      const latin = qualified && ['Shang', 'Zhong', 'Xia', 'Dong', 'Xi', 'Nan', 'Bei', 'Qian', 'Hou', 'Xin'][attempt % 10]
      const name = { zh: qualified + surname.zh + ending.zh, en: `${latin ? latin + ' ' : ''}${surname.en}${joint} ${kind}` }
      if (taken.has(name.zh) && attempt < 60) continue
      taken.add(name.zh)
      return name
    }
  })
}

/** Towns of one county but for its seat. */
export function townNamesOf(county: number, number: number): Words[] {
  const start = Math.floor(uniform(chances.town, county, 0) * townNames.length)
  return Array.from({ length: number }, (_, n) => {
    const name = townNames[(start + n * 7) % townNames.length]
    // 36 names and a step of 7: all are used before one comes again, with a number.
    const round = Math.floor(n / townNames.length)
    return { zh: `${round > 0 ? '新' : ''}${name.zh}镇`, en: `${round > 0 ? 'Xin ' : ''}${name.en} Zhen` }
  })
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
