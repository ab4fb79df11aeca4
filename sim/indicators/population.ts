/** People: how many, where, how old, in which households. */
import { everywhere, large, nationOnly, regions, type Indicator } from './indicator.ts'
import { sum } from './sums.ts'

export const population: readonly Indicator[] = [
  {
    id: 'population', quantity: 'persons', unit: 'residents', levels: everywhere,
    definition: 'People who live here six months a year or more.',
    value: (s) => s[sum.residents],
  },
  {
    id: 'populationChange', quantity: 'share', unit: 'change of residents since 2010', levels: everywhere,
    definition: 'Residents relative to the first year of the run, less one.',
    value: (s) => s[sum.residents] / s[sum.residentsBase] - 1,
  },
  {
    id: 'urbanShare', quantity: 'share', unit: 'share of residents', levels: regions,
    definition: 'Residents of towns and cities among all residents (six months a year or more).',
    value: (s) => s[sum.urbanResidents] / s[sum.residents],
  },
  {
    id: 'registeredUrbanShare', quantity: 'share', unit: 'share of residents', levels: regions,
    definition: 'Residents with non-agricultural registration, from 2014 registered in a town or city, among all residents.',
    value: (s) => s[sum.urbanRegistered] / s[sum.residents],
  },
  {
    id: 'ruralResidents', quantity: 'persons', unit: 'residents of villages', levels: regions,
    definition: 'People who live in villages six months a year or more.',
    value: (s) => s[sum.villageResidents],
  },
  {
    id: 'share60Plus', quantity: 'share', unit: 'share of residents', levels: everywhere,
    definition: 'Residents aged 60 and over among all residents.',
    value: (s) => s[sum.residents60] / s[sum.residents],
  },
  {
    id: 'share65Plus', quantity: 'share', unit: 'share of residents', levels: everywhere,
    definition: 'Residents aged 65 and over among all residents.',
    value: (s) => s[sum.residents65] / s[sum.residents],
  },
  {
    id: 'incomerShare', quantity: 'share', unit: 'share of residents', levels: everywhere,
    definition: 'Residents registered in another place than where they live.',
    value: (s) => s[sum.incomers] / s[sum.residents],
  },
  ...(['Village', 'Town', 'City'] as const).map((area, index): Indicator => ({
    id: `share60Plus${area}`, quantity: 'share', unit: `share of residents of ${['villages', 'towns', 'cities'][index]}`, levels: nationOnly,
    definition: `Residents of ${['villages', 'towns', 'cities'][index]} aged 60 and over among all who live there.`,
    value: (s) => s[sum[`residents60${area}`]] / s[sum[`residents${area}`]],
  })),
  {
    id: 'medianAge', quantity: 'years', unit: 'years', levels: large,
    definition: 'Age that half of the residents have passed.',
    value: (s) => s[sum.medianAge],
  },
  {
    id: 'householdSize', quantity: 'ratio', unit: 'persons per household', levels: regions,
    definition: 'Residents living together in family households; people away on their own live in collective households and are not counted.',
    value: (s) => s[sum.householdMembers] / s[sum.households],
  },
]
