/** The countryside: those left behind, hollow villages, schools, land. */
import { mu, regions, shareOfVillages, type Indicator } from './indicator.ts'
import { sum } from './sums.ts'

const ofVillageChildren = { en: 'share of children of 0–17 in villages', zh: '占乡村0—17岁儿童比重' }

export const countryside: readonly Indicator[] = [
  {
    id: 'leftBehindChildShare', quantity: 'share', levels: regions,
    name: { en: 'Left-behind children', zh: '农村留守儿童比重' },
    unit: ofVillageChildren,
    definition: {
      en: 'Children of 0–17 living in a village with at least one living parent who lives elsewhere.',
      zh: '居住在乡村、父母至少一方健在且外出居住的0—17岁儿童占乡村儿童的比重。',
    },
    value: (s) => s[sum.childrenLeft] / s[sum.children],
  },
  {
    id: 'leftBehindChildBothShare', quantity: 'share', levels: regions,
    name: { en: 'Children with both parents away', zh: '父母双方外出的留守儿童比重' },
    unit: ofVillageChildren,
    definition: {
      en: 'Children of 0–17 living in a village with both parents living elsewhere.',
      zh: '居住在乡村、父母双方均外出居住的0—17岁儿童占乡村儿童的比重。',
    },
    value: (s) => s[sum.childrenLeftByBoth] / s[sum.children],
  },
  {
    id: 'leftBehindChildren', quantity: 'persons', levels: regions,
    name: { en: 'Left-behind children, number', zh: '农村留守儿童人数' },
    unit: { en: 'children of 0–17 in villages', zh: '人' },
    definition: {
      en: 'Number of children of 0–17 living in a village with at least one living parent who lives elsewhere.',
      zh: '居住在乡村、父母至少一方健在且外出居住的0—17岁儿童人数。',
    },
    value: (s) => s[sum.childrenLeft],
  },
  {
    id: 'leftBehindElderShare', quantity: 'share', levels: regions,
    name: { en: 'Left-behind elderly', zh: '农村留守老人比重' },
    unit: { en: 'share of people of 60 and over in villages', zh: '占乡村60岁及以上人口比重' },
    definition: {
      en: 'People of 60 and over in villages who have grown children, all of whom live outside the village and its town.',
      zh: '居住在乡村、有成年子女且全部子女都住在本村及所属镇以外的60岁及以上老人占乡村老人的比重。',
    },
    value: (s) => s[sum.eldersLeft] / s[sum.elders],
  },
  {
    id: 'hollowVillageShare', quantity: 'share', levels: regions,
    name: { en: 'Hollow villages', zh: '空心村比重' },
    unit: shareOfVillages,
    definition: {
      en: 'Villages with fewer residents than 60 % of those registered there.',
      zh: '常住人口不足户籍人口60%的村占全部行政村的比重。',
    },
    value: (s) => s[sum.hollowVillages] / s[sum.villages],
  },
  {
    id: 'emptyHouseShare', quantity: 'share', levels: regions,
    name: { en: 'Empty houses in villages', zh: '农村空置住宅比重' },
    unit: { en: 'share of houses in villages', zh: '占农村住宅比重' },
    definition: {
      en: 'Houses in villages whose household keeps house elsewhere.',
      zh: '农户已迁到别处居住而空置的农村住宅占全部农村住宅的比重。',
    },
    value: (s) => s[sum.emptyHouses] / s[sum.houses],
  },
  {
    id: 'villagesWithoutSchool', quantity: 'share', levels: regions,
    name: { en: 'Villages without a school', zh: '没有小学的村比重' },
    unit: shareOfVillages,
    definition: { en: 'Villages without a primary school of their own.', zh: '村内没有小学的村占全部行政村的比重。' },
    value: (s) => 1 - s[sum.villagesWithSchool] / s[sum.villages],
  },
  {
    id: 'wayToSchool', quantity: 'ratio', levels: regions,
    name: { en: 'Way to school', zh: '平均上学距离' },
    unit: { en: 'km', zh: '公里' },
    definition: {
      en: 'Mean way of a village pupil to the nearest open primary school.',
      zh: '乡村小学生到最近的在办小学的平均距离。',
    },
    value: (s) => s[sum.wayToSchool] / s[sum.villages],
  },
  {
    id: 'landPerFarmWorker', quantity: 'ratio', levels: regions,
    name: { en: 'Land per farm worker', zh: '劳均耕地' },
    unit: { en: 'mu per farm worker', zh: '亩/农业劳动者' },
    definition: { en: 'Farmland worked per person whose main work is farming.', zh: '平均每个以农业为主要工作的人实际耕种的耕地。' },
    value: (s) => (s[sum.farmland] - s[sum.landIdle]) / s[sum.farmers],
  },
  {
    id: 'landLetShare', quantity: 'share', levels: regions,
    name: { en: 'Farmland let to others', zh: '承包地流转比重' },
    unit: { en: 'share of contracted land', zh: '占家庭承包耕地比重' },
    definition: { en: 'Contracted land that is let to others.', zh: '流转给他人经营的家庭承包耕地占全部家庭承包耕地的比重。' },
    value: (s) => s[sum.landLet] / s[sum.landHeld],
  },
  {
    id: 'landIdleShare', quantity: 'share', levels: regions,
    name: { en: 'Idle farmland', zh: '耕地撂荒比重' },
    unit: { en: 'share of farmland', zh: '占耕地比重' },
    definition: { en: 'Farmland that nobody works.', zh: '无人耕种的耕地占全部耕地的比重。' },
    value: (s) => s[sum.landIdle] / s[sum.farmland],
  },
  {
    id: 'farmland', quantity: 'area', levels: regions,
    name: { en: 'Farmland', zh: '耕地面积' },
    unit: mu,
    definition: { en: 'Farmland left after land has been taken for building.', zh: '扣除建设征占后保有的耕地面积。' },
    value: (s) => s[sum.farmland],
  },
  {
    id: 'landTaken', quantity: 'area', levels: regions,
    name: { en: 'Land taken for building', zh: '征占耕地' },
    unit: { en: 'mu a year', zh: '亩/年' },
    definition: { en: 'Farmland taken for building in the year.', zh: '当年因建设征占的耕地面积。' },
    value: (s) => s[sum.landTaken],
  },
  {
    id: 'landDisputes', quantity: 'count', levels: regions,
    name: { en: 'Land disputes', zh: '征地纠纷' },
    unit: { en: 'cases a year', zh: '起/年' },
    definition: {
      en: 'Disputes over land taken in the year; the level rests on assumptions, the direction on the offer and the pace of building.',
      zh: '当年因征地引发的纠纷；其数量水平取决于假设，变动方向取决于补偿标准和建设速度。',
    },
    value: (s) => s[sum.disputes],
  },
]
