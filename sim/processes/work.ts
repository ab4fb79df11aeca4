/**
 * Work: jobs, wages, farm income and remittances; every household's income of the year.
 *
 * Jobs of a place grow with its tier and region and fall with the wage; the wage moves towards balance. Villagers work off the farm from home as
 * far as there are jobs, else on it: a farm worker earns the average product, so income rises as others leave (Lewis). MODEL section 3, work.
 */
import type { NationData } from '../data.ts'
import { exp, pow } from '../math.ts'
import { belowShare, certain, draw } from '../random.ts'
import {
  activity, activityShift, ageMask, aliveBit, educationShift, eventBit, female, mean, oldestAge, sexShift, villagerBit, type World,
} from '../world.ts'
import { spendOnProgramme } from './outlays.ts'
import { inBlocks, type ChanceFor, type Now } from './process.ts'
import { giveLabour, giveMarkets, giveRecipients } from './surround.ts'

const activityBits = 7 << activityShift
const ages = oldestAge + 1

/** A household's packed word, written here and read by migration. */
export const householdWord = {
  members: 0x3f, awayShift: 6, workersShift: 12, child: 1 << 16, elder: 1 << 17, skilled: 1 << 18, event: 1 << 19, farmersShift: 20,
} as const

/**
 * Share of each sex and age that works or looks for work, as thresholds of the id's low word: who works is a lasting trait.
 * `[(villager * 2 + sex) * 111 + age]`. Assumption after the long form of 2010; villagers by registration work on into old age.
 */
const participation = (() => {
  const table = new Float64Array(4 * ages).fill(belowShare(0))
  const corner: Record<string, [number, number][]> = {
    urbanMale: [[16, 0.75], [22, 0.93], [50, 0.9], [58, 0.68], [60, 0.28], [70, 0.06], [80, 0]],
    urbanFemale: [[16, 0.72], [22, 0.8], [45, 0.72], [50, 0.48], [55, 0.27], [65, 0.06], [75, 0]],
    ruralMale: [[16, 0.85], [22, 0.97], [58, 0.92], [65, 0.7], [75, 0.3], [85, 0.02]],
    ruralFemale: [[16, 0.82], [22, 0.88], [50, 0.86], [60, 0.66], [70, 0.3], [80, 0.02]],
  }
  for (const [row, points] of Object.values(corner).entries()) {
    for (let age = 16; age < ages; age++) {
      const after = points.findIndex(([at]) => at >= age)
      if (after < 0) continue
      const [toAge, to] = points[after]
      const [fromAge, from] = points[Math.max(0, after - 1)]
      table[row * ages + age] = belowShare(toAge === fromAge ? to : from + ((to - from) * (age - fromAge)) / (toAge - fromAge))
    }
  }
  return table
})()

/**
 * Off-farm work by age, relative to the village's mean. Assumption: the young leave the fields first, but many of them leave the village too, so that
 * those who work off the farm from home are older than those who are away.
 */
const offFarmByAge = Float64Array.from({ length: ages }, (_, age) => (age < 35 ? 1.25 : age < 50 ? 1.15 : age < 60 ? 0.75 : 0.3))

/** Cash for children ends at this age. */
const supportEnds = 16
/** Women retire with a worker's pension at 55, men at 60; land pensions begin at 60. */
const retirement = [60, 55] as const

export function work(world: World, now: Now, chanceFor: ChanceFor): void {
  if (!now.first) growJobs(world, now)
  countLabour(world)
  giveLabour(world, now)
  balanceMarkets(world, now)
  giveMarkets(world, now)
  farm(world, now)
  earn(world, now, chanceFor)
}

/** A growth rate that fades from a first to a late value. */
const fading = (first: number, late: number, fade: number, elapsed: number) => late + (first - late) * exp(-elapsed / fade)

