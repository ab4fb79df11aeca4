/**
 * The year's rates of pay, cash and rent in every place, and its accounts: incomes by province, recipients, and contributions. What is deducted from the pay
 * of the year's workers in towns and cities is what its retired workers are paid.
 */
import type { Parameters } from '../parameters.ts'
import { scratchIn, scratchZerosIn } from '../scratch.ts'
import { mean, type World } from '../world.ts'
import { spendOnProgramme, withGiven } from './outlays.ts'
import type { ChanceFor, Now } from './process.ts'
import {
  accountFarm, accountIncome, accountLeft, accountPersons, accountRemittances, accountWages, accountWidth, cashFrom, farmIncome, leaseReturn, ownShare,
  rateWidth, rent,
} from '../codes/income-rows.ts'
import { shareIncome } from './share-income.ts'
import { giveRecipients } from './surround.ts'
import { countWidth, kindsDue, kindsOfPay, migrantsFrom } from '../codes/doing-word.ts'
import { due, findWork, type Doing } from './who-does-what.ts'

/** Contributions take at most this part of pay, and fees for services at most this part of incomes. Assumptions. */
const mostDeducted = 0.5
const mostFees = 0.5

/** What is paid to whom everywhere in the year, yuan of 2010. */
interface Payments {
  /** Share of urban wages left after contributions. */
  net: number
  pensionUrban: number
  pensionRural: number
  assistance: number
  support: number
}

/** What each member of each household does and earns this year, what is sent home, and income per head. */
export function earn(world: World, now: Now, chanceFor: ChanceFor, doing: Doing): void {
  const { parameters: p } = now
  const { places, ledger } = world
  const { means } = ledger
  const left = leftAfterFees(world)
  clear(world)
  const wageNow = meanWage(world)
  if (means[mean.urbanWageBase] === 0) means[mean.urbanWageBase] = wageNow
  const indexed = means[mean.urbanWageBase] > 0 ? wageNow / means[mean.urbanWageBase] : 1
  means[mean.urbanWage] = wageNow
  const paid = findWork(world, now.elapsed, doing, chanceFor('out of work'))
  countRecipients(world, doing.counts)
  giveRecipients(world, now)
  const pensionUrban = p.pensionUrban * wageNow
  const payments: Payments = {
    net: 1 - contribute(world, paid, pensionUrban, p.villagerWage), pensionUrban, pensionRural: p.ruralPension * 12 * indexed,
    assistance: p.assistancePaid * indexed, support: p.familySupport * indexed,
  }
  const rates = rateTable(world, p, payments)
  places.familyGifts.fill(0)
  const accounts = openAccounts(world, left)
  shareIncome(world, { does: doing.does, rates, accounts, account: accountOfPlaces(world), assistance: payments.assistance, parameters: p })
  book(world, accounts, doing.counts, payments.support)
}

const scratch = { rates: scratchZerosIn(Float64Array), account: scratchIn(Int32Array), accounts: scratchZerosIn(Float64Array) }

/** What somebody in a place is paid, and what a mu of its land yields: one row per place, see `income-rows.ts`. */
function rateTable({ memory, places, scale }: World, p: Parameters, { net, pensionUrban, pensionRural, support }: Payments): Float64Array {
  const { count, villages, wage } = places
  const rates = scratch.rates(memory, count * rateWidth)
  for (let j = 0; j < count; j++) {
    const at = j * rateWidth
    for (let skill = 0; skill < 2; skill++) {
      for (let villager = 0; villager < 2; villager++) {
        const part = villager === 1 ? p.villagerWage : 1
        const pay = at + skill * 4 + villager * 2
        // In towns after contributions, in villages only to those with work.
        rates[pay] = j < villages ? 0 : wage[j * 2 + skill] * p.unemployedIncome * part
        rates[pay + 1] = j < villages ? wage[j * 2 + skill] : wage[j * 2 + skill] * net * part
      }
    }
    const cash = at + cashFrom
    rates[cash + due.ruralPension] = j < villages ? pensionRural + places.familyGifts[j] / Math.max(1, places.elders[j]) : pensionRural
    rates[cash + due.urbanPension] = pensionUrban
    rates[cash + due.support] = support
  }
  // What a mu yields beyond the work on it: to who rents it, less the rent; all farms' incomes together stay the product.
  for (let v = 0; v < villages; v++) {
    const at = v * rateWidth
    rates[at + farmIncome] = places.farmIncome[v]
    rates[at + ownShare] = 1
    if (places.landFarmed[v] === 0) continue
    const landReturn = (p.farmLandElasticity * places.farmIncome[v] * places.farmWorkers[v] * scale) / places.landFarmed[v]
    rates[at + ownShare] = 1 - (p.farmLandElasticity * places.landLet[v]) / places.landFarmed[v]
    rates[at + rent] = (landReturn * p.landRentShare) / p.farmLandElasticity
    rates[at + leaseReturn] = landReturn - rates[at + rent]
  }
  return rates
}

/** Accounts in the order of the ledger's rows. */
function openAccounts({ memory }: World, left: Float64Array): Float64Array {
  const accounts = scratch.accounts(memory, left.length * accountWidth)
  for (let row = 0; row < left.length; row++) accounts[row * accountWidth + accountLeft] = left[row]
  return accounts
}

