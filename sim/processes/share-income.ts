/** What the members of each household earn, what those away send home, and what there is per head. */
import type { Parameters } from '../parameters.ts'
import type { World } from '../world.ts'
import {
  childBit, dueShift, elderBit, farmShift, happenedBit, migrantShift, offFarmShift, payShift, placeShift, pupilBit, skilledShift,
} from './doing-word.ts'

/** A household's packed word, written here and read by migration and land. */
export const householdWord = {
  members: 0x3f, awayShift: 6, workersShift: 12, child: 1 << 16, elder: 1 << 17, skilled: 1 << 18, event: 1 << 19, farmersShift: 20,
} as const
// Constants of their own, because compiled code has to look up what stands in an object.
const { members: mostMembers, awayShift, workersShift, farmersShift, skilled: skilledBit } = householdWord
/** From the bits of a child, an elder and an event, as somebody has them, to the household's. */
const flagsShift = 16

// A place's rates: eight kinds of pay; cash by what is due; income of a farm worker, and the share of it that is from own land; by mu, rent and what
// leased land bears beyond it.
export const cashFrom = 8
export const farmIncome = 12
export const ownShare = 13
export const rent = 14
export const leaseReturn = 15
export const rateWidth = 16

// An account, of a province's villages or of its towns: sums as in the ledger, and the share of income that is left after fees.
export const accountIncome = 0
export const accountPersons = 1
export const accountWages = 2
export const accountFarm = 3
export const accountRemittances = 4
export const accountLeft = 5
export const accountWidth = 8

/** What households are paid by, and where it is booked. */
export interface Terms {
  /** What each person does. */
  does: Int32Array
  /** By place. */
  rates: Float64Array
  accounts: Float64Array
  /** Where the account of a place begins. */
  account: Int32Array
  /** Rural assistance, yuan of 2010 per head a year. */
  assistance: number
  parameters: Parameters
}

/**
 * Households from `from` to `to`: their income and word, their purses and those of members away, and their sums in the accounts.
 * @param purses how many there are so far
 * @returns how many there are now
 */
export function shareIncome({ people, households, places, ledger }: World, terms: Terms, purses: number, from: number, to: number): number {
  const { next } = people
  const { first, home, origin, income, word, landLet, landRented } = households
  const { villages, province, familyGifts } = places
  const { migrantPay, perHead: perHeads, heads, where, assisted } = ledger
  const { does, rates, accounts, account, assistance } = terms
  const { remittanceSplit, remittanceWhole, remittanceReturn, cropLoss } = terms.parameters
  for (let h = from; h < to; h++) {
    if (first[h] < 0) continue
    const itsHome = home[h]
    let members = 0
    let awayMembers = 0
    let workers = 0
    let skilledWorkers = 0
    let farmers = 0
    let flags = 0
    let wageHome = 0
    let farmHome = 0
    let cashHome = 0
    let sentHome = 0
    for (let i = first[h]; i >= 0; i = next[i]) {
      const its = does[i]
      const j = its >>> placeShift
      const off = (its >>> offFarmShift) & 1
      const farms = (its >>> farmShift) & 1
      const at = j * rateWidth
      const earned = rates[at + ((its >>> payShift) & 7)] * off
      const cash = rates[at + cashFrom + ((its >>> dueShift) & 3)]
      const farmed = rates[at + farmIncome] * farms
      migrantPay[province[j]] += earned * ((its >>> migrantShift) & 1)
      flags |= its & happenedBit
      // Pupils who live at school are kept by their family: they count where its budget is.
      if (j === itsHome || (its & pupilBit) !== 0) {
        members++
        workers += off | farms
        skilledWorkers += (off | farms) & (its >>> skilledShift)
        farmers += farms
        wageHome += earned
        farmHome += farmed
        cashHome += cash
        flags |= its & (childBit | elderBit)
      } else {
        awayMembers++
        const sends = earned * remittanceSplit
        sentHome += sends
        // Those away keep house by themselves: their own income counts where they live.
        const to = account[j]
        const kept = (earned + farmed + cash - sends) * accounts[to + accountLeft]
        accounts[to + accountIncome] += kept
        accounts[to + accountPersons]++
        accounts[to + accountWages] += earned - sends
        accounts[to + accountFarm] += farmed
        perHeads[purses] = kept
        heads[purses] = 1
        where[purses++] = j
      }
    }
    word[h] = Math.min(members, mostMembers) | (Math.min(awayMembers, 63) << awayShift) | (Math.min(workers, 15) << workersShift)
      | (Math.min(farmers, 15) << farmersShift) | (flags << flagsShift) | (skilledWorkers * 2 > workers ? skilledBit : 0)
    if (members === 0) {
      income[h] = 0
      // Nobody is at home to send to: those away keep what they earn, and share the rent of their land.
      const itsRent = landLet[h] > 0 ? landLet[h] * rates[origin[h] * rateWidth + rent] : 0
      const each = awayMembers > 0 ? (sentHome + itsRent) / awayMembers : 0
      for (let n = purses - awayMembers; n < purses; n++) {
        perHeads[n] += each
        const to = account[where[n]]
        accounts[to + accountIncome] += each
        accounts[to + accountWages] += sentHome / awayMembers
        accounts[to + accountFarm] += itsRent / awayMembers
      }
      continue
    }
    let received = sentHome
    if (itsHome < villages) {
      if (awayMembers > 0) {
        farmHome *= 1 - cropLoss
        received *= remittanceReturn
      }
      if (farmers > 0) farmHome = farmHome * rates[itsHome * rateWidth + ownShare] + landRented[h] * rates[itsHome * rateWidth + leaseReturn]
      if (workers === 0 && awayMembers === 0) {
        cashHome += assistance * members
        assisted[province[itsHome]] += members
      }
    } else if (origin[h] < villages) {
      familyGifts[origin[h]] += wageHome * remittanceWhole
      wageHome *= 1 - remittanceWhole
    }
    if (landLet[h] > 0) farmHome += landLet[h] * rates[origin[h] * rateWidth + rent]
    const to = account[itsHome]
    const total = (wageHome + farmHome + cashHome + received) * accounts[to + accountLeft]
    const perHead = total / members
    income[h] = perHead
    accounts[to + accountIncome] += total
    accounts[to + accountPersons] += members
    accounts[to + accountWages] += wageHome
    accounts[to + accountFarm] += farmHome
    accounts[to + accountRemittances] += received
    perHeads[purses] = perHead
    heads[purses] = members
    where[purses++] = itsHome
  }
  return purses
}