function growJobs({ places }: World, { parameters, elapsed, data }: Now): void {
  const p = parameters
  const jobs = fading(p.jobGrowth2010, p.jobGrowthLate, p.jobGrowthFade, elapsed)
  const fade = exp(-elapsed / p.jobGrowthFade)
  const output = fading(p.productivityGrowth2010, p.productivityGrowthLate, p.productivityFade, elapsed)
  const jobsByTier = [0, p.jobGrowthTown, p.jobGrowthSmall, p.jobGrowthMedium, p.jobGrowthLarge, p.jobGrowthVeryLarge, p.jobGrowthMega]
  const outputByTier = [
    0, p.productivityGrowthTown, p.productivityGrowthSmall, p.productivityGrowthMedium, p.productivityGrowthLarge, p.productivityGrowthVeryLarge, p.productivityGrowthMega,
  ]
  const ahead = growthAhead(data).map((rate) => rate * p.jobGrowthByOutput)
  for (let j = places.villages; j < places.count; j++) {
    const growth = jobs + fade * (jobsByTier[places.tier[j]] + ahead[places.province[j]])
    const better = 1 + output + outputByTier[places.tier[j]]
    const jobsAll = (places.jobsBase[j * 2] + places.jobsBase[j * 2 + 1]) * (1 + growth)
    const seekers = places.labour[j * 2] + places.labour[j * 2 + 1]
    for (let skill = 0; skill < 2; skill++) {
      const at = j * 2 + skill
      // Employers adapt to the skills on offer: the split of jobs moves towards the split of seekers.
      const split = places.jobsBase[at] * (1 + growth)
      places.jobsBase[at] = seekers > 0 ? split + p.skillAdaptation * ((jobsAll * places.labour[at]) / seekers - split) : split
      places.productivity[at] *= better
      places.wage[at] *= better
    }
  }
  const local = 1 + p.localJobGrowth * fade
  for (let v = 0; v < places.villages; v++) places.localShareBase[v] *= local
}

/** By how much each province's output grew faster than the nation's, per year, 2010–2014, current prices. */
function growthAhead({ provinces: { gdp2010, gdp2014 } }: NationData): number[] {
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)
  const yearly = (before: number, after: number) => pow(after / before, 1 / 4)
  const nation = yearly(sum(gdp2010), sum(gdp2014))
  return gdp2010.map((before, q) => yearly(before, gdp2014[q]) - nation)
}

/** Who works or looks for work, by place and skill; villagers on and off the farm. */
export function countLabour({ people, places }: World): void {
  places.labour.fill(0)
  places.farmWorkers.fill(0)
  places.offFarmWorkers.fill(0)
  inBlocks(people.count, (start, end) => {
    const { word, place, registered, idLow, idHigh } = people
    const { labour, villages, localShare, farmWorkers, offFarmWorkers } = places
    for (let i = start; i < end; i++) {
      const j = place[i]
      const rural = j < villages ? 2 : 0
      if (!works(word[i], idLow[i])) continue
      labour[j * 2 + ((word[i] >>> (educationShift + 1)) & 1)]++
      if (rural === 0) continue
      if (registered[i] !== j || offFarm(idHigh[i], localShare[j], word[i] & ageMask)) offFarmWorkers[j]++
      else farmWorkers[j]++
    }
  })
}

/** Whether somebody works or looks for work. */
function works(word: number, idLow: number): boolean {
  if ((word & aliveBit) === 0 || ((word >>> activityShift) & 7) === activity.pupil) return false
  return idLow < participation[((((word & villagerBit) !== 0 ? 2 : 0) + ((word >>> sexShift) & 1)) * ages) + (word & ageMask)]
}

/** Whether a villager who works does so off the farm: a lasting trait against the share of such jobs. Who came from elsewhere came for such work. */
const offFarm = (idHigh: number, localShare: number, age: number): boolean => idHigh < belowShare(localShare * offFarmByAge[age])