/** Where the account of each place begins: the last is that of people in given places, which belong to no province of the stage. */
function accountOfPlaces({ memory, places, ledger }: World): Int32Array {
  const elsewhere = ledger.income.length - 1
  const account = scratch.account(memory, places.count)
  for (let j = 0; j < places.count; j++) {
    account[j] = (places.given[j] >= 0 ? elsewhere : places.province[j] * 2 + (j < places.villages ? 1 : 0)) * accountWidth
  }
  return account
}

/** Who receives what cash, and how many migrants are paid, by province. */
function countRecipients({ places, ledger: { migrantsPaid, ruralPensioners, urbanPensioners } }: World, counts: Int32Array): void {
  for (let j = 0; j < places.count; j++) {
    const q = places.province[j]
    const at = j * countWidth
    for (let kind = 0; kind < kindsDue; kind++) migrantsPaid[q] += counts[at + migrantsFrom + kind]
    ruralPensioners[q] += counts[at + due.ruralPension] + counts[at + migrantsFrom + due.ruralPension]
    urbanPensioners[q] += counts[at + due.urbanPension] + counts[at + migrantsFrom + due.urbanPension]
  }
}

/** Into the ledger: the accounts; and what is paid for children and for land, which their provinces spend. */
function book(world: World, accounts: Float64Array, counts: Int32Array, support: number): void {
  const { places, governments, ledger, scale } = world
  for (let row = 0; row < ledger.income.length; row++) {
    const at = row * accountWidth
    ledger.income[row] = accounts[at + accountIncome]
    ledger.persons[row] = accounts[at + accountPersons]
    ledger.wages[row] = accounts[at + accountWages]
    ledger.farm[row] = accounts[at + accountFarm]
    ledger.remittances[row] = accounts[at + accountRemittances]
  }
  if (support > 0) {
    const supported = Float64Array.from({ length: places.count }, (_, j) =>
      counts[j * countWidth + due.support] + counts[j * countWidth + migrantsFrom + due.support])
    withGiven(places, supported, places.residents).forEach((children, j) => spendOnProgramme(world, places.province[j], children * support * scale))
  }
  // Those who lost land are paid; what is due to households that ended stays due to those who lose theirs next.
  ledger.landPay.forEach((yuan, q) => {
    spendOnProgramme(world, q, yuan * scale)
    governments.landDue[q] -= yuan * scale
  })
  world.households.landPay.fill(0)
}

/**
 * Contributions of the year's workers in towns and cities pay the year's pensions of workers: the rate is these pensions by the pay of those who found work,
 * which is less for villagers. It takes at most half of pay; what pensions cost beyond that the centre borrows. What is deducted is booked.
 * @param paid workers by place and kind of pay
 * @returns the rate
 */
function contribute({ places, ledger: { urbanPensioners, means } }: World, paid: Int32Array, pensionUrban: number, villagerWage: number): number {
  const { villages, count, given, wage, labour, employment, residents, incomers } = places
  let pensions = 0
  for (const pensioners of urbanPensioners) pensions += pensioners * pensionUrban
  let bill = 0
  for (let j = villages; j < count; j++) {
    // Of places that are given those who work are known by skill; as many of them are taken to be villagers as residents come from elsewhere.
    const others = given[j] >= 0 && residents[j] > 0 ? incomers[j] / residents[j] : 0
    for (let skill = 0; skill < 2; skill++) {
      const at = j * 2 + skill
      const its = j * kindsOfPay + skill * 4 + 1
      const workers = given[j] >= 0 ? labour[at] * employment[at] * (1 - others * (1 - villagerWage)) : paid[its] + paid[its + 2] * villagerWage
      bill += wage[at] * workers
    }
  }
  const rate = bill > 0 ? Math.min(mostDeducted, pensions / bill) : 0
  means[mean.contributionRate] = rate
  means[mean.contributions] = rate * bill
  return rate
}

/**
 * Share of income left after what users paid the market for services in the year before, by rows of the ledger: fees weigh on all incomes of an
 * area alike, at most by half. Assumption: who uses what is not followed. Who lives in a given place pays nothing.
 */
function leftAfterFees({ places, ledger, scale }: World): Float64Array {
  const left = new Float64Array(ledger.income.length)
  for (let j = 0; j < places.count; j++) if (places.given[j] < 0) left[places.province[j] * 2 + (j < places.villages ? 1 : 0)] += places.fees[j]
  for (let row = 0; row < left.length; row++) left[row] = left[row] > 0 ? 1 - Math.min(mostFees, left[row] / (ledger.income[row] * scale + left[row])) : 1
  return left
}

function clear({ ledger }: World): void {
  const { migrantPay, migrantsPaid, ruralPensioners, assisted, urbanPensioners, landPay } = ledger
  for (const column of [migrantPay, migrantsPaid, ruralPensioners, assisted, urbanPensioners, landPay]) column.fill(0)
  ledger.purses = 0
}

/** Mean wage of towns and cities, by their workers. */
function meanWage({ places }: World): number {
  let bill = 0
  let workers = 0
  for (let j = places.villages; j < places.count; j++) {
    for (let skill = 0; skill < 2; skill++) {
      bill += places.wage[j * 2 + skill] * places.labour[j * 2 + skill]
      workers += places.labour[j * 2 + skill]
    }
  }
  return workers > 0 ? bill / workers : 0
}
