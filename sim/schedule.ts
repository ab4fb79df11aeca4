/**
 * One model year, step by step. Before it the year's policies are put in force; after it the year is observed.
 * The count closes the year: next year's budget rests on it, as budgets rest on the last statistics.
 */
import { countResidents } from './processes/count.ts'
import { die } from './processes/die.ts'
import { emptyVillages } from './processes/empty-villages.ts'
import { giveBirth } from './processes/give-birth.ts'
import { growOlder } from './processes/grow-older.ts'
import { migrate } from './processes/migrate.ts'
import { pair } from './processes/pair.ts'
import type { Process } from './processes/process.ts'
import { serve } from './processes/serve.ts'
import { takeLand } from './processes/take-land.ts'
import { taxAndTransfer } from './processes/tax-and-transfer.ts'
import { work } from './processes/work.ts'

export const schedule = [
  ['ageing', growOlder],
  ['mortality', die],
  ['fertility', giveBirth],
  ['partnership', pair],
  ['work', work],
  ['budget', taxAndTransfer],
  ['services', serve],
  ['migration', migrate],
  ['land', takeLand],
  ['villages', emptyVillages],
  ['count', countResidents],
] as const satisfies readonly (readonly [string, Process])[]

/** Steps of the first year: the census day is observed as it is, with its work, budget, services and land set up. */
export const opening: ReadonlySet<string> = new Set(['work', 'budget', 'services', 'land', 'count'])

/** What each step does, in a sentence. */
export const meanings: Record<(typeof schedule)[number][0], string> = {
  ageing: 'Everyone turns a year older; pupils enter school, go on or leave.',
  mortality: 'People die by sex, age, area and the health care of their place.',
  fertility: 'Women with a partner have children, more in villages than in cities.',
  partnership: 'Women find partners, mostly nearby; couples set up house or live with his parents.',
  work: 'Jobs, wages and farm income; every household’s income and what members away send home.',
  budget: 'Provinces raise taxes, the centre shares and hands down, provinces spend; the accounts close.',
  services: 'What spending buys: quantity, quality and access of six services in every place.',
  migration: 'Households stay, send a member, bring the family after, move whole or return; registration follows for some.',
  land: 'Growing towns take land and its holders settle there; other land is let or lies idle.',
  villages: 'Village schools with too few pupils close; small villages merge where policy asks for it.',
  count: 'Who lives where at the end of the year, and how many users each service has.',
}