/** Jobs, wages and chances of work in towns and cities; off-farm shares in villages. */
function balanceMarkets({ places, governments, scale }: World, { parameters: p, first }: Now): void {
  const { villages, count, province, jobs, labour, wage, productivity, employment } = places
  const full = 1 - p.unemployment2010
  const provinces = governments.output.length
  const jobsOf = new Float64Array(provinces * 2)
  const seekersOf = new Float64Array(provinces * 2)
  for (let j = villages; j < count; j++) {
    const size = pow(Math.max(0.05, places.residents[j] / places.residentsBase[j]), p.agglomeration)
    const crowded = 1 + places.landShort[j] / (p.landPerResident * Math.max(1, places.largest[j]) * scale)
    places.rent[j] = pow((Math.max(1, places.residents[j]) * scale) / places.units[j] / rentReference, p.rentElasticity) * pow(crowded, p.rentLandElasticity)
    for (let skill = 0; skill < 2; skill++) {
      const at = j * 2 + skill
      jobs[at] = places.jobsBase[at] * size * pow(wage[at] / productivity[at], -p.labourDemandElasticity)
      jobsOf[province[j] * 2 + skill] += jobs[at]
      seekersOf[province[j] * 2 + skill] += labour[at]
    }
  }
  for (let j = villages; j < count; j++) {
    for (let skill = 0; skill < 2; skill++) {
      const at = j * 2 + skill
      // Jobs per seeker, a little towards the province's: few simulated seekers tell a place's balance only roughly.
      const inProvince = province[j] * 2 + skill
      const usual = seekersOf[inProvince] > 0 ? jobsOf[inProvince] / seekersOf[inProvince] : full
      const perSeeker = (jobs[at] + borrowedSeekers * usual) / (labour[at] + borrowedSeekers)
      const relative = wage[at] / productivity[at]
      const moved = first ? relative : relative * Math.min(1.12, Math.max(0.88, pow(Math.max(0.2, perSeeker / full), p.wageAdjustment)))
      wage[at] = productivity[at] * Math.min(2.5, Math.max(0.4, moved))
      employment[at] = Math.min(0.975, Math.max(0.5, perSeeker))
    }
  }
  for (let v = 0; v < places.villages; v++) {
    places.localShare[v] = Math.min(0.9, places.localShareBase[v] + p.localJobs / 1000)
    places.rent[v] = pow(ruralRent, p.rentElasticity)
    for (let skill = 0; skill < 2; skill++) {
      const at = v * 2 + skill
      places.wage[at] = places.wage[places.town[v] * 2] * p.villagerWage * p.localWage * (skill === 1 ? pow(p.skillPremium, 0.5) : 1)
      places.productivity[at] = places.wage[at]
      places.employment[at] = 1
    }
  }
}

/** Simulated seekers of the province that count with a place's own; 0 would make coarse runs noisier than fine ones. Assumption. */
const borrowedSeekers = 60
/** Residents of the place whose rent is 1. */
const rentReference = 200_000
/** Size, relative to that place, that gives the rent of a village. Assumption. */
const ruralRent = 0.02

/** Average product of farm labour: A T^0.5 L^α / L, relative to the base year. */
function farm({ places }: World, { parameters, elapsed }: Now): void {
  const technology = pow(1 + parameters.farmTechnology, elapsed)
  for (let v = 0; v < places.villages; v++) {
    const land = Math.max(0.02, (places.farmland[v] - places.landIdle[v]) / Math.max(1e-9, places.farmlandBase[v]))
    const labour = Math.max(0.05, places.farmWorkers[v] / Math.max(1, places.farmWorkersBase[v]))
    places.farmIncome[v] = places.farmIncomeBase[v] * technology
      * pow(1 - places.merged[v], parameters.fieldWay) * pow(land, parameters.farmLandElasticity) * pow(labour, parameters.farmLabourElasticity - 1)
  }
}

