/** What people do and earn this year, what those away send home, and what every household has. */
import { belowShare, certain, draw } from '../random.ts'
import { scratch, scratchZeros } from '../scratch.ts'
import { activity, activityShift, ageMask, educationShift, eventBit, female, mean, sexShift, villagerBit, type Places, type World } from '../world.ts'
import { spendOnProgramme } from './outlays.ts'
import { inBlocks, type ChanceFor, type Now } from './process.ts'
import { giveRecipients } from './surround.ts'
import { offFarm, offFarmAt, otherwise, retirement, traits, worksBelow } from './who-works.ts'

const activityBits = 7 << activityShift
/** Cash for children ends at this age. */
const supportEnds = 16

/** A household's packed word, written here and read by migration. */
export const householdWord = {
  members: 0x3f, awayShift: 6, workersShift: 12, child: 1 << 16, elder: 1 << 17, skilled: 1 << 18, event: 1 << 19, farmersShift: 20,
} as const

const memory = {
  giftPerElder: scratch(Float64Array), landReturn: scratchZeros(Float64Array), ownShare: scratch(Float64Array), rentPerMu: scratchZeros(Float64Array),
  residence: scratch(Int32Array), employedBelow: scratch(Float64Array), pay: scratch(Float64Array),
}

/** Walks households: what each member does and earns this year, what is sent home, and income per head. */
export function earn(world: World, now: Now, chanceFor: ChanceFor): void {
  const { parameters: p } = now
  const { people, households, places, governments, ledger } = world
  const { wage, employment, farmIncome, villages, farmWorkers } = places
  const chance = chanceFor('out of work')
  const afterFees = leftAfterFees(world)
  clear(world)
  const { means, urbanPensioners } = ledger
  const wageNow = meanWage(world)
  if (means[mean.urbanWageBase] === 0) means[mean.urbanWageBase] = wageNow
  const indexed = means[mean.urbanWageBase] > 0 ? wageNow / means[mean.urbanWageBase] : 1
  const net = 1 - means[mean.contribution]
  const pensionUrban = p.pensionUrban * wageNow
  const pensionRural = p.ruralPension * 12 * indexed
  const assistance = p.assistancePaid * indexed
  const support = p.familySupport * indexed
  const supported = new Int32Array(governments.programmes.length)
  const gifts = places.familyGifts
  const giftPerElder = memory.giftPerElder(villages)
  // What a mu bears beyond the work on it: to who rents it, less the rent; all farms' incomes together stay the product.
  const landReturn = memory.landReturn(villages)
  const ownShare = memory.ownShare(villages).fill(1)
  const rentPerMu = memory.rentPerMu(villages)
  for (let v = 0; v < villages; v++) {
    giftPerElder[v] = gifts[v] / Math.max(1, places.elders[v])
    if (places.landFarmed[v] === 0) continue
    landReturn[v] = (p.farmLandElasticity * farmIncome[v] * farmWorkers[v] * world.scale) / places.landFarmed[v]
    ownShare[v] = 1 - (p.farmLandElasticity * places.landLet[v]) / places.landFarmed[v]
    rentPerMu[v] = (landReturn[v] * p.landRentShare) / p.farmLandElasticity
  }
  gifts.fill(0)

  // Rows of the ledger: the last is that of people in given places, which belong to no province of the stage.
  const elsewhere = ledger.income.length - 1
  const residence = memory.residence(places.count)
  for (let j = 0; j < places.count; j++) residence[j] = places.given[j] >= 0 ? elsewhere : places.province[j] * 2 + (j < villages ? 1 : 0)

  const covered = belowShare(p.pensionCoverage)
  const employedBelow = memory.employedBelow(employment.length)
  for (let at = 0; at < employedBelow.length; at++) employedBelow[at] = certain * employment[at]
  const pay = payTable(places, net, p.villagerWage, p.unemployedIncome)
  const { below, classOf } = offFarm(places, now.elapsed)

  const walk = (from: number, to: number) => {
    // Into locals, block by block: the loop then reads neither objects nor the function around it.
    const { remittanceSplit, remittanceWhole, remittanceReturn, cropLoss } = p
    const { word, place, registered, next, idLow, idHigh } = people
    const { first, home, origin, income: incomeColumn, word: householdWords, landLet, landRented } = households
    const { farmIncome, villages, province } = places
    const left = afterFees
    const { income, persons, wages, farm: farmLedger, remittances, migrantPay, migrantsPaid, perHead: perHeads, heads, where } = ledger
    const { ruralPensioners, assisted, urbanPensioners } = ledger
    let { purses } = ledger
    for (let h = from; h < to; h++) {
      if (first[h] < 0) continue
      const itsHome = home[h]
      const ruralHome = itsHome < villages
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
        let now = word[i]
        const j = place[i]
        const age = now & ageMask
        const its = traits(now)
        const atHome = j === itsHome
        let does: number
        let earned = 0
        let cash = 0
        let farmed = 0
        if (idLow[i] < worksBelow[its]) {
          const at = j * 2 + ((now >>> (educationShift + 1)) & 1)
          const villager = (now >>> villagerShift) & 1
          if (j >= villages) {
            const employed = draw(chance, idLow[i], idHigh[i]) < employedBelow[at] ? 1 : 0
            // To lose work is an event.
            if (employed === 0 && ((now >>> activityShift) & 7) === activity.offFarm) now |= eventBit
            does = activity.unemployed - employed
            earned = pay[at * 4 + villager * 2 + employed]
          } else if (idHigh[i] < below[offFarmAt(classOf, j, now)] || registered[i] !== j) {
            // Who came from elsewhere came for work off the farm.
            does = activity.offFarm
            earned = pay[at * 4 + 1]
          } else {
            does = activity.farm
            farmed = farmIncome[j]
            if (atHome) farmers++
          }
          if (does === activity.offFarm && villager === 1 && registered[i] < villages) {
            migrantPay[province[j]] += earned
            migrantsPaid[province[j]]++
          }
          if (atHome) {
            workers++
            skilledWorkers += at & 1
          }
        } else does = otherwise[its]
        if (age >= 55) {
          if ((now & villagerBit) !== 0) {
            if (age >= 60) {
              cash += pensionRural
              ruralPensioners[province[j]]++
              if (j < villages) cash += giftPerElder[j]
            }
          } else if (age >= retirement[((now >>> sexShift) & 1) === female ? 1 : 0] && idHigh[i] < covered) {
            cash += pensionUrban
            urbanPensioners[province[j]]++
          }
        } else if (support > 0 && age < supportEnds) {
          cash += support
          supported[province[j]]++
        }
        word[i] = (now & ~activityBits) | (does << activityShift)
        flags |= (now & eventBit) << eventShift
        // Pupils who live at school are kept by their family: they count where its budget is.
        if (atHome || does === activity.pupil) {
          members++
          wageHome += earned
          farmHome += farmed
          cashHome += cash
          flags |= homeFlags[age]
        } else {
          awayMembers++
          const sends = earned * remittanceSplit
          sentHome += sends
          // Those away keep house by themselves: their own income counts where they live.
          const area = residence[j]
          const kept = (earned + farmed + cash - sends) * left[area]
          income[area] += kept
          persons[area]++
          wages[area] += earned - sends
          farmLedger[area] += farmed
          perHeads[purses] = kept
          heads[purses] = 1
          where[purses++] = j
        }
      }
      householdWords[h] = Math.min(members, householdWord.members) | (Math.min(awayMembers, 63) << householdWord.awayShift)
        | (Math.min(workers, 15) << householdWord.workersShift) | (Math.min(farmers, 15) << householdWord.farmersShift) | flags | (skilledWorkers * 2 > workers ? householdWord.skilled : 0)
      if (members === 0) {
        incomeColumn[h] = 0
        // Nobody is at home to send to: those away keep what they earn, and share the rent of their land.
        const rent = landLet[h] > 0 ? landLet[h] * rentPerMu[origin[h]] : 0
        const each = awayMembers > 0 ? (sentHome + rent) / awayMembers : 0
        for (let n = purses - awayMembers; n < purses; n++) {
          perHeads[n] += each
          const area = residence[where[n]]
          income[area] += each
          wages[area] += sentHome / awayMembers
          farmLedger[area] += rent / awayMembers
        }
        continue
      }
      if (ruralHome) {
        if (awayMembers > 0) farmHome *= 1 - cropLoss
        if (farmers > 0) farmHome = farmHome * ownShare[itsHome] + landRented[h] * (landReturn[itsHome] - rentPerMu[itsHome])
        if (workers === 0 && awayMembers === 0) {
          cashHome += assistance * members
          assisted[province[itsHome]] += members
        }
      } else if (origin[h] < villages) {
        gifts[origin[h]] += wageHome * remittanceWhole
        wageHome *= 1 - remittanceWhole
      }
      if (landLet[h] > 0) farmHome += landLet[h] * rentPerMu[origin[h]]
      const received = sentHome * (ruralHome ? remittanceReturn : 1)
      const area = residence[itsHome]
      const total = (wageHome + farmHome + cashHome + received) * left[area]
      const perHead = total / members
      incomeColumn[h] = perHead
      income[area] += total
      persons[area] += members
      wages[area] += wageHome
      farmLedger[area] += farmHome
      remittances[area] += received
      perHeads[purses] = perHead
      heads[purses] = members
      where[purses++] = itsHome
    }
    ledger.purses = purses
  }
  inBlocks(households.count, walk)
  giveRecipients(world, now)
  supported.forEach((children, q) => spendOnProgramme(world, q, children * support * world.scale))
  // Contributions of this year's workers pay this year's pensions of workers; the rate is known when next year begins.
  let paid = 0
  for (let p = 0; p < urbanPensioners.length; p++) paid += urbanPensioners[p] * pensionUrban
  let wageBill = 0
  for (let j = villages; j < places.count; j++) {
    for (let skill = 0; skill < 2; skill++) {
      const at = j * 2 + skill
      wageBill += wage[at] * places.labour[at] * employment[at]
    }
  }
  means[mean.urbanWage] = wageNow
  means[mean.contribution] = wageBill > 0 ? Math.min(0.5, paid / wageBill) : 0
}

