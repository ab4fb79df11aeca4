/**
 * Every number of the model: value, unit, range, meaning, source. Code, controls, checks, help and documents read it here.
 * Money is in yuan of 2010. A source that begins with "assumption" is one, and the product shows it as one.
 */
import { withFit, type Fitted } from './fitted.ts'
import type { Tier } from './record.ts'
import { forEachService, type Service } from './services.ts'

export interface Parameter {
  value: number
  unit: string
  min: number
  max: number
  meaning: string
  source: string
  /** Calibration fits it: standard deviation of what it may be, around the value written here. */
  fit?: number
  /** What calibration found, of which `value` is the middle. */
  fitted?: Fitted
}

const parameter = (value: number, unit: string, min: number, max: number, meaning: string, source: string, fit?: number): Parameter =>
  ({ value, unit, min, max, meaning, source, ...(fit === undefined ? {} : { fit }) })

/** Values as they are assumed or read, before calibration. */
const written = {
  // Demography
  fertilityFactor: parameter(1, '× UN rate', 0.5, 1.5, 'Births relative to the UN rates of the chosen variant.', 'assumption: the UN rates as they are'),
  fertilityVillage: parameter(1.66, 'ratio', 1, 2.5, 'Fertility in villages, relative to towns and cities, before it is scaled to the national rate.', 'derived from the 2001–05 area tables'),
  fertilityTown: parameter(1.27, 'ratio', 0.8, 2, 'Fertility in towns, as above.', 'derived from the 2001–05 area tables'),
  fertilityCity: parameter(0.98, 'ratio', 0.5, 1.5, 'Fertility in cities, as above.', 'derived from the 2001–05 area tables'),
  fertilityAdaptation: parameter(5, 'years', 1, 20, 'Time in which a migrant takes on the fertility of the destination (e-folding).', 'assumption; adaptation is reported within about five years'),
  familySupport: parameter(0, 'yuan of 2010 per child a year', 0, 12_000, 'Cash for every child below 16, raised with wages.', 'policy: family support'),
  familyResponse: parameter(0.5, 'ratio', 0, 2, 'Rise of births per part of the household’s income per head that support for a child comes to.', 'assumption: cash raises births a little, more for a first year paid at once (Gauthier & Hatzius 1997; Milligan 2005; González 2013)'),
  fertilityAfterSecond: parameter(0.25, 'ratio', 0.05, 1, 'Chance of a further birth after the second, relative to earlier births.', 'assumption: third births are few in 2010'),
  mortalityFactor: parameter(1, '× UN rate', 0.5, 1.5, 'Deaths relative to the UN rates.', 'assumption: the UN rates as they are'),
  mortalityPace: parameter(1, '× the pace of the UN', 0, 2, 'Pace at which death rates fall after 2010, relative to the UN’s medium variant.', 'assumption: the UN gives no other variant of mortality by age'),
  mortalityHealthElasticity: parameter(0.1, 'elasticity', 0, 0.4, 'Fall of mortality with the local level of health care.', 'assumption'),
  marriageAge2010: parameter(25, 'years', 20, 32, 'Mean age of women at first marriage in 2010.', 'assumption: 23 in 2000 and 28 in 2020'),
  marriageAge2020: parameter(28, 'years', 20, 35, 'Mean age of women at first marriage from 2020 on.', 'assumption: 23 in 2000 and 28 in 2020'),
  marriageHazard: parameter(0.24, 'per year', 0.05, 0.5, 'Highest yearly chance of an unpartnered woman to find a partner.', 'assumption; its spread over ages was widened because too few women of 20–24 were married'),
  neolocalUrban: parameter(0.85, 'share', 0, 1, 'Couples in towns and cities who found a household of their own at marriage.', 'assumption'),
  neolocalRural: parameter(0.45, 'share', 0, 1, 'Couples in villages who found a household of their own at marriage.', 'assumption'),
  fission: parameter(0.04, 'per year', 0, 0.2, 'Yearly chance that a married couple leaves the household of his parents.', 'assumption: household size falls with it'),
  babyStaysHome: parameter(0.75, 'share', 0, 1, 'Newborns of a mother who works away, with somebody at home, who live there with their grandparents.', 'assumption: of the children of 0–5 left behind in 2010 11 m had both parents away (23.4 m, 46.7 %; Women’s Federation 2013); those with their parents were fewer, and most of them of households that had left whole'),
  seniorSecondary: parameter(0.72, 'share', 0.2, 1, 'Entry to senior secondary school at the national level of schooling, 2010.', 'assumption: gross enrolment 82.5 % in 2010, less in villages'),
  college: parameter(0.48, 'share', 0.1, 0.9, 'Entry to college among leavers of senior secondary school, 2010.', 'assumption: gross enrolment 26.5 % in 2010'),
  schoolInTown: parameter(0.9, 'share', 0, 1, 'Village pupils of senior secondary school who live at school in the county’s town.', 'assumption: nearly all such schools are in towns'),
  collegeInCapital: parameter(0.5, 'share', 0, 1, 'Students who go to college in the largest city of the province; the others go to the city of their prefecture.', 'assumption'),
  graduatesReturn: parameter(0.5, 'share', 0, 1, 'Students who go back to their family, or to the town of its county, when they leave college, and choose from there as others do.', 'assumption: the college share of young villagers stays what the census of 2010 found'),
  educationTrend: parameter(0.03, 'logit per year', 0, 0.1, 'Rise of both entry rates.', 'assumption: college enrolment 54 % in 2020'),
  educationQuality: parameter(0.6, 'logit per log point', 0, 2, 'Effect of the local level of schooling on entry.', 'assumption'),
  educationParents: parameter(0.7, 'logit per level', 0, 2, 'Effect of one level of the mother’s education on entry.', 'assumption'),
  training: parameter(0, 'yuan of 2010 per migrant a year', 0, 1500, 'Spent on each unskilled migrant worker of 16–49, raised with wages.', 'policy: training'),
  trainingCost: parameter(24_000, 'yuan of 2010 per worker', 5000, 80_000, 'Cost of bringing a worker from basic to skilled work.', 'assumption: three years of vocational schooling at about 8,000 yuan, however long it takes'),
  educationLeftBehind: parameter(-0.3, 'logit', -1, 0, 'Effect of being left behind on entry.', 'assumption'),

  // Work
  agglomeration: parameter(0.06, 'elasticity', 0.03, 0.12, 'How much more larger places pay in the first year, and how much more work a place offers as it grows; pay then follows from jobs and seekers.', 'assumption; Combes, Démurger & Li 2013 find about three times Western values'),
  labourDemandElasticity: parameter(2, 'elasticity', 0.3, 3, 'Fall of jobs when wages rise above productivity.', 'assumption: with capital given and half of output paid for labour, demand falls by 1 / (1 − ½) of the rise of the wage (Cobb–Douglas); at a half wages would run away as the labour force shrinks'),
  wageAdjustment: parameter(0.35, 'per year', 0.05, 1, 'How fast the wage moves to balance jobs and seekers (elasticity to their ratio).', 'assumption; without it hukou reform is overstated about five-fold (Gai, Guo, Li, Shi & Zhu 2021)'),
  jobGrowth2010: parameter(0.0399, 'per year', 0, 0.08, 'Growth of urban jobs at constant wage in 2010.', 'assumption, set by hand to the urban share of 2010–2015', 0.015),
  jobGrowthLate: parameter(0.002, 'per year', -0.02, 0.03, 'Growth of urban jobs in the long run.', 'assumption'),
  jobGrowthFade: parameter(27, 'years', 3, 60, 'Time in which job growth moves from the first to the second (e-folding).', 'derived: urban employment grew 4.13 % a year in 2000–2010 and 3.18 % in 2010–2014 (National Bureau of Statistics), so its growth falls to 37 % in 27 years'),
  jobGrowthTown: parameter(0.006, 'per year', -0.03, 0.05, 'Growth of jobs in towns, above the mean, 2010; fading as job growth does.', 'assumption: share of out-migrants inside their province rises 2011–2015'),
  jobGrowthSmall: parameter(0.006, 'per year', -0.03, 0.05, 'The same, small cities.', 'assumption: as towns'),
  jobGrowthMedium: parameter(0, 'per year', -0.03, 0.05, 'The same, medium cities.', 'assumption: as the mean'),
  jobGrowthLarge: parameter(0, 'per year', -0.03, 0.05, 'The same, large cities.', 'assumption: as the mean'),
  jobGrowthVeryLarge: parameter(0, 'per year', -0.03, 0.05, 'The same, very large cities.', 'assumption: as the mean'),
  jobGrowthMega: parameter(0, 'per year', -0.03, 0.05, 'The same, mega cities.', 'assumption: as the mean'),
  jobGrowthByOutput: parameter(0.5, 'elasticity', 0, 1, 'Growth of a province’s jobs above the mean, per point by which its output grew faster than the nation’s, 2010–2014.', 'assumption: half of faster growth is more work, half is more output per worker; regional accounts'),
  productivityGrowth2010: parameter(0.0566, 'per year', 0, 0.12, 'Growth of output per urban worker in 2010.', 'derived: output at consumer prices grew 8.4 % a year 2010–2014 and urban employment 3.2 %, so output per worker 5.1 %, fading (National Bureau of Statistics)'),
  productivityGrowthLate: parameter(0.02, 'per year', 0, 0.06, 'Growth of output per urban worker in the long run.', 'assumption'),
  productivityFade: parameter(12, 'years', 3, 40, 'Time in which productivity growth moves from the first to the second (e-folding).', 'assumption'),
  productivityGrowthTown: parameter(0, 'per year', -0.03, 0.03, 'Growth of output per worker in towns, above the mean, every year.', 'assumption: as the mean'),
  productivityGrowthSmall: parameter(0, 'per year', -0.03, 0.03, 'The same, small cities.', 'assumption: as the mean'),
  productivityGrowthMedium: parameter(0, 'per year', -0.03, 0.03, 'The same, medium cities.', 'assumption: as the mean'),
  productivityGrowthLarge: parameter(0, 'per year', -0.03, 0.03, 'The same, large cities.', 'assumption: as the mean'),
  productivityGrowthVeryLarge: parameter(0, 'per year', -0.03, 0.03, 'The same, very large cities.', 'assumption: as the mean'),
  productivityGrowthMega: parameter(0, 'per year', -0.03, 0.03, 'The same, mega cities.', 'assumption: as the mean'),
  skillPremium: parameter(1.55, 'ratio', 1.1, 3, 'Wage of a worker with senior secondary education or more, relative to others.', 'assumption'),
  skillAdaptation: parameter(0.4, 'per year', 0, 1, 'How fast the split of jobs by skill follows the skills on offer.', 'assumption: the skill premium was stable while schooling rose'),
  unemployment2010: parameter(0.055, 'share', 0.02, 0.12, 'Share of the urban labour force without work in 2010.', 'assumption; registered unemployment was 4.1 %'),
  unemployedIncome: parameter(0.25, '× wage', 0, 0.6, 'Income of the unemployed from odd jobs and assistance.', 'assumption'),
  farmLabourElasticity: parameter(0.25, 'elasticity', 0.15, 0.4, 'Response of farm output to farm labour.', 'assumption'),
  fieldWay: parameter(0.05, 'elasticity', 0, 0.3, 'Fall of farm output with the number of villages that have merged: the way to the fields is longer.', 'assumption'),
  farmLandElasticity: parameter(0.5, 'elasticity', 0.3, 0.6, 'Response of farm output to land.', 'MODEL section 3, after production studies'),
  farmTechnology: parameter(0.028, 'per year', 0, 0.06, 'Growth of farm output at constant land and labour.', 'assumption'),
  farmShare2010: parameter(0.367, 'share', 0.3, 0.5, 'Share of all employed who farm in 2010; scales the pattern of the long form.', 'National Bureau of Statistics, employment by sector 2010'),
  localJobGrowth: parameter(0.1115, 'per year', 0, 0.2, 'Growth of off-farm jobs that villagers can reach from home, 2010.', 'assumption, set by hand to farming’s share of work and to migrant workers, 2010–2014; local rural migrant workers 88.9 m in 2010, 105.7 m in 2014', 0.04),
  localJobFade: parameter(14, 'years', 3, 40, 'Time in which that growth ends (e-folding).', 'assumption'),
  localJobs: parameter(0, 'jobs per 1,000 rural workers', 0, 300, 'Off-farm jobs in villages added by policy.', 'policy: rural jobs'),
  villagerWage: parameter(0.6, '× wage of the place', 0.3, 1, 'Pay of people with village registration in towns and cities, relative to others of their skill.', 'derived: 24,588 yuan a year of out-migrant workers to 41,799 of staff in urban units, 2011'),
  localWage: parameter(0.64, '× pay of a villager in the county town', 0.3, 1, 'Yearly pay of off-farm work that villagers do from home.', 'assumption: 0.8 of the year at 0.8 of the monthly pay (3,500 to 4,427 yuan, local to out-migrant workers, 2019)'),
  cropLoss: parameter(0.333, 'share', 0, 0.6, 'Part of its harvest that a household loses when it sends a first worker away.', 'de Brauw, Taylor & Rozelle 2003'),
  remittanceReturn: parameter(1.36, 'yuan per yuan', 1, 2, 'Income at home from each remitted yuan.', 'de Brauw, Taylor & Rozelle 2003'),
  remittanceSplit: parameter(0.3, 'share of earnings', 0, 0.6, 'Remitted by a member who works away.', 'assumption'),
  remittanceWhole: parameter(0.07, 'share of earnings', 0, 0.3, 'Remitted after a whole household has left.', 'assumption'),
  landPerHead: parameter(2.0, 'mu per registered villager', 0.5, 6, 'Farmland behind each registered villager in 2010.', 'derived: about 1,826 m mu of farmland for about 920 m registered villagers'),
  lettingCost2010: parameter(0.56, 'share', 0, 1, 'Land offered that finds no taker for want of a market, 2010.', 'assumption, set by hand to the share of land let', 0.15),
  lettingCostLate: parameter(0.12, 'share', 0, 1, 'The same in the long run.', 'assumption, set by hand to the share of land let', 0.1),
  lettingFade: parameter(5, 'years', 1, 20, 'Time in which letting moves from the first to the second (e-folding).', 'assumption, set by hand to the share of land let'),
  lettingCost: parameter(1, '× usual cost', 0, 2, 'Cost of letting land, relative to its usual course.', 'policy: land letting'),
  leaseYears: parameter(5, 'years', 1, 30, 'Time for which land is let; then it goes to who bids most.', 'assumption'),
  farmScaleBid: parameter(2.3, 'elasticity', 0, 4, 'Rise of the bid for land with the size of the farm, on an open market.', 'assumption, set by hand to 1.4 % of farms above 50 mu in 2015'),
  farmScaleEnd: parameter(50, 'mu', 10, 200, 'Size of farm at which costs fall no further.', 'MODEL section 3: the cost advantage ends at 50 mu'),
  landRentShare: parameter(0.25, 'share', 0, 0.6, 'Share of the product of let land that its holder receives.', 'assumption'),

  // Budget
  taxRate: parameter(0.207, 'share of output', 0.1, 0.4, 'Public revenue as a share of output.', 'derived: 8,310 bn yuan of 40,151 bn in 2010'),
  centralShare: parameter(0.511, 'share of revenue', 0.2, 0.8, 'Part of all revenue that goes to the centre.', 'National Bureau of Statistics, 2010'),
  landRevenue: parameter(130_000, 'yuan per mu taken', 0, 1_500_000, 'Revenue of places from land taken for building, after the cost of development and before compensation, raised with wages.', 'assumption: 0.6 tn yuan a year net on 6.9 m mu, out of receipts of 2.7 tn in 2010'),
  transferPool: parameter(0.389, 'share of revenue', 0, 0.6, 'Central money handed down to provinces.', 'derived: 3,234 bn yuan of 8,310 bn in 2010'),
  mixRebates: parameter(0.154, 'share', 0, 1, 'Part of the pool paid as tax rebates.', 'derived from the Finance Yearbook, 2010'),
  mixEqualization: parameter(0.41, 'share', 0, 1, 'Part of the pool paid as general equalization.', 'derived from the Finance Yearbook, 2010'),
  mixEarmarked: parameter(0.436, 'share', 0, 1, 'Part of the pool paid as earmarked grants.', 'derived from the Finance Yearbook, 2010'),
  centralOwnSpending: parameter(0.192, 'share of revenue', 0.1, 0.4, 'Spending of the centre itself.', 'derived: 1,599 bn yuan of 8,310 bn in 2010'),
  keptLocally: parameter(0.5, 'share of local revenue', 0, 1, 'Local revenue spent where it is collected.', 'assumption'),
  schoolingRise: parameter(1.096, '× part of 2010', 1, 1.5, 'Schooling’s part of local spending from 2012 on, relative to 2010.', 'derived: public money for schooling was to be 4 % of output in 2012 (Outline of the National Plan for Education 2010–2020, July 2010) and was 3.65 % in 2010'),
  healthRise2011: parameter(1.13, '× part of 2010', 1, 2, 'Health care’s part of local spending in 2011, relative to 2010.', 'derived: 200 yuan for each insured resident after 120 in 2010 (State Council 2011, No. 8), which for 1.03 bn were 26 % of spending on health; output to grow by 7 % and prices by 3.5 % a year, as planned'),
  healthRise: parameter(1.21, '× part of 2010', 1, 2, 'The same from 2015 on.', 'derived: 360 yuan in 2015 (State Council 2012, No. 11), as above'),
  ruralWeight: parameter(1, '× an urban user', 0.3, 3, 'Weight of a rural user when a province allocates its spending.', 'policy: rural tilt'),
  earmarkedMatching: parameter(0.5, 'share', 0, 1, 'How far earmarked grants follow a province’s own money rather than its users.', 'assumption: matching grants need own money'),
  ruralPension: parameter(60, 'yuan of 2010 a month', 0, 2000, 'Pension of a rural resident of 60 and over, raised with wages.', 'derived: 700 yuan a year in the 2010 pilot'),
  assistancePaid: parameter(890, 'yuan of 2010 per recipient a year', 0, 6000, 'Assistance per recipient, raised with wages.', 'derived from spending per recipient, 2012'),
  pensionUrban: parameter(0.5, '× mean urban wage', 0.2, 0.9, 'Pension of a retired urban worker, paid by contributions.', 'derived: 16,741 yuan per recipient in 2010'),
  pensionCoverage: parameter(0.62, 'share', 0.2, 1, 'Urban registered residents above the retirement age with a worker’s pension.', 'derived: 63 m recipients in 2010'),

  // Services
  fixedCost: parameter(0.54, '× variable cost at the reference size', 0, 1.5, 'Fixed cost of a facility; halving its users raises unit cost by 35 %.', 'assumption: 30–40 %'),
  qualityElasticity: parameter(0.5, 'elasticity', 0.2, 1, 'Rise of quality with quantity.', 'MODEL section 3'),
  leak: parameter(0.2, 'share', 0, 0.5, 'Quality lost without supervision.', 'assumption'),
  supervision: parameter(0.3, 'share', 0, 1, 'Part of that loss which supervision prevents.', 'assumption'),
  supervisionCost: parameter(0.05, 'share of spending on services', 0, 0.3, 'What complete supervision costs; that of the base year is part of its administration.', 'assumption: inspection, audit and published results take a twentieth of the money they watch'),
  marketPrice: parameter(1.3, '× running cost of a user', 1.05, 3, 'What users pay providers of the market; what lies above the running cost must cover the fixed cost of a facility.', 'assumption'),
  socialCost: parameter(0.7, '× cost of the government', 0.4, 1, 'Cost of a user whom social organisations serve.', 'MODEL section 3; assumption: volunteers and gifts'),
  socialCapacityVillage: parameter(0.3, 'share of users', 0, 1, 'Most whom social organisations can serve in a village.', 'assumption: neighbours and kin help more where people know each other'),
  socialCapacityUrban: parameter(0.15, 'share of users', 0, 1, 'Most whom social organisations can serve in a town or city.', 'assumption'),
  boarding: parameter(0, 'yuan of 2010 per boarding pupil a year', 0, 10_000, 'Public money for pupils who board because their village has no school, raised with wages.', 'policy: boarding'),
  boardingCost: parameter(3000, 'yuan of 2010 per boarding pupil a year', 500, 10_000, 'Money at which every pupil can board whom the way would keep from school, raised with wages.', 'assumption: meals, beds and wardens; 750 yuan were paid for meals of poor boarders in 2010'),
  boardingReach: parameter(0.8, 'share', 0, 1, 'What boarding gives back of the access to school that the way takes.', 'assumption: home only at weekends'),
  wageCostShare: parameter(0.9, 'elasticity', 0, 1, 'Rise of the cost of services with the wages of the province.', 'assumption: services are mostly staff'),
  schoolDistance: parameter(2.5, 'km', 0.5, 10, 'Distance at which access to a primary school falls to 37 %.', 'assumption'),
  clinicDistance: parameter(8, 'km', 1, 40, 'Distance at which a village’s access to health care falls to 37 %; what is counted is a quarter of the way to town, at most 20 km, because most care is nearer.', 'assumption: a clinic at 3 km and the county hospital at 25 km, together'),
  schoolsPerPupil: parameter(254, 'pupils per school', 50, 1000, 'Mean size of a rural primary school in 2010.', 'derived: 53.5 m pupils in 210,894 schools'),
  schoolClosing: parameter(60, 'pupils', 0, 300, 'Rural primary schools smaller than this are closed.', 'assumption: schools went from 440,284 to 210,894 in 2000–2010'),
  villageMerging: parameter(0, 'residents', 0, 2000, 'Villages smaller than this move together.', 'policy: village merging'),
  mergingSpeed: parameter(0.2, 'per year', 0, 1, 'Share of the villages below the threshold that move each year.', 'assumption'),
  mergingBudget: parameter(60_000, 'yuan of 2010 per household', 0, 200_000, 'Paid for each household that moves, raised with wages.', 'policy: merging budget'),
  mergingCost: parameter(60_000, 'yuan of 2010 per household', 5000, 400_000, 'Cost of a house and its roads and pipes in a new rural community: where less is paid, fewer villages move.', 'assumption'),
  communitySize: parameter(3000, 'residents', 500, 10_000, 'Size of a new rural community.', 'assumption'),
  schoolClosingSpeed: parameter(0.3, 'per year', 0, 1, 'Share of the schools below the threshold that close each year.', 'assumption'),
  accessSmall: parameter(0.9, 'share', 0, 1, 'Access of residents registered elsewhere to schooling, towns to medium cities.', 'assumption'),
  accessLarge: parameter(0.75, 'share', 0, 1, 'The same, large and very large cities.', 'assumption'),
  accessMega: parameter(0.6, 'share', 0, 1, 'The same, mega cities.', 'assumption'),
  accessHealth: parameter(0.75, 'share', 0, 1, 'Access of residents registered elsewhere to health care.', 'assumption: 0.6 to 0.9'),
  accessAssistance: parameter(0.3, 'share', 0, 1, 'Access of residents registered elsewhere to pensions and assistance.', 'assumption: 0 to 0.5'),

  // Migration
  reconsider: parameter(0.3, 'per year', 0.05, 1, 'Chance that a household of the most mobile age thinks anew without an event.', 'assumption'),
  wageWeight: parameter(1.8, 'utility per log point', 1.65, 2.18, 'Weight of expected real income.', 'Gu, Lao, Wen & Zhao 2022'),
  distanceWeight: parameter(1.5, 'utility per log point', 0.8, 2.7, 'Weight of ln(1 + distance / 30 km).', 'MODEL section 3: 1.5 (0.8–2.7), an assumption', 0.4),
  affinity: parameter(0.5, 'exponent', 0, 1, 'How far the matrix of birthplaces of 2010 beyond gravity tells who goes where; networks carry the rest. How many leave each province, and arrive, is fitted to 2010–2015.', 'assumption: half; bilateral costs from observed flows as in Tombe & Zhu 2019'),
  border: parameter(0.3, 'utility', 0, 2, 'Cost of crossing the border of a province, beside that of distance.', 'assumption, set by hand to the 53 m who lived in another province in 2015 than in 2010 (1 % survey of 2015)'),
  villageTies: parameter(1, '× fitted', 0, 1.5, 'How far what holds people in the villages of a province counts, beyond incomes, services, distance and kin: constants by province, fitted to the urban shares by province of 2015.', 'assumption: in full, and for good; constants of the alternatives as in Berry 1994 and Train 2009, from the yearbook of 2016'),
  transportEase: parameter(0, 'share', 0, 0.6, 'Part of the cost of distance that better transport saves.', 'policy: transport'),
  weightHealth: parameter(0.4, 'utility per log point', 0, 1, 'Weight of health care.', 'Xia & Lu 2015: each service below the wage'),
  weightSchooling: parameter(0.3, 'utility per log point', 0, 1, 'Weight of schooling; × 2.5 with a child of 3–15, × 0.2 for the single.', 'Xia & Lu 2015: each service below the wage'),
  weightInfrastructure: parameter(0.15, 'utility per log point', 0, 1, 'Weight of housing and infrastructure.', 'Xia & Lu 2015: each service below the wage'),
  weightAssistance: parameter(0.1, 'utility per log point', 0, 1, 'Weight of care and assistance; × 3 for the old.', 'Xia & Lu 2015: each service below the wage'),
  weightRent: parameter(0.5, 'utility per log point', 0, 1.5, 'Weight of rent.', 'MODEL section 3'),
  rentElasticity: parameter(0.3, 'elasticity', 0.1, 0.6, 'Rise of rent with the size of a place.', 'assumption'),
  rentPerHead: parameter(2000, 'yuan of 2010 per head a year', 200, 10_000, 'Rent of a family member where the rent index is 1, raised with wages.', 'assumption; migrant workers spent 445 yuan a month on housing in 2014, mostly where rents are twice that'),
  rentSubsidy: parameter(0, 'share', 0, 0.8, 'Part of the rent that is paid for families registered elsewhere.', 'policy: rental housing'),
  rentLandElasticity: parameter(1, 'elasticity', 0, 3, 'Rise of rent when a place has less land than its people want, relative to all their land.', 'assumption: as much floor space less as land less'),
  networkWeight: parameter(2, 'utility', 0, 3.5, 'Weight of co-villagers at the destination.', 'assumption; +10 points of co-villagers away bring +7.3 points (Chen, Jin & Yue 2010)'),
  networkHalf: parameter(0.2, 'share of all registered in the village', 0.05, 1, 'Share of co-villagers who live at the destination at which half of that weight is reached.', 'assumption'),
  hukouSmall: parameter(0.2, 'utility', 0, 3, 'Cost of living unregistered in a town or small city.', 'assumption'),
  hukouMedium: parameter(0.4, 'utility', 0, 3, 'The same, medium city.', 'assumption'),
  hukouLarge: parameter(0.9, 'utility', 0, 3, 'The same, large or very large city.', 'assumption'),
  hukouMega: parameter(1.5, 'utility', 0, 3, 'The same, mega city.', 'assumption'),
  ceilings: parameter(1, 'exponent', 0, 1, 'How strictly Beijing (23 m residents) and Shanghai (25 m) hold to their ceilings from 2014 on: newcomers find what is left of the room of 2010, to this power; 0 is no ceiling.', 'National New-type Urbanization Plan 2014–2020, strict control of cities above 5 m; master plans of Beijing 2016–2035 and Shanghai 2017–2035; that they are kept in proportion is an assumption'),
  nestScale: parameter(0.5, 'ratio', 0.4, 0.75, 'Dissimilarity of places within a way of moving.', 'Liu, Zhuo & Wang 2020: 0.51 to 0.62 with standard errors of 0.06, nested logit of the cities to which migrants in China go on; that it holds within every way of moving is assumed'),
  separation: parameter(1.2, 'utility', 0, 3, 'Cost of living apart, per partner or child left behind.', 'assumption; raised from 0.5 because the share of left-behind children ran away to 50 % by 2015', 0.5),
  budgetShared: parameter(0.62, 'share of earnings', 0.3, 1, 'What the earnings of a member away are worth to the household, after living costs away.', 'assumption'),
  constantSend: parameter(1.25, 'utility', -8, 4, 'Constant of sending a member away.', 'assumption, set by hand to the number of out-migrant workers', 1),
  moveOn: parameter(5, 'utility', 0, 8, 'Cost of going on from one place away to another, beside that of going away: work, lodging and friends there are left.', 'assumption, set by hand to the departures of migrants from the provinces they had come to, 2010–2015 (1 % survey of 2015)'),
  constantMove: parameter(-3.6, 'utility', -8, 4, 'Constant of moving whole.', 'assumption, set by hand to the share of whole households', 1),
  constantJoin: parameter(-2.95, 'utility', -8, 4, 'Constant of bringing the family after.', 'assumption, set by hand to the share of whole households', 1),
  constantReturn: parameter(-5.6, 'utility', -8, 4, 'Constant of returning.', 'assumption, set by hand to the departures of migrants from the provinces they had come to, 2010–2015 (1 % survey of 2015)', 0.3),
  townMove: parameter(1.2, 'utility', -2, 4, 'Lower cost of moving whole to the town of one’s own county.', 'assumption'),
  returnAge: parameter(0.05, 'utility per year over 50', 0, 0.3, 'Rise of return with age over 50.', 'assumption'),
  returnUnemployed: parameter(1, 'utility', 0, 3, 'Rise of return when out of work.', 'assumption'),
  returnSchool: parameter(0.5, 'utility', 0, 3, 'Rise of the return of a parent who is away when a child at home is 5–12.', 'assumption'),
  returnFrail: parameter(0.4, 'utility', 0, 3, 'Rise of the return of who is away when somebody of 75 and over at home needs help.', 'assumption'),
  returnTown: parameter(0.45, 'share', 0, 1, 'Returns that end in the town of the county rather than in the village.', 'assumption; many return to the town'),
  conversion: parameter(0.034, 'per year', 0, 0.2, 'Yearly chance to take up local registration before 2014.', 'assumption, set by hand to the registered urban share of 2012', 0.015),
  conversionReform: parameter(4.5, '×', 1, 6, 'The same after the reform of 2014, relative to before.', 'assumption, set by hand to the registered urban share of 2015', 1),

  // Land and villages
  landPerResident: parameter(0.56, 'mu per new urban resident', 0.05, 1, 'Land that a growing place whose rent is 1 takes for each newcomer who does not live on it already.', 'derived: 6.9 m mu a year were taken in 2011–2015'),
  landRentElasticity: parameter(1, 'elasticity', 0, 2, 'Fall of land for each newcomer with the rent of the place, which is 1 in a town of 200,000.', 'assumption: a given share of income is spent on land (Alonso 1964, Muth 1969); a city of 15 m then takes about 80 m² for a newcomer'),
  fringeLandPerHead: parameter(0.7, 'mu per villager', 0.1, 2, 'Farmland per villager at the edge of the built-up land in 2010: land taken brings so many villagers into the town; it rises as a town reaches out.', 'assumption, set by hand to the urban share of 2015; surveys count about 0.7 mu taken per villager who loses land', 0.15),
  compensation: parameter(20, '× yearly output', 5, 60, 'Compensation for land taken.', 'assumption: 16 to 30 times in the law of 2004'),
  fairCompensation: parameter(30, '× yearly output', 5, 100, 'What holders take as fair.', 'assumption'),
  fairRentElasticity: parameter(0.3, 'elasticity', 0, 1, 'Rise of that with the rent of the town that takes the land.', 'assumption: disputes gather at the fringe of large cities'),
  disputeSlope: parameter(1.5, 'logit', 0.2, 5, 'Response of disputes to (fair − offer) / offer.', 'assumption'),
  disputeConstant: parameter(-2.85, 'logit', -6, 2, 'Disputes at a fair offer, with consent and without packages.', 'assumption'),
  disputeConsent: parameter(1, 'logit', 0, 4, 'Response of disputes to want of consent.', 'assumption'),
  landConsent: parameter(0.4, 'share', 0, 1, 'Holders who were asked before their land is taken.', 'assumption'),
  disputePackage: parameter(1, 'logit', 0, 4, 'Fall of disputes where jobs or pensions come with the pay.', 'assumption'),
  landPackage: parameter(0.15, 'share', 0, 1, 'Takings that come with jobs or pensions.', 'assumption'),
  farmlandKept: parameter(0, 'share of base year', 0, 1, 'Farmland below which no land is taken.', 'policy: farmland redline'),
  hollow: parameter(0.6, 'residents / registered', 0.3, 0.9, 'A village is hollow below this ratio.', 'MODEL section 5'),
  hollowHouses: parameter(0.3, 'share of houses', 0.1, 0.9, 'A village is hollow by its houses where a larger share of them stands empty.', 'assumption: an observer’s definition, nothing acts on it'),
  serviceStandard: parameter(0.8, '× national mean of 2010', 0.2, 1.5, 'Level of services from which people count as at standard.', 'assumption: an observer’s definition, nothing acts on it'),
} as const satisfies Record<string, Parameter>