/** Walks households: what each member does and earns this year, what is sent home, and income per head. */
function earn(world: World, now: Now, chanceFor: ChanceFor): void {
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
  const covered = belowShare(p.pensionCoverage)
  const gifts = places.familyGifts
  const giftPerElder = Float64Array.from({ length: villages }, (_, v) => gifts[v] / Math.max(1, places.elders[v]))
  gifts.fill(0)
  // What a mu bears beyond the work on it: to who rents it, less the rent; all farms' incomes together stay the product.
  const landReturn = Float64Array.from({ length: villages }, (_, v) =>
    places.landFarmed[v] === 0 ? 0 : (p.farmLandElasticity * farmIncome[v] * farmWorkers[v] * world.scale) / places.landFarmed[v])
  const ownShare = Float64Array.from({ length: villages }, (_, v) =>
    places.landFarmed[v] === 0 ? 1 : 1 - (p.farmLandElasticity * places.landLet[v]) / places.landFarmed[v])
  const rentPerMu = landReturn.map((value) => (value * p.landRentShare) / p.farmLandElasticity)

  // Rows of the ledger: the last is that of people in given places, which belong to no province of the stage.
  const elsewhere = ledger.income.length - 1
  const residence = Int32Array.from({ length: places.count }, (_, j) => (places.given[j] >= 0 ? elsewhere : places.province[j] * 2 + (j < villages ? 1 : 0)))

  const walk = (from: number, to: number) => {
    // Into locals, block by block: the loop then reads neither objects nor the function around it.
    const { villagerWage, unemployedIncome, remittanceSplit, remittanceWhole, remittanceReturn, cropLoss } = p
    const { word, place, registered, next, idLow, idHigh } = people
    const { first, home, origin, income: incomeColumn, word: householdWords, landLet, landRented } = households
    const { wage, employment, farmIncome, localShare, villages, province } = places
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
        const atHome = j === itsHome
        const rural = j < villages ? 2 : 0
        const sex = (now >>> sexShift) & 1
        let earned = 0
        let cash = 0
        let farmed = 0
        if (works(now, idLow[i])) {
          const skill = (now >>> (educationShift + 1)) & 1
          let does: number
          if (rural !== 0) {
            if (registered[i] !== j || offFarm(idHigh[i], localShare[j], age)) {
              does = activity.offFarm
              earned = wage[j * 2 + skill]
            } else {
              does = activity.farm
              farmed = farmIncome[j]
            }
          } else if (draw(chance, idLow[i], idHigh[i]) < certain * employment[j * 2 + skill]) {
            does = activity.offFarm
            earned = wage[j * 2 + skill] * net * ((now & villagerBit) !== 0 ? villagerWage : 1)
          } else {
            if (((now >>> activityShift) & 7) === activity.offFarm) now |= eventBit
            does = activity.unemployed
            earned = wage[j * 2 + skill] * unemployedIncome * ((now & villagerBit) !== 0 ? villagerWage : 1)
          }
          now = (now & ~activityBits) | (does << activityShift)
          if (does === activity.offFarm && (now & villagerBit) !== 0 && registered[i] < villages) {
            migrantPay[province[j]] += earned
            migrantsPaid[province[j]]++
          }
          if (atHome) {
            workers++
            skilledWorkers += skill
            if (does === activity.farm) farmers++
          }
        } else if (age >= retirement[sex === female ? 1 : 0]) {
          now = (now & ~activityBits) | (activity.retired << activityShift)
        } else if (age >= 16 && ((now >>> activityShift) & 7) !== activity.pupil) {
          now = (now & ~activityBits) | (activity.atHome << activityShift)
        }
        if (age >= 55) {
          if ((now & villagerBit) !== 0) {
            if (age >= 60) {
              cash += pensionRural
              ruralPensioners[province[j]]++
              if (rural !== 0) cash += giftPerElder[j]
            }
          } else if (age >= retirement[sex === female ? 1 : 0] && idHigh[i] < covered) {
            cash += pensionUrban
            urbanPensioners[province[j]]++
          }
        }
        if (age < supportEnds && support > 0) {
          cash += support
          supported[province[j]]++
        }
        word[i] = now
        if ((now & eventBit) !== 0) flags |= householdWord.event
        // Pupils who live at school are kept by their family: they count where its budget is.
        if (atHome || ((now >>> activityShift) & 7) === activity.pupil) {
          members++
          wageHome += earned
          farmHome += farmed
          cashHome += cash
          if (age >= 3 && age <= 15) flags |= householdWord.child
          if (age >= 60) flags |= householdWord.elder
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
