/** The countryside: those left behind, hollow villages, schools, land. */
import { large, largeAndSizes, mu, regions, shareOfVillages, type Indicator } from './indicator.ts'
import { sum } from './sums.ts'

const children = { en: 'children of 0–17', zh: '人' }
const ofChildren = { en: 'share of children of 0–17', zh: '占0—17岁儿童比重' }
const ofVillageElders = { en: 'share of people of 60 and over in villages', zh: '占乡村60岁及以上人口比重' }
/** Who of the grown children counts: of daughters who had married by 2010 the census does not tell whose they are. */
const marriedDaughters = { en: 'daughters count until they marry.', zh: '女儿出嫁后不计。' }
const ofVillageChildren = { en: 'share of children of 0–17 in villages', zh: '占乡村0—17岁儿童比重' }

export const countryside: readonly Indicator[] = [
  {
    id: 'leftBehindChildShare', quantity: 'share', levels: regions,
    name: { en: 'Left-behind children', zh: '农村留守儿童比重' },
    unit: ofVillageChildren,
    definition: {
      en: 'Children of 0–17 living in a village with at least one living parent who lives elsewhere: the definition of the Women’s Federation for 2010.',
      zh: '居住在乡村、父母至少一方健在且外出居住的0—17岁儿童占乡村儿童的比重：全国妇联2010年口径。',
    },
    value: s => s[sum.childrenLeft] / s[sum.children],
  },
  {
    id: 'leftBehindChildBothShare', quantity: 'share', levels: regions,
    name: { en: 'Children with both parents away', zh: '父母双方外出的留守儿童比重' },
    unit: ofVillageChildren,
    definition: {
      en: 'Children of 0–17 living in a village with both parents living elsewhere.',
      zh: '居住在乡村、父母双方均外出居住的0—17岁儿童占乡村儿童的比重。',
    },
    value: s => s[sum.childrenLeftByBoth] / s[sum.children],
  },
  {
    id: 'leftBehindChildFatherShare', quantity: 'share', levels: large,
    name: { en: 'Children with only the father away', zh: '仅父亲外出的留守儿童比重' },
    unit: ofVillageChildren,
    definition: {
      en: 'Children of 0–17 living in a village whose father lives elsewhere and whose mother does not.',
      zh: '居住在乡村、仅父亲外出居住的0—17岁儿童占乡村儿童的比重。',
    },
    value: s => s[sum.childrenLeftByFather] / s[sum.children],
  },
  {
    id: 'leftBehindChildMotherShare', quantity: 'share', levels: large,
    name: { en: 'Children with only the mother away', zh: '仅母亲外出的留守儿童比重' },
    unit: ofVillageChildren,
    definition: {
      en: 'Children of 0–17 living in a village whose mother lives elsewhere and whose father does not.',
      zh: '居住在乡村、仅母亲外出居住的0—17岁儿童占乡村儿童的比重。',
    },
    value: s => s[sum.childrenLeftByMother] / s[sum.children],
  },
  {
    id: 'leftBehindChildUnder16Share', quantity: 'share', levels: large,
    name: { en: 'Children under 16 with both parents away', zh: '父母双方外出的不满16周岁留守儿童比重' },
    unit: { en: 'share of children of 0–15 in villages', zh: '占乡村0—15岁儿童比重' },
    definition: {
      en: 'Children of 0–15 living in a village with both parents living elsewhere: the narrow definition of the State Council of 2016, '
        + 'without the children it adds whose one parent at home cannot care for them.',
      zh: '居住在乡村、父母双方均外出居住的不满16周岁儿童占乡村同龄儿童的比重：国务院2016年口径，未含一方外出而另一方无监护能力者。',
    },
    value: s => s[sum.childrenUnder16LeftByBoth] / s[sum.childrenUnder16],
  },
  {
    id: 'leftBehindChildShareOfAll', quantity: 'share', levels: large,
    name: { en: 'Left-behind children in villages, of all children', zh: '农村留守儿童占全部儿童比重' },
    unit: ofChildren,
    definition: {
      en: 'Children of 0–17 living in a village with a parent elsewhere among all children of villages, towns and cities.',
      zh: '居住在乡村、父母至少一方外出居住的0—17岁儿童占城乡全部儿童的比重。',
    },
    value: s => s[sum.childrenLeft] / s[sum.minors],
  },
  {
    id: 'leftBehindChildShareEverywhere', quantity: 'share', levels: largeAndSizes,
    name: { en: 'Left-behind children of town and country', zh: '城乡留守儿童比重' },
    unit: ofChildren,
    definition: {
      en: 'Children of 0–17 living anywhere, in village, town or city, with a living parent who lives in another place: the definition of the report '
        + 'of 2023 on the census of 2020, which counts towns and cities too.',
      zh: '不论居住在乡村、镇还是城市，父母至少一方健在且居住在别处的0—17岁儿童占全部儿童的比重：2023年《2020年中国儿童人口状况》口径，含城镇留守儿童。',
    },
    value: s => s[sum.minorsLeft] / s[sum.minors],
  },
  {
    id: 'leftBehindChildrenEverywhere', quantity: 'persons', levels: largeAndSizes,
    name: { en: 'Left-behind children of town and country, number', zh: '城乡留守儿童人数' },
    unit: children,
    definition: {
      en: 'Number of children of 0–17 living anywhere, in village, town or city, with a living parent who lives in another place.',
      zh: '不论居住在乡村、镇还是城市，父母至少一方健在且居住在别处的0—17岁儿童人数。',
    },
    value: s => s[sum.minorsLeft],
  },
  {
    id: 'leftBehindChildrenBoth', quantity: 'persons', levels: large,
    name: { en: 'Children with both parents away, number', zh: '父母双方外出的留守儿童人数' },
    unit: { en: 'children of 0–17 in villages', zh: '人' },
    definition: {
      en: 'Number of children of 0–17 living in a village with both parents living elsewhere.',
      zh: '居住在乡村、父母双方均外出居住的0—17岁儿童人数。',
    },
    value: s => s[sum.childrenLeftByBoth],
  },
  {
    id: 'migrantChildShare', quantity: 'share', levels: largeAndSizes,
    name: { en: 'Migrant children', zh: '流动儿童比重' },
    unit: ofChildren,
    definition: {
      en: 'Children of 0–17 who live in another place than where they are registered, among all children who live there.',
      zh: '现居住地不是户口登记地的0—17岁儿童占当地全部儿童的比重。',
    },
    value: s => s[sum.minorsMigrant] / s[sum.minors],
  },
  {
    id: 'migrantChildren', quantity: 'persons', levels: largeAndSizes,
    name: { en: 'Migrant children, number', zh: '流动儿童人数' },
    unit: children,
    definition: {
      en: 'Number of children of 0–17 who live in another place than where they are registered.',
      zh: '现居住地不是户口登记地的0—17岁儿童人数。',
    },
    value: s => s[sum.minorsMigrant],
  },
  {
    id: 'leftBehindChildren', quantity: 'persons', levels: regions,
    name: { en: 'Left-behind children, number', zh: '农村留守儿童人数' },
    unit: { en: 'children of 0–17 in villages', zh: '人' },
    definition: {
      en: 'Number of children of 0–17 living in a village with at least one living parent who lives elsewhere.',
      zh: '居住在乡村、父母至少一方健在且外出居住的0—17岁儿童人数。',
    },
    value: s => s[sum.childrenLeft],
  },
  {
    id: 'leftBehindElderShare', quantity: 'share', levels: regions,
    name: { en: 'Left-behind elderly', zh: '农村留守老人比重' },
    unit: ofVillageElders,
    definition: {
      en: 'People of 60 and over in villages who have grown children, all of whom live outside the village and its town; ' + marriedDaughters.en,
      zh: '居住在乡村、有成年子女且全部子女都住在本村及所属镇以外的60岁及以上老人占乡村老人的比重；' + marriedDaughters.zh,
    },
    value: s => s[sum.eldersLeft] / s[sum.elders],
  },
  {
    id: 'leftBehindElderVillageShare', quantity: 'share', levels: large,
    name: { en: 'Elderly with no child in the village', zh: '子女均不在本村的农村老人比重' },
    unit: ofVillageElders,
    definition: {
      en: 'People of 60 and over in villages who have grown children, none of whom lives in the same village; ' + marriedDaughters.en,
      zh: '居住在乡村、有成年子女且没有子女住在本村的60岁及以上老人占乡村老人的比重；' + marriedDaughters.zh,
    },
    value: s => s[sum.eldersLeftFromVillage] / s[sum.elders],
  },
  {
    id: 'leftBehindElderAnyShare', quantity: 'share', levels: large,
    name: { en: 'Elderly with any child away', zh: '有子女外出的农村老人比重' },
    unit: ofVillageElders,
    definition: {
      en: 'People of 60 and over in villages with at least one grown child who lives outside the village and its town; ' + marriedDaughters.en,
      zh: '居住在乡村、至少有一名成年子女住在本村及所属镇以外的60岁及以上老人占乡村老人的比重；' + marriedDaughters.zh,
    },
    value: s => s[sum.eldersLeftByAny] / s[sum.elders],
  },
  {
    id: 'leftBehindElderOfParentsShare', quantity: 'share', levels: large,
    name: { en: 'Left-behind elderly among those with children', zh: '有子女老人中的留守老人比重' },
    unit: { en: 'share of people of 60 and over in villages with living grown children', zh: '占有健在成年子女的乡村60岁及以上人口比重' },
    definition: {
      en: 'People of 60 and over in villages all of whose grown children live outside the village and its town, among those who have any; ' + marriedDaughters.en,
      zh: '全部成年子女都住在本村及所属镇以外的老人占有成年子女的乡村60岁及以上老人的比重；' + marriedDaughters.zh,
    },
    value: s => s[sum.eldersLeft] / s[sum.eldersWithChildren],
  },
  {
    id: 'elderWithoutAdultShare', quantity: 'share', levels: large,
    name: { en: 'Elderly without an adult in the house', zh: '农村空巢老人比重' },
    unit: ofVillageElders,
    definition: {
      en: 'People of 60 and over in villages who live in a house with nobody of 16–59: the empty nest.',
      zh: '居住在乡村、同住家庭成员中没有16—59岁劳动年龄人口的60岁及以上老人占乡村老人的比重。',
    },
    value: s => s[sum.eldersWithoutAdult] / s[sum.elders],
  },
  {
    id: 'hollowVillageShare', quantity: 'share', levels: regions,
    name: { en: 'Hollow villages', zh: '空心村比重' },
    unit: shareOfVillages,
    definition: {
      en: 'Villages with fewer residents than 60 % of those registered there (the parameter hollow).',
      zh: '常住人口不足户籍人口60%（参数hollow）的村占全部行政村的比重。',
    },
    value: s => s[sum.hollowVillages] / s[sum.villages],
  },
  {
    id: 'hollowVillageHalfShare', quantity: 'share', levels: large,
    name: { en: 'Villages half empty', zh: '半空村比重' },
    unit: shareOfVillages,
    definition: {
      en: 'Villages with fewer residents than half of those registered there: a stricter definition of hollow.',
      zh: '常住人口不足户籍人口一半的村占全部行政村的比重：较严格的空心村口径。',
    },
    value: s => s[sum.hollowVillagesHalf] / s[sum.villages],
  },
  {
    id: 'hollowVillageHousesShare', quantity: 'share', levels: large,
    name: { en: 'Villages hollow by their houses', zh: '按空置住宅认定的空心村比重' },
    unit: shareOfVillages,
    definition: {
      en: 'Villages in which more than 30 % of the houses stand empty (the parameter hollowHouses).',
      zh: '空置住宅超过30%（参数hollowHouses）的村占全部行政村的比重。',
    },
    value: s => s[sum.hollowVillagesHouses] / s[sum.villages],
  },
  {
    id: 'villageResidentRatio', quantity: 'ratio', levels: regions,
    name: { en: 'Residents per registered villager', zh: '村庄常住人口与户籍人口之比' },
    unit: { en: 'residents / registered', zh: '常住人口/户籍人口' },
    definition: {
      en: 'People who live in villages over people registered there; below one, villages are emptying.',
      zh: '村庄常住人口与村庄户籍人口之比；小于1表示村庄空心化。',
    },
    value: s => s[sum.residentsVillage] / s[sum.registeredVillage],
  },
  {
    id: 'householdsWithoutAdultShare', quantity: 'share', levels: regions,
    name: { en: 'Village households without an adult of working age', zh: '无劳动年龄成员的农户比重' },
    unit: { en: 'share of households that live in villages', zh: '占乡村家庭户比重' },
    definition: {
      en: 'Households keeping house in a village with nobody of 16–59 at home.',
      zh: '在村居住的成员中没有16—59岁劳动年龄人口的农户占乡村家庭户的比重。',
    },
    value: s => s[sum.villageHouseholdsWithoutAdult] / s[sum.villageHouseholds],
  },
  {
    id: 'emptyHouseShare', quantity: 'share', levels: regions,
    name: { en: 'Empty houses in villages', zh: '农村空置住宅比重' },
    unit: { en: 'share of houses in villages', zh: '占农村住宅比重' },
    definition: {
      en: 'Houses in villages whose household keeps house elsewhere or has nobody at home. Households that split off elsewhere and got no land have left no house.',
      zh: '农户已迁到别处居住或无人在家而空置的农村住宅占全部农村住宅的比重；在外分户而未分得承包地者未在村中留下住宅，不计入。',
    },
    value: s => s[sum.emptyHouses] / s[sum.houses],
  },
  {
    id: 'villagesWithoutSchool', quantity: 'share', levels: regions,
    name: { en: 'Villages without a school', zh: '没有小学的村比重' },
    unit: shareOfVillages,
    definition: { en: 'Villages without a primary school of their own.', zh: '村内没有小学的村占全部行政村的比重。' },
    value: s => 1 - s[sum.villagesWithSchool] / s[sum.villages],
  },
  {
    id: 'wayToSchool', quantity: 'ratio', levels: regions,
    name: { en: 'Way to school', zh: '平均上学距离' },
    unit: { en: 'km', zh: '公里' },
    definition: {
      en: 'Mean way of the village pupils of 6–11 to the nearest open primary school.',
      zh: '乡村6—11岁小学生到最近的在办小学的平均距离。',
    },
    value: s => s[sum.wayToSchool] / s[sum.pupils],
  },
  {
    id: 'landPerFarmWorker', quantity: 'ratio', levels: regions,
    name: { en: 'Land per farm worker', zh: '劳均耕地' },
    unit: { en: 'mu per farm worker', zh: '亩/农业劳动者' },
    definition: { en: 'Farmland worked per person whose main work is farming.', zh: '平均每个以农业为主要工作的人实际耕种的耕地。' },
    value: s => (s[sum.farmland] - s[sum.landIdle]) / s[sum.farmers],
  },
  {
    id: 'farmSize', quantity: 'ratio', levels: regions,
    name: { en: 'Land per farm', zh: '户均经营耕地' },
    unit: { en: 'mu per farm', zh: '亩/户' },
    definition: {
      en: 'Land worked per household that farms in its village: its own, less what it lets, what it rents, and what it works for kin and neighbours.',
      zh: '平均每个在村务农的农户实际经营的耕地：自家承包地减去流转出的，加上流转入的和代亲邻耕种的。',
    },
    value: s => s[sum.landFarmed] / s[sum.farms],
  },
  {
    id: 'largeFarmShare', quantity: 'share', levels: regions,
    name: { en: 'Farms above 50 mu', zh: '经营耕地50亩以上的农户比重' },
    unit: { en: 'share of farms', zh: '占务农农户比重' },
    definition: {
      en: 'Households that work more than 50 mu among those that farm in their village.',
      zh: '经营耕地超过50亩的农户占在村务农农户的比重。',
    },
    value: s => s[sum.largeFarms] / s[sum.farms],
  },
  {
    id: 'landLetShare', quantity: 'share', levels: regions,
    name: { en: 'Farmland let to others', zh: '承包地流转比重' },
    unit: { en: 'share of contracted land', zh: '占家庭承包耕地比重' },
    definition: { en: 'Contracted land that is let to others.', zh: '流转给他人经营的家庭承包耕地占全部家庭承包耕地的比重。' },
    value: s => s[sum.landLet] / s[sum.landHeld],
  },
  {
    id: 'landIdleShare', quantity: 'share', levels: regions,
    name: { en: 'Idle farmland', zh: '耕地撂荒比重' },
    unit: { en: 'share of farmland', zh: '占耕地比重' },
    definition: { en: 'Farmland that nobody works.', zh: '无人耕种的耕地占全部耕地的比重。' },
    value: s => s[sum.landIdle] / s[sum.farmland],
  },
  {
    id: 'farmland', quantity: 'area', levels: regions,
    name: { en: 'Farmland', zh: '耕地面积' },
    unit: mu,
    definition: { en: 'Farmland left after land has been taken for building.', zh: '扣除建设征占后保有的耕地面积。' },
    value: s => s[sum.farmland],
  },
  {
    id: 'landTaken', quantity: 'area', levels: regions,
    name: { en: 'Land taken for building', zh: '征占耕地' },
    unit: { en: 'mu a year', zh: '亩/年' },
    definition: { en: 'Farmland taken for building in the year.', zh: '当年因建设征占的耕地面积。' },
    value: s => s[sum.landTaken],
  },
  {
    id: 'landDisputes', quantity: 'count', levels: regions,
    name: { en: 'Land disputes', zh: '征地纠纷' },
    unit: { en: 'cases a year', zh: '起/年' },
    definition: {
      en: 'Disputes over land taken in the year; the level rests on assumptions, the direction on the offer and the pace of building.',
      zh: '当年因征地引发的纠纷；其数量水平取决于假设，变动方向取决于补偿标准和建设速度。',
    },
    value: s => s[sum.disputes],
  },
]
