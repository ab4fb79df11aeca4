/** Income and word of each household, its purse and those of members away, and its sums in the accounts: see sim/processes/share-income.ts. */
import {
  childBit, dueShift, elderBit, farmShift, happenedBit, migrantShift, offFarmShift, payShift, placeShift, pupilBit, skilledShift, supportDue,
} from '../codes/doing-word.ts'
import {
  awayMask, awayShift, farmersMask, farmersShift, flagsShift, householdSkilled, membersMask, workersMask, workersShift,
} from '../codes/household-word.ts'
import {
  accountFarm, accountIncome, accountLeft, accountPersons, accountRemittances, accountWages, cashFrom, farmIncome, leaseReturn, ownShare, rateWidth, rent,
} from '../codes/income-rows.ts'
import { atMost } from './math.ts'
import { livesWithParent } from './world.ts'

/** What households are paid by: see `Terms`, and the parameters that belong to it. */
@unmanaged
export class PaidBy {
  does!: Int32s
  rates!: Float64s
  account!: Int32s
  assistance!: f64
  remittanceSplit!: f64
  remittanceWhole!: f64
  remittanceReturn!: f64
  cropLoss!: f64
  villages!: i32
  province!: Uint8s
}

/** Where it is booked: accounts, gifts to families by village, columns of the ledger by province, and the purses. */
@unmanaged
export class BookedIn {
  accounts!: Float64s
  familyGifts!: Float64s
  migrantPay!: Float64s
  assisted!: Float64s
  landPay!: Float64s
  perHead!: Float32s
  heads!: Uint16s
  where!: Uint16s
}

/**
 * What a household harvests, × what a farm worker yields on average: as much as its farmers, and when somebody has left, a given part less than with one farmer
 * more. Households that send somebody lose what was measured, so that the harvests of a village add up to its product only about.
 */
export function cropShares(farmers: i32, sends: boolean, cropLoss: f64): f64 {
  if (farmers <= 0) return 0.0
  return sends ? (1.0 - cropLoss) * f64(farmers + 1) : f64(farmers)
}

