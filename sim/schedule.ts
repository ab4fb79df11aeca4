/**
 * One model year, in the order of MODEL section 2. Before it the year's policies are put in force; after it the year is observed.
 * The count closes the year: next year's budget rests on it, as budgets rest on the last statistics.
 */
import { countResidents } from './processes/count.ts'
import { die } from './processes/die.ts'
import { closeSchools } from './processes/empty-villages.ts'
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
  ['villages', closeSchools],
  ['count', countResidents],
] as const satisfies readonly (readonly [string, Process])[]

/** Steps of the first year: the census day is observed as it is, with its work, budget, services and land set up. */
export const opening: ReadonlySet<string> = new Set(['work', 'budget', 'services', 'land', 'count'])