/** From a person's event to the household's. */
const eventShift = 4
const villagerShift = 14

/** What members at home of an age add to the household's word. */
const homeFlags = Int32Array.from({ length: ageMask + 1 }, (_, age) => (age >= 3 && age <= 15 ? householdWord.child : age >= 60 ? householdWord.elder : 0))

/** Pay by place, skill, registration as a villager, and work (1) or none (0): in towns after contributions, in villages only to those with work. */
function payTable({ count, villages, wage }: Places, net: number, villagerWage: number, unemployedIncome: number): Float64Array {
  const pay = memory.pay(count * 8)
  for (let at = 0; at < count * 2; at++) {
    for (let villager = 0; villager < 2; villager++) {
      const part = villager === 1 ? villagerWage : 1
      pay[at * 4 + villager * 2] = at < villages * 2 ? 0 : wage[at] * unemployedIncome * part
      pay[at * 4 + villager * 2 + 1] = at < villages * 2 ? wage[at] : wage[at] * net * part
    }
  }
  return pay
}

/**
 * Share of income left after what users paid the market for services in the year before, by rows of the ledger: fees weigh on all incomes of an
 * area alike, at most by half. Assumption: who uses what is not followed. Who lives in a given place pays nothing.
 */
function leftAfterFees({ places, ledger, scale }: World): Float64Array {
  const left = new Float64Array(ledger.income.length)
  for (let j = 0; j < places.count; j++) if (places.given[j] < 0) left[places.province[j] * 2 + (j < places.villages ? 1 : 0)] += places.fees[j]
  for (let row = 0; row < left.length; row++) left[row] = left[row] > 0 ? 1 - Math.min(0.5, left[row] / (ledger.income[row] * scale + left[row])) : 1
  return left
}

function clear({ ledger, people }: World): void {
  const { income, persons, wages, farm, remittances, migrantPay, migrantsPaid, ruralPensioners, assisted, urbanPensioners } = ledger
  for (const column of [income, persons, wages, farm, remittances, migrantPay, migrantsPaid, ruralPensioners, assisted, urbanPensioners]) {
    column.fill(0)
  }
  ledger.purses = 0
  // A purse is at least one person's.
  if (ledger.perHead.length >= people.count) return
  const room = people.word.length
  ledger.perHead = new Float32Array(room)
  ledger.heads = new Uint16Array(room)
  ledger.where = new Uint16Array(room)
}

/** Mean wage of towns and cities, by their workers. */
export function meanWage({ places }: World): number {
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