/** @returns the number of purses */
export function shareIncome(people: People, households: Households, paidBy: PaidBy, bookedIn: BookedIn): i32 {
  const next = people.next
  const first = households.first
  const home = households.home
  const origin = households.origin
  const income = households.income
  const pensions = households.pensions
  const support = households.support
  const payAway = households.payAway
  const word = households.word
  const landLet = households.landLet
  const landRented = households.landRented
  const landPay = households.landPay
  const does = paidBy.does
  const rates = paidBy.rates
  const account = paidBy.account
  const assistance = paidBy.assistance
  const remittanceSplit = paidBy.remittanceSplit
  const remittanceWhole = paidBy.remittanceWhole
  const remittanceReturn = paidBy.remittanceReturn
  const cropLoss = paidBy.cropLoss
  const villages = paidBy.villages
  const province = paidBy.province
  const accounts = bookedIn.accounts
  const familyGifts = bookedIn.familyGifts
  const migrantPay = bookedIn.migrantPay
  const assisted = bookedIn.assisted
  const landPaid = bookedIn.landPay
  const perHeads = bookedIn.perHead
  const heads = bookedIn.heads
  const where = bookedIn.where
  const number = households.count
  let purses = 0
  for (let h = 0; h < number; h++) {
    let i = first[h]
    if (i < 0) continue
    const itsHome = home[h]
    let members = 0
    let awayMembers = 0
    let workers = 0
    let skilledWorkers = 0
    let farmers = 0
    let flags = 0
    let wageHome: f64 = 0
    let farmHome: f64 = 0
    let cashHome: f64 = 0
    let forChildren: f64 = 0
    let sentHome: f64 = 0
    let earnedAway: f64 = 0
    const paid: f64 = landPay[h]
    const ownPurses = purses
    landPaid[province[origin[h]]] += paid
    for (; i >= 0; i = next[i]) {
      const its = does[i]
      const j = its >>> placeShift
      const off = (its >>> offFarmShift) & 1
      const farms = (its >>> farmShift) & 1
      const at = j * rateWidth
      const earned = rates[at + ((its >>> payShift) & 7)] * f64(off)
      const due = (its >>> dueShift) & 3
      const cash = rates[at + cashFrom + due]
      const farmed = rates[at + farmIncome] * f64(farms)
      migrantPay[province[j]] += earned * f64((its >>> migrantShift) & 1)
      flags |= its & happenedBit
      // Pupils who live at school are kept by their family: they count where its budget is, but for those who live with a parent elsewhere.
      if (j === itsHome || ((its & pupilBit) !== 0 && !livesWithParent(people, i))) {
        members++
        workers += off | farms
        skilledWorkers += (off | farms) & (its >>> skilledShift)
        farmers += farms
        wageHome += earned
        farmHome += farmed
        cashHome += cash
        forChildren += cash * f64(i32(due === supportDue))
        flags |= its & (childBit | elderBit)
      } else {
        awayMembers++
        earnedAway += earned
        const sends = earned * remittanceSplit
        sentHome += sends
        // Those away keep house by themselves, with others of the household in the same place: their own income counts where they live.
        const to = account[j]
        const kept = (earned + farmed + cash - sends) * accounts[to + accountLeft]
        accounts[to + accountIncome] += kept
        accounts[to + accountPersons] += 1
        accounts[to + accountWages] += earned - sends
        accounts[to + accountFarm] += farmed
        let purse = ownPurses
        while (purse < purses && where[purse] !== j) purse++
        if (purse === purses) {
          perHeads[purses] = 0
          heads[purses] = 0
          where[purses++] = j
        }
        // The sum, until all are known.
        perHeads[purse] += kept
        heads[purse]++
      }
    }
    for (let purse = ownPurses; purse < purses; purse++) perHeads[purse] /= heads[purse]
    word[h] = atMost(members, membersMask) | (atMost(awayMembers, awayMask) << awayShift) | (atMost(workers, workersMask) << workersShift)
      | (atMost(farmers, farmersMask) << farmersShift) | (flags << flagsShift) | (i32(skilledWorkers * 2 > workers) * householdSkilled)
    payAway[h] = earnedAway
    if (members === 0) {
      income[h] = 0
      pensions[h] = 0
      support[h] = 0
      // Nobody is at home to send to: those away keep what they earn, and share the rent of their land.
      const itsRent: f64 = landLet[h] > 0 ? landLet[h] * rates[origin[h] * rateWidth + rent] : 0
      const each = (sentHome + itsRent + paid) / f64(awayMembers)
      for (let purse = ownPurses; purse < purses; purse++) {
        perHeads[purse] += each
        const to = account[where[purse]]
        const those = f64(heads[purse])
        accounts[to + accountIncome] += each * those
        accounts[to + accountWages] += (sentHome / f64(awayMembers)) * those
        accounts[to + accountFarm] += (itsRent / f64(awayMembers)) * those
      }
      continue
    }
    // Assistance is of the place, the rest goes with the people.
    const forOld = cashHome - forChildren
    let received = sentHome
    if (itsHome < villages) {
      if (awayMembers > 0) {
        if (farmers > 0) farmHome *= cropShares(farmers, true, cropLoss) / f64(farmers)
        received *= remittanceReturn
      }
      if (farmers > 0) farmHome = farmHome * rates[itsHome * rateWidth + ownShare] + landRented[h] * rates[itsHome * rateWidth + leaseReturn]
      if (workers === 0 && awayMembers === 0) {
        cashHome += assistance * f64(members)
        assisted[province[itsHome]] += f64(members)
      }
    } else if (origin[h] < villages) {
      familyGifts[origin[h]] += wageHome * remittanceWhole
      wageHome *= 1 - remittanceWhole
    }
    if (landLet[h] > 0) farmHome += landLet[h] * rates[origin[h] * rateWidth + rent]
    const to = account[itsHome]
    pensions[h] = forOld * accounts[to + accountLeft]
    support[h] = forChildren * accounts[to + accountLeft]
    const total = (wageHome + farmHome + cashHome + received) * accounts[to + accountLeft]
    const perHead = total / f64(members)
    income[h] = perHead
    // What is paid for land counts this year, and nobody reckons with it.
    const once = paid * accounts[to + accountLeft]
    accounts[to + accountIncome] += total + once
    accounts[to + accountPersons] += f64(members)
    accounts[to + accountWages] += wageHome
    accounts[to + accountFarm] += farmHome
    accounts[to + accountRemittances] += received
    perHeads[purses] = perHead + once / f64(members)
    heads[purses] = members
    where[purses++] = itsHome
  }
  return purses
}