/** The values in use: where a number is fitted, what calibration found. */
export const parameters = withFit(written)

export type ParameterId = keyof typeof written

/** How the equalization part of the pool is shared out. */
export const equalizationFormulas = ['needGap', 'perResident', 'perRegistered', 'followsMigrants', 'byResults'] as const
export type EqualizationFormula = (typeof equalizationFormulas)[number]

export const fertilityVariants = ['low', 'medium', 'high'] as const
export type FertilityVariant = (typeof fertilityVariants)[number]

/** Tiers that hold towns and cities. */
export const urbanTiers = ['town', 'small', 'medium', 'large', 'veryLarge', 'mega'] as const satisfies readonly Tier[]
export type UrbanTier = (typeof urbanTiers)[number]

/** The values in force in one year. */
export type Parameters = Record<ParameterId, number> & {
  equalizationFormula: EqualizationFormula
  fertilityVariant: FertilityVariant
  /** 0 is the practice of 2010–2020, 1 no difference by registration; by tier. */
  hukouOpenness: Record<UrbanTier, number>
  /** Floor of the level of a service, share of the national level, funded first. */
  floor: Record<Service, number>
  /** What the centre pays by itself on top of transfers, share of what is spent on the service otherwise. */
  centralDuty: Record<Service, number>
  /** What counties pay by themselves, share of what province and counties raise; 0.5 is today's practice, see `keptLocally`. */
  countyDuty: Record<Service, number>
  /** Share of users whom the market serves where it comes, and whom social organisations serve as far as they can. */
  marketShare: Record<Service, number>
  socialShare: Record<Service, number>
}

const unmoved: Parameters = {
  ...Object.fromEntries(Object.entries(parameters).map(([id, { value }]) => [id, value])) as Record<ParameterId, number>,
  equalizationFormula: 'needGap',
  fertilityVariant: 'medium',
  hukouOpenness: { town: 0, small: 0, medium: 0, large: 0, veryLarge: 0, mega: 0 },
  floor: forEachService(0), centralDuty: forEachService(0), countyDuty: forEachService(0.5),
  marketShare: forEachService(0), socialShare: forEachService(0),
}

/** Every year of a run asks for them: copied at once, they also read fast, unlike an object built key by key. */
export function defaultParameters(): Parameters {
  const { hukouOpenness, floor, centralDuty, countyDuty, marketShare, socialShare } = unmoved
  return {
    ...unmoved, hukouOpenness: { ...hukouOpenness }, floor: { ...floor }, centralDuty: { ...centralDuty }, countyDuty: { ...countyDuty },
    marketShare: { ...marketShare }, socialShare: { ...socialShare },
  }
}
