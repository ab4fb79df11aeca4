/**
 * The paper's claims as experiments: what the paper says, what is run, what must differ and which way, and on what the outcome rests.
 * Each states the paper's words, whether or not the model agrees.
 */
import { parameters, type ParameterId } from '../parameters.ts'
import type { LeverValue, PolicyInForce } from '../policies/policy.ts'
import { forEachService, type Service } from '../services.ts'
import type { Direction } from './claims-report.ts'
import type { Measure } from './reading.ts'

/** What differs from the baseline. */
export interface Arm {
  assumptions?: Record<string, number>
  policies?: PolicyInForce[]
}

export interface Reading {
  arm: ArmId
  year: number
  measure: Measure
}

/** The indicator at `to` less that at `from`. */
export interface PartExperiment {
  id: string
  label: string
  expected: Direction
  from: Reading
  to: Reading
}

export interface ClaimExperiment {
  id: string
  section: string
  paper: string
  experiment: string
  restsOn: string
  /** The first stands for the claim. */
  parts: PartExperiment[]
}

/** Every arm runs over these years. */
export const claimYears: [number, number] = [2010, 2030]
/** Levers move at once in this year. */
const from = 2016
const [start, end] = claimYears
/** Flows that come with growth are read in this year: later, growth has faded in all arms. */
const growing = 2020

const lever = (id: string, value: LeverValue): PolicyInForce => ({ id, value, from, phaseIn: 0 })
const moved = (...policies: PolicyInForce[]): Arm => ({ policies })
const raised = (id: ParameterId, by: number): Record<string, number> => ({ [id]: Math.min(parameters[id].max, parameters[id].value + by) })

/** About a seventh more urban jobs in 2030 than in the baseline. */
const moreUrbanJobs = raised('jobGrowth2010', 0.01)
const everywhereOpen = lever('hukouOpenness', { town: 1, small: 1, medium: 1, large: 1, veryLarge: 1, mega: 1 })
const earmarked = parameters.mixEarmarked.value * 100
/** All money that is not earmarked paid as one kind: services receive as much of it, for both kinds pass through the same budgets. */
const allUntied = (kind: 'rebates' | 'equalization') =>
  lever('transferMix', { rebates: 0, equalization: 0, earmarked, [kind]: 100 - earmarked })

/** The same for each of the six services. */
const each = (value: number): Record<Service, number> => forEachService(value)
const standards = lever('standards', each(80))
const supervision = lever('supervision', 1)
const market = lever('marketProviders', each(30))
const social = lever('socialProviders', each(30))

export const arms = {
  baseline: {},
  coordinated: moved(
    lever('ruralJobs', 100), lever('villageMerging', 600), lever('countyPooling', 100), standards,
    lever('hukouOpenness', { town: 1, small: 1, medium: 1 }),
  ),
  concentrated: moved(lever('hukouOpenness', { large: 1, veryLarge: 1, mega: 1 })),
  redline: moved(lever('farmlandRedline', 98.6)),
  urbanJobs: { assumptions: moreUrbanJobs },
  urbanJobsOpen: { assumptions: moreUrbanJobs, policies: [everywhereOpen] },
  openCities: moved(everywhereOpen),
  lowOffer: moved(lever('landCompensation', 10)),
  ruralTilt: moved(lever('ruralTilt', 2)),
  ruralPension: moved(lever('ruralPension', 500)),
  standards: moved(standards),
  supervision: moved(supervision),
  qualityTogether: moved(lever('ruralTilt', 2), standards, supervision),
  equalization: moved(allUntied('equalization')),
  rebates: moved(allUntied('rebates')),
  earmarked: moved(lever('transferMix', { rebates: 0, equalization: 0, earmarked: 100 })),
  providersTogether: moved(market, social),
  marketProviders: moved(market),
  socialProviders: moved(social),
} satisfies Record<string, Arm>

export type ArmId = keyof typeof arms

/** A part that reads one measure in two arms in the last year. */
const between = (
  base: ArmId, other: ArmId, id: string, measure: Measure | string, expected: Direction, label: string,
): PartExperiment => {
  const its = typeof measure === 'string' ? { indicator: measure } : measure
  return { id, label, expected, from: { arm: base, year: end, measure: its }, to: { arm: other, year: end, measure: its } }
}

const inMega: Measure = { indicator: 'population', in: ['mega'], share: true }
const inTowns: Measure = { indicator: 'population', in: ['town', 'small'], share: true }
/** Public money for services per head for one unit of level; and all public money, where the measure is paid from what is none of services. */
const costOfLevel: Measure = { indicator: 'spendingPerHead', per: 'serviceLevel' }
const allCostOfLevel: Measure = { indicator: 'spendingTotalPerHead', per: 'serviceLevel' }
const disputesPerLand = { indicator: 'landDisputes', per: 'farmland', times: 1_000_000 } as const

