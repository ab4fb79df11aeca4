/** The countryside: those left behind, hollow villages, schools, land. */
import { large, regions, type Indicator } from './indicator.ts'
import { sum } from './sums.ts'

export const countryside: readonly Indicator[] = [
  {
    id: 'leftBehindChildShare', quantity: 'share', unit: 'share of children of 0–17 in villages', levels: regions,
    definition: 'Children of 0–17 living in a village with at least one living parent who lives elsewhere.',
    value: (s) => s[sum.childrenLeft] / s[sum.children],
  },
  {
    id: 'leftBehindChildBothShare', quantity: 'share', unit: 'share of children of 0–17 in villages', levels: regions,
    definition: 'Children of 0–17 living in a village with both parents living elsewhere.',
    value: (s) => s[sum.childrenLeftByBoth] / s[sum.children],
  },
  {
    id: 'leftBehindChildren', quantity: 'persons', unit: 'children of 0–17 in villages', levels: regions,
    definition: 'Number of children of 0–17 living in a village with at least one living parent who lives elsewhere.',
    value: (s) => s[sum.childrenLeft],
  },
  {
    id: 'leftBehindElderShare', quantity: 'share', unit: 'share of people of 60 and over in villages', levels: regions,
    definition: 'People of 60 and over in villages who have grown children, all of whom live outside the village and its town.',
    value: (s) => s[sum.eldersLeft] / s[sum.elders],
  },
  {
    id: 'hollowVillageShare', quantity: 'share', unit: 'share of villages', levels: regions,
    definition: 'Villages with fewer residents than 60 % of those registered there.',
    value: (s) => s[sum.hollowVillages] / s[sum.villages],
  },
  {
    id: 'emptyHouseShare', quantity: 'share', unit: 'share of houses in villages', levels: regions,
    definition: 'Houses in villages whose household keeps house elsewhere.',
    value: (s) => s[sum.emptyHouses] / s[sum.houses],
  },
  {
    id: 'villagesWithoutSchool', quantity: 'share', unit: 'share of villages', levels: regions,
    definition: 'Villages without a primary school of their own.',
    value: (s) => 1 - s[sum.villagesWithSchool] / s[sum.villages],
  },
  {
    id: 'wayToSchool', quantity: 'ratio', unit: 'km', levels: regions,
    definition: 'Mean way of a village pupil to the nearest open primary school.',
    value: (s) => s[sum.wayToSchool] / s[sum.villages],
  },
  {
    id: 'landPerFarmWorker', quantity: 'ratio', unit: 'mu per farm worker', levels: regions,
    definition: 'Farmland worked per person whose main work is farming.',
    value: (s) => (s[sum.farmland] - s[sum.landIdle]) / s[sum.farmers],
  },
  {
    id: 'landLetShare', quantity: 'share', unit: 'share of contracted land', levels: regions,
    definition: 'Contracted land that is let to others.',
    value: (s) => s[sum.landLet] / s[sum.landHeld],
  },
  {
    id: 'landIdleShare', quantity: 'share', unit: 'share of farmland', levels: regions,
    definition: 'Farmland that nobody works.',
    value: (s) => s[sum.landIdle] / s[sum.farmland],
  },
  {
    id: 'farmland', quantity: 'area', unit: 'mu', levels: regions,
    definition: 'Farmland left after land has been taken for building.',
    value: (s) => s[sum.farmland],
  },
  {
    id: 'landTaken', quantity: 'area', unit: 'mu a year', levels: regions,
    definition: 'Farmland taken for building in the year.',
    value: (s) => s[sum.landTaken],
  },
  {
    id: 'landDisputes', quantity: 'count', unit: 'cases a year', levels: large,
    definition: 'Disputes over land taken in the year; the level rests on assumptions, the direction on the offer and the pace of building.',
    value: (s) => s[sum.disputes],
  },
]