export const claims: readonly ClaimExperiment[] = [
  {
    id: 'coordinatedGrowth', section: '2.1',
    paper: 'New urbanization includes large, medium and small cities, towns and new rural communities, which develop in an orderly and coordinated way and progress together.',
    experiment: 'From 2016: 100 more off-farm jobs per 1,000 rural workers, villages below 600 residents merged into new rural communities, all local revenue pooled by the province, a floor of 80 % of the national level for every service, and full access in towns, small and medium cities; against the baseline, and against large to mega cities opened in their place.',
    restsOn: 'Size pays (agglomeration) and costs (rent), cost of registration by tier, services and jobs near home in the choice of place. The floor, the pooled money and who takes the jobs act through assumed elasticities.',
    parts: [
      between('baseline', 'coordinated', 'megaShare', inMega, 'falls', 'Share of all people who live in the cities that were mega in 2010.'),
      between('baseline', 'coordinated', 'townShare', inTowns, 'rises', 'Share of all people who live in the towns and small cities of 2010, below half a million.'),
      between('concentrated', 'coordinated', 'againstConcentration', inMega, 'falls', 'Share of the mega cities, against large to mega cities opened.'),
      between('concentrated', 'coordinated', 'townsAgainstConcentration', inTowns, 'rises', 'Share of the towns and small cities, against large to mega cities opened.'),
    ],
  },
  {
    id: 'farmlandKept', section: '2.1',
    paper: 'New urbanization must not sacrifice agriculture and the ecological environment.',
    experiment: 'From 2016 every countryside keeps 98.6 % of its farmland of 2010, as the national redline of 1.8 bn mu asks, against no redline.',
    restsOn: 'Land per new resident (assumption); what towns cannot take makes their rents dear (assumption).',
    parts: [
      between('baseline', 'redline', 'farmland', 'farmland', 'rises', 'Farmland left.'),
      between('baseline', 'redline', 'taken', 'landTaken', 'falls', 'Farmland taken in the year.'),
      between('baseline', 'redline', 'rent', 'rent', 'rises', 'Rents: what keeping the land costs towns.'),
    ],
  },
  {
    id: 'servicesHold', section: '2.2',
    paper: 'Public services raise the welfare of residents, lower their cost of living, and have an important impact on whether residents choose to live and work in a region.',
    experiment: 'From 2016 a rural user counts twice when a province allocates its spending, at the same money: services of villages rise.',
    restsOn: 'Weights of schooling, health and infrastructure in the choice of place (Xia & Lu 2015: each below the wage); quality rises with the root of spending (assumption).',
    parts: [
      between('baseline', 'ruralTilt', 'wholeFamilies', 'emptyHouseShare', 'falls', 'Houses of families that left whole, with better village services.'),
      between('baseline', 'ruralTilt', 'villageLevel', { indicator: 'serviceLevel', in: 'village' }, 'rises', 'Level of services in villages: what is meant to hold people.'),
      between('baseline', 'ruralTilt', 'villagers', 'ruralResidents', 'rises', 'People who live in villages.'),
    ],
  },
  {
    id: 'dualRole', section: '2.2',
    paper: 'Services in town and countryside play a complex dual role: they are the basis and guarantee of urbanization and soften its shortcomings; but welfare services in the countryside also raise the cost of transfer and impede it to a certain extent.',
    experiment: 'From 2016, each against the baseline: rural users count twice (services bound to the place); a rural pension of 500 yuan a month in place of 60 (cash that goes with the person); full access for people registered elsewhere in all towns and cities.',
    restsOn: 'Services enter the choice of place, cash the budget of the household; old-age income replaces what children must earn at home (crop loss, remittances: assumptions). Leaving costs no money in the model, so that cash at home pays for nobody’s leaving but makes staying worth more. Access shares of people registered elsewhere (assumptions).',
    parts: [
      between('baseline', 'ruralTilt', 'placeBound', 'urbanShare', 'falls', 'Urban share, with better services bound to villages.'),
      between('baseline', 'ruralPension', 'pensionYoung', 'youngAwayShare', 'rises', 'Young villagers by registration who live elsewhere, with a rural pension: cash at home pays for their leaving.'),
      between('baseline', 'ruralPension', 'pensionOld', 'oldAwayShare', 'falls', 'Old villagers by registration who live elsewhere, with a rural pension.'),
      between('baseline', 'openCities', 'access', 'urbanShare', 'rises', 'Urban share, with towns and cities open to people registered elsewhere.'),
    ],
  },
  {
    id: 'jobsTransfer', section: '3.1',
    paper: 'Urbanization provides a large number of urban jobs for rural residents; it guides rural labour to the city, promotes a larger scale of rural production, and greatly increases the income of farmers.',
    experiment: 'Urban jobs grow by one point a year more in 2010, fading as in the baseline: about a seventh more jobs in 2030.',
    restsOn: 'A farm worker earns the average product, so income rises as others leave (Lewis); response of farm output to labour 0.25 (assumption); land of the absent is let at a cost (fitted to the share let). More jobs raise wages first, in towns and, because pay near home follows the town’s, in villages too: little is left of the pull. Few more can find work than do, for the chance of it is near its highest, and how fast wages adjust hardly matters.',
    parts: [
      between('baseline', 'urbanJobs', 'farmland', 'landPerFarmWorker', 'rises', 'Land per farm worker.'),
      between('baseline', 'urbanJobs', 'transfer', 'farmEmploymentShare', 'falls', 'Share of farming in all work.'),
      between('baseline', 'urbanJobs', 'let', 'landLetShare', 'rises', 'Share of contracted land that is let: the scale of production.'),
      between('baseline', 'urbanJobs', 'farmIncome', 'farmIncomePerWorker', 'rises', 'Farm income per farm worker.'),
      between('baseline', 'urbanJobs', 'income', 'incomeRural', 'rises', 'Income per head of villagers.'),
    ],
  },
  {
    id: 'hollowing', section: '3.2',
    paper: 'The attraction of cities draws much of the qualified rural labour away, shrinks rural households, and gradually forms hollow villages and ageing villagers, with children and elderly left behind.',
    experiment: 'Urban jobs grow by one point a year more in 2010, fading as in the baseline. Then the same with towns and cities open to people registered elsewhere from 2016, against more jobs alone.',
    restsOn: 'Age profile of departures (Rogers–Castro), cost of living apart, constants of sending, following and moving whole (fitted), return. Open towns make sending one member worth more, not only moving whole. What is hollow and who is left behind are definitions.',
    parts: [
      between('baseline', 'urbanJobs', 'hollow', 'hollowVillageShare', 'rises', 'Villages with fewer residents than 60 % of those registered.'),
      between('baseline', 'urbanJobs', 'ageing', 'share60PlusVillage', 'rises', 'Villagers aged 60 and over.'),
      between('baseline', 'urbanJobs', 'children', 'leftBehindChildShare', 'rises', 'Village children with a parent elsewhere.'),
      between('baseline', 'urbanJobs', 'elders', 'leftBehindElderShare', 'rises', 'Old villagers all of whose children live elsewhere.'),
      between('urbanJobs', 'urbanJobsOpen', 'wholeMoves', 'leftBehindChildShare', 'falls', 'Village children with a parent elsewhere, when towns and cities open so that families can move whole.'),
    ],
  },
  {
    id: 'landDisputes', section: '3.2',
    paper: 'Rapid urbanization causes disputes over the expropriation of land.',
    experiment: 'Compensation of 10 times yearly output in place of 20 from 2016; and more urban jobs; each against the baseline. In the baseline, the third of prefectures whose towns and cities grew fastest against the others.',
    restsOn: 'A dispute starts by a logit in (fair value − offer) / offer, with an assumed fair value, slope and constant; land is taken for growth beyond the largest size.',
    parts: [
      between('baseline', 'lowOffer', 'offer', 'landDisputes', 'rises', 'Disputes in the year, with half the compensation.'),
      {
        id: 'growth', label: 'Disputes in 2020, while more jobs still make towns grow faster.', expected: 'rises',
        from: { arm: 'baseline', year: growing, measure: { indicator: 'landDisputes' } },
        to: { arm: 'urbanJobs', year: growing, measure: { indicator: 'landDisputes' } },
      },
      {
        id: 'fringe', label: 'Disputes per million mu of farmland in 2020, in the prefectures that grew fastest against the others.', expected: 'rises',
        from: { arm: 'baseline', year: growing, measure: { ...disputesPerLand, in: 'slowGrowing' } },
        to: { arm: 'baseline', year: growing, measure: { ...disputesPerLand, in: 'fastGrowing' } },
      },
    ],
  },
  {
    id: 'quality', section: '4.1',
    paper: 'Policies inclined to rural areas, quality standards by type of service, and supervision of the quality of supply let rural residents enjoy basic public services fairly and improve the use of resources.',
    experiment: 'From 2016, each alone and all together against the baseline: rural users count twice; a floor of 80 % of the national level for every service; complete supervision, which is paid from the money for services.',
    restsOn: 'Quality rises with the root of spending; a fifth is lost without supervision, which costs a twentieth of the money (assumptions); the money of provinces stays what it is.',
    parts: [
      between('baseline', 'qualityTogether', 'togetherTheil', 'serviceTheil', 'falls', 'Theil index of the level of services, all three together.'),
      between('baseline', 'qualityTogether', 'togetherRatio', 'serviceRatio', 'falls', 'Urban over rural level of services, all three together.'),
      between('baseline', 'ruralTilt', 'tiltTheil', 'serviceTheil', 'falls', 'Theil index, with the rural tilt alone.'),
      between('baseline', 'ruralTilt', 'tiltRatio', 'serviceRatio', 'falls', 'Urban over rural level, with the rural tilt alone.'),
      between('baseline', 'standards', 'standardsTheil', 'serviceTheil', 'falls', 'Theil index, with standards alone.'),
      between('baseline', 'standards', 'standardsRatio', 'serviceRatio', 'falls', 'Urban over rural level, with standards alone.'),
      between('baseline', 'supervision', 'perYuan', allCostOfLevel, 'falls', 'All public money per head for one unit of level, with complete supervision and its cost.'),
      between('baseline', 'supervision', 'villageLevel', { indicator: 'serviceLevel', in: 'village' }, 'rises', 'Level of services in villages, with complete supervision and its cost.'),
    ],
  },
  {
    id: 'transfersEqualise', section: '4.2',
    paper: 'The fiscal system must be reformed and a sound public financial system established, which gives relatively sufficient resources to town and countryside, especially to rural needs, and is a strong guarantee of equalization.',
    experiment: 'From 2016, against the mix of 2010 (15 / 41 / 44 % as rebates, equalization and earmarked grants): what is not earmarked is paid wholly as general equalization, or wholly as tax rebates; and the whole pool as earmarked grants.',
    restsOn: 'Rebates follow revenue; equalization follows standard need less standard revenue; earmarked grants follow own money and need by half (assumption), and reach services alone, where general money also pays administration: with the whole pool earmarked services have more money everywhere, so only the part between provinces tells how it is shared. Quality rises with the root of spending (assumption).',
    parts: [
      between('baseline', 'equalization', 'equalization', 'serviceTheil', 'falls', 'Theil index of the level of services, with all that is not earmarked as general equalization.'),
      between('baseline', 'equalization', 'betweenProvinces', 'serviceTheil.betweenProvinces', 'falls', 'The part of it that lies between provinces, the same.'),
      between('baseline', 'rebates', 'rebates', 'serviceTheil', 'rises', 'Theil index, with all that is not earmarked as tax rebates.'),
      between('baseline', 'earmarked', 'earmarked', 'serviceTheil.betweenProvinces', 'rises', 'The part between provinces, with all of the pool as earmarked grants.'),
    ],
  },
  {
    id: 'severalProviders', section: '4.2',
    paper: 'Government, market and social organizations, linked by interaction and coordination, form a supply synergy and improve efficiency; the government remains the main provider.',
    experiment: 'From 2016, against government alone and at the same public money: the market may serve 30 % of the users of each service, social organisations 30 %, and both.',
    restsOn: 'The market enters only where users cover its fixed cost and pay for it; social organisations cost 0.7 of the government up to an assumed capacity, which is larger in villages.',
    parts: [
      between('baseline', 'providersTogether', 'together', 'serviceLevel', 'rises', 'Level of services, with market and social providers.'),
      between('baseline', 'providersTogether', 'perYuan', costOfLevel, 'falls', 'Yuan of public money per head for one unit of level.'),
      between('baseline', 'marketProviders', 'denser', 'serviceRatio', 'rises', 'Urban over rural level with the market alone: it helps dense places more.'),
      between('baseline', 'socialProviders', 'villages', { indicator: 'serviceLevel', in: 'village' }, 'rises', 'Level of services in villages, with social organisations alone.'),
    ],
  },
  {
    id: 'demandRises', section: '1, 5',
    paper: 'With the continuous development of urbanization the demand of urban and rural residents for basic public services is increasing.',
    experiment: 'The baseline from 2010 to 2030; and more urban jobs against the baseline.',
    restsOn: 'Users by age and place times the unit cost of the six services, at the wages of 2010: ageing and sparse villages raise it, fewer children and users who gather in towns lower it. Wishes that grow with income are not in it.',
    parts: [
      {
        id: 'alongTheRun', label: 'Standard cost of services per resident, 2030 against 2010.', expected: 'rises',
        from: { arm: 'baseline', year: start, measure: { indicator: 'needPerHead' } },
        to: { arm: 'baseline', year: end, measure: { indicator: 'needPerHead' } },
      },
      between('baseline', 'urbanJobs', 'withUrbanization', 'needPerHead', 'rises', 'The same in 2030, with more urban jobs and so more urbanization.'),
    ],
  },
]
