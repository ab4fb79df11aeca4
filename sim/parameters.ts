/**
 * Every number of the model that can be set: value, unit, range, meaning, and what it rests on. Code, controls, checks, help and documents read it here; what
 * stays fixed stands as a constant where it acts. Money is in yuan of 2010, and rises with wages where the unit says that it is at the wages of that year.
 */
import { withFit } from './fitted.ts'
import type { Parameter } from './parameter.ts'
import type { Tier } from './record.ts'
import { forEachService, type Service } from './services.ts'

/** Values as they are assumed or read, before calibration. */
const written = {
  // Demography
  fertilityFactor: {
    value: 1, unit: '× UN rate', min: 0.5, max: 1.5, basis: 'assumption',
    meaning: 'Births relative to the UN rates of the chosen variant.',
    source: 'assumption: the UN rates as they are',
  },
  fertilityVillage: {
    value: 1.66, unit: 'ratio', min: 1, max: 2.5, basis: 'measured',
    meaning: 'Fertility in villages, relative to towns and cities, before it is scaled to the national rate.',
    source: 'derived from the 2001–05 area tables',
  },
  fertilityTown: {
    value: 1.27, unit: 'ratio', min: 0.8, max: 2, basis: 'measured',
    meaning: 'Fertility in towns, as above.',
    source: 'derived from the 2001–05 area tables',
  },
  fertilityCity: {
    value: 0.98, unit: 'ratio', min: 0.5, max: 1.5, basis: 'measured',
    meaning: 'Fertility in cities, as above.',
    source: 'derived from the 2001–05 area tables',
  },
  fertilityAdaptation: {
    value: 5, unit: 'years', min: 1, max: 20, basis: 'assumption',
    meaning: 'Time in which a migrant takes on the fertility of the destination (e-folding).',
    source: 'assumption; adaptation is reported within about five years',
  },
  fertilityConverges: {
    value: 0.5, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Part of the differences in fertility between areas (of their logarithms) that is gone by 2020, little by little from 2010.',
    source: 'assumption after Li, Jin, Lai, Jing & Zhu 2024 (Scientific Reports), who reckon births back from the children of the census of 2020: below 1.5 children in towns and cities, '
      + 'above 1.8 in villages, and ever less apart; second children became free to couples in towns in 2014 and 2016',
  },
  familySupport: {
    value: 0, unit: 'yuan per child a year at wages of 2010', min: 0, max: 12_000, basis: 'policy',
    meaning: 'Cash for every child below 16, raised with wages.',
    source: 'policy: family support',
  },
  familyResponse: {
    value: 0.5, unit: 'ratio', min: 0, max: 2, basis: 'assumption',
    meaning: 'Rise of births per part of the household’s income per head that support for a child comes to.',
    source: 'assumption: cash raises births a little, more for a first year paid at once (Gauthier & Hatzius 1997; Milligan 2005; González 2013)',
  },
  fertilityFirst: {
    value: 2.5, unit: 'ratio', min: 1, max: 10, basis: 'assumption',
    meaning: 'How much readier couples without a child are to have one than those with one.',
    source: 'assumption: few couples remain without a child',
  },
  fertilityAfterSecond: {
    value: 0.25, unit: 'ratio', min: 0.05, max: 1, basis: 'assumption',
    meaning: 'Chance of a further birth after the second, relative to earlier births.',
    source: 'assumption: third births are few in 2010',
  },
  mortalityFactor: {
    value: 1, unit: '× UN rate', min: 0.5, max: 1.5, basis: 'assumption',
    meaning: 'Deaths relative to the UN rates.',
    source: 'assumption: the UN rates as they are',
  },
  mortalityPace: {
    value: 1, unit: '× the pace of the UN', min: 0, max: 2, basis: 'assumption',
    meaning: 'Pace at which death rates fall after 2010, relative to the UN’s medium variant.',
    source: 'assumption: the UN gives no other variant of mortality by age',
  },
  mortalityConverges: {
    value: 0.5, unit: 'share', min: 0, max: 1, basis: 'measured',
    meaning: 'Part of the differences in mortality between areas in 2001–05 (of the logarithms of their rates) that is gone by 2020, little by little.',
    source: 'derived: in 2020 people of villages could expect to live 1.9 years less than those of towns and cities, after that had fallen for decades (Han, Su, Zhao, Chen & Zheng 2023, '
      + 'BMJ Global Health: 22.7 months); the differences of 2001–05 would be 3.9 at the mortality of 2020',
  },
  mortalityHealthElasticity: {
    value: 0.1, unit: 'elasticity', min: 0, max: 0.4, basis: 'assumption',
    meaning: 'Fall of mortality with the local level of health care.',
    source: 'assumption',
  },
  graveIllness: {
    value: 1, unit: 'per death', min: 0, max: 5, basis: 'assumption',
    meaning: 'People who fall gravely ill and live, per death at the same age and place: their households think anew about where to live.',
    source: 'assumption: half of those who fall gravely ill die',
  },
  marriageAge2010: {
    value: 25, unit: 'years', min: 20, max: 32, basis: 'assumption',
    meaning: 'Mean age of women at first marriage in 2010.',
    source: 'assumption: 23 in 2000 and 28 in 2020',
  },
  marriageAge2020: {
    value: 28, unit: 'years', min: 20, max: 35, basis: 'assumption',
    meaning: 'Mean age of women at first marriage from 2020 on.',
    source: 'assumption: 23 in 2000 and 28 in 2020',
  },
  marriageHazard: {
    value: 0.24, unit: 'per year', min: 0.05, max: 0.5, basis: 'assumption',
    meaning: 'Highest yearly chance of an unpartnered woman to find a partner.',
    source: 'assumption, set by hand to the share of women of 20–24 who are married',
  },
  neolocalUrban: {
    value: 0.85, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Couples in towns and cities who found a household of their own at marriage.',
    source: 'assumption',
  },
  neolocalRural: {
    value: 0.45, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Couples in villages who found a household of their own at marriage.',
    source: 'assumption',
  },
  fission: {
    value: 0.04, unit: 'per year', min: 0, max: 0.2, basis: 'assumption',
    meaning: 'Yearly chance that a married couple leaves the household of his parents.',
    source: 'assumption: household size falls with it',
  },
  singlesLeave: {
    value: 0.06, unit: 'per year', min: 0, max: 0.3, basis: 'assumption',
    meaning: 'Yearly chance that somebody of 22 to 49 who has work, and no partner or child, leaves the parents, in towns and cities.',
    source: 'assumption: as many of that age live alone as in the first year',
  },
  babyStaysHome: {
    value: 0.75, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Newborns of a mother who works away, with somebody at home, who live there with their grandparents.',
    source: 'assumption: of the children of 0–5 left behind in 2010 11 m had both parents away (23.4 m, 46.7 %; Women’s Federation 2013); those with their parents were fewer, and most of them of households that had left whole',
  },
  seniorSecondary: {
    value: 0.72, unit: 'share', min: 0.2, max: 1, basis: 'assumption',
    meaning: 'Entry to senior secondary school at the national level of schooling, 2010.',
    source: 'assumption: gross enrolment 82.5 % in 2010, less in villages',
  },
  college: {
    value: 0.48, unit: 'share', min: 0.1, max: 0.9, basis: 'assumption',
    meaning: 'Entry to college among leavers of senior secondary school, 2010.',
    source: 'assumption: gross enrolment 26.5 % in 2010',
  },
  schoolInTown: {
    value: 0.33, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Village pupils of senior secondary school who are counted in the county’s town, where it is: most who board there are counted with their family.',
    source: 'assumption: as many as in the first year, so that nobody moves by a rule of counting; other boarders are taken to be counted with their family',
  },
  collegeInCapital: {
    value: 0.5, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Students who go to college in the largest city of the province; the others go to the city of their prefecture.',
    source: 'assumption',
  },
  graduatesReturn: {
    value: 0.5, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Students who go back to their family, or to the town of its county, when they leave college, and choose from there as others do.',
    source: 'assumption: the college share of young villagers stays what the census of 2010 found',
  },
  educationTrend: {
    value: 0.14, unit: 'logit per year', min: 0.05, max: 0.2, basis: 'assumption',
    meaning: 'Rise of both entry rates in 2010.',
    source: 'assumption: gross enrolment in higher education rose from 26.5 % in 2010 to 40 % in 2015 and 54.4 % in 2020, and students per 100,000 residents from 2,236 to 3,119 (Ministry of Education), while those of that age became fewer',
  },
  educationFade: {
    value: 12, unit: 'years', min: 6, max: 30, basis: 'assumption',
    meaning: 'Time in which that rise falls to 37 % (e-folding).',
    source: 'assumption: gross enrolment rose by 0.12 a year on the scale of the logit before 2020 and by 0.07 after it',
  },
  educationQuality: {
    value: 0.6, unit: 'logit per log point', min: 0, max: 2, basis: 'assumption',
    meaning: 'Effect of the local level of schooling on entry.',
    source: 'assumption',
  },
  educationParents: {
    value: 0.7, unit: 'logit per level', min: 0, max: 2, basis: 'assumption',
    meaning: 'Effect of one level of the mother’s education on entry.',
    source: 'assumption',
  },
  training: {
    value: 0, unit: 'yuan per migrant a year at wages of 2010', min: 0, max: 1500, basis: 'policy',
    meaning: 'Spent on each unskilled migrant worker of 16–49, raised with wages.',
    source: 'policy: training',
  },
  trainingCost: {
    value: 24_000, unit: 'yuan per worker at wages of 2010', min: 5000, max: 80_000, basis: 'assumption',
    meaning: 'Cost of bringing a worker from basic to skilled work.',
    source: 'assumption: three years of vocational schooling at about 8,000 yuan, however long it takes',
  },
  educationLeftBehind: {
    value: -0.3, unit: 'logit', min: -1, max: 0, basis: 'assumption',
    meaning: 'Effect of being left behind on entry.',
    source: 'assumption',
  },

  // Work
  agglomeration: {
    value: 0.06, unit: 'elasticity', min: 0.03, max: 0.12, basis: 'assumption',
    meaning: 'How much more larger places pay in the first year, and how much more work a place offers as it grows; pay then follows from jobs and seekers.',
    source: 'assumption; Combes, Démurger & Li 2013 find about three times Western values',
  },
  labourDemandElasticity: {
    value: 2, unit: 'elasticity', min: 0.3, max: 3, basis: 'assumption',
    meaning: 'Fall of jobs when wages rise above productivity.',
    source: 'assumption: with capital given and half of output paid for labour, demand falls by 1 / (1 − ½) of the rise of the wage (Cobb–Douglas); at a half wages would run away as the labour force shrinks',
  },
  wageAdjustment: {
    value: 0.35, unit: 'per year', min: 0.05, max: 1, basis: 'assumption',
    meaning: 'How fast the wage moves to balance jobs and seekers (elasticity to their ratio).',
    source: 'assumption; Gai, Guo, Li, Shi & Zhu (2021) find reform overstated about five-fold without the answer of wages and rents. Not so here: who moves answers little to either, and opening all cities brings about as many with wages and rents held still',
  },
  jobGrowth2010: {
    value: 0.0399, unit: 'per year', min: 0, max: 0.08, fit: 0.015, basis: 'assumption',
    meaning: 'Growth of urban jobs at constant wage in 2010.',
    source: 'assumption; wages take up most of what it changes, so that the facts of 2010–2015 tell little of it',
  },
  jobGrowthLate: {
    value: 0.002, unit: 'per year', min: -0.02, max: 0.03, basis: 'assumption',
    meaning: 'Growth of urban jobs in the long run.',
    source: 'assumption',
  },
  jobGrowthFade: {
    value: 27, unit: 'years', min: 3, max: 60, basis: 'measured',
    meaning: 'Time in which job growth moves from the first to the second (e-folding).',
    source: 'derived: urban employment grew 4.13 % a year in 2000–2010 and 3.18 % in 2010–2014 (National Bureau of Statistics), so its growth falls to 37 % in 27 years',
  },
  jobGrowthTown: {
    value: 0.006, unit: 'per year', min: -0.03, max: 0.05, basis: 'assumption',
    meaning: 'Growth of jobs in towns, above the mean, 2010; fading as job growth does.',
    source: 'assumption: share of out-migrants inside their province rises 2011–2015',
  },
  jobGrowthSmall: {
    value: 0.006, unit: 'per year', min: -0.03, max: 0.05, basis: 'assumption',
    meaning: 'The same, small cities.',
    source: 'assumption: as towns',
  },
  jobGrowthMedium: {
    value: 0, unit: 'per year', min: -0.03, max: 0.05, basis: 'assumption',
    meaning: 'The same, medium cities.',
    source: 'assumption: as the mean',
  },
  jobGrowthLarge: {
    value: 0, unit: 'per year', min: -0.03, max: 0.05, basis: 'assumption',
    meaning: 'The same, large cities.',
    source: 'assumption: as the mean',
  },
  jobGrowthVeryLarge: {
    value: 0, unit: 'per year', min: -0.03, max: 0.05, basis: 'assumption',
    meaning: 'The same, very large cities.',
    source: 'assumption: as the mean',
  },
  jobGrowthMega: {
    value: 0, unit: 'per year', min: -0.03, max: 0.05, basis: 'assumption',
    meaning: 'The same, mega cities.',
    source: 'assumption: as the mean',
  },
  jobGrowthByOutput: {
    value: 0.5, unit: 'elasticity', min: 0, max: 1, basis: 'assumption',
    meaning: 'Growth of a province’s jobs above the mean, per point by which its output grew faster than the nation’s, 2010–2014.',
    source: 'assumption: half of faster growth is more work, half is more output per worker; regional accounts',
  },
  productivityGrowth2010: {
    value: 0.0566, unit: 'per year', min: 0, max: 0.12, basis: 'measured',
    meaning: 'Growth of output per urban worker in 2010, at a given ratio of jobs to seekers: pay and output per worker rise faster where labour grows scarce.',
    source: 'derived: output at consumer prices grew 8.4 % a year 2010–2014 and urban employment 3.2 %, so output per worker 5.1 %, fading (National Bureau of Statistics)',
  },
  productivityGrowthLate: {
    value: 0.02, unit: 'per year', min: 0, max: 0.06, basis: 'assumption',
    meaning: 'Growth of output per urban worker in the long run, as above.',
    source: 'assumption',
  },
  productivityFade: {
    value: 12, unit: 'years', min: 3, max: 40, basis: 'assumption',
    meaning: 'Time in which productivity growth moves from the first to the second (e-folding).',
    source: 'assumption',
  },
  productivityGrowthTown: {
    value: 0, unit: 'per year', min: -0.03, max: 0.03, basis: 'assumption',
    meaning: 'Growth of output per worker in towns, above the mean, every year.',
    source: 'assumption: as the mean',
  },
  productivityGrowthSmall: {
    value: 0, unit: 'per year', min: -0.03, max: 0.03, basis: 'assumption',
    meaning: 'The same, small cities.',
    source: 'assumption: as the mean',
  },
  productivityGrowthMedium: {
    value: 0, unit: 'per year', min: -0.03, max: 0.03, basis: 'assumption',
    meaning: 'The same, medium cities.',
    source: 'assumption: as the mean',
  },
  productivityGrowthLarge: {
    value: 0, unit: 'per year', min: -0.03, max: 0.03, basis: 'assumption',
    meaning: 'The same, large cities.',
    source: 'assumption: as the mean',
  },
  productivityGrowthVeryLarge: {
    value: 0, unit: 'per year', min: -0.03, max: 0.03, basis: 'assumption',
    meaning: 'The same, very large cities.',
    source: 'assumption: as the mean',
  },
  productivityGrowthMega: {
    value: 0, unit: 'per year', min: -0.03, max: 0.03, basis: 'assumption',
    meaning: 'The same, mega cities.',
    source: 'assumption: as the mean',
  },
  skillPremium: {
    value: 1.55, unit: 'ratio', min: 1.1, max: 3, basis: 'assumption',
    meaning: 'Wage of a worker with senior secondary education or more, relative to others.',
    source: 'assumption',
  },
  skillAdaptation: {
    value: 0.4, unit: 'per year', min: 0, max: 1, basis: 'assumption',
    meaning: 'How fast the split of jobs by skill follows the skills on offer.',
    source: 'assumption: the skill premium was stable while schooling rose',
  },
  unemployment2010: {
    value: 0.055, unit: 'share', min: 0.02, max: 0.12, basis: 'assumption',
    meaning: 'Share of the urban labour force without work in 2010.',
    source: 'assumption; registered unemployment was 4.1 %',
  },
  unemploymentAtRest: {
    value: 0.08, unit: 'share', min: 0.02, max: 0.15, basis: 'assumption',
    meaning: 'Share of the urban labour force without work at which wages rise as productivity does; below it they rise faster.',
    source: 'assumption: so that urban unemployment stays near that of 2010 while jobs grow faster than those who look for them, as the surveys of 2018–2024 have it at about 5 % (National Bureau of Statistics)',
  },
  unemployedIncome: {
    value: 0.25, unit: '× wage', min: 0, max: 0.6, basis: 'assumption',
    meaning: 'Income of the unemployed from odd jobs and assistance.',
    source: 'assumption',
  },
  farmLabourElasticity: {
    value: 0.25, unit: 'elasticity', min: 0.15, max: 0.4, basis: 'assumption',
    meaning: 'Response of farm output to farm labour.',
    source: 'assumption',
  },
  fieldWay: {
    value: 0.05, unit: 'elasticity', min: 0, max: 0.3, basis: 'assumption',
    meaning: 'Fall of farm output with the number of villages that have merged: the way to the fields is longer.',
    source: 'assumption',
  },
  farmLandElasticity: {
    value: 0.5, unit: 'elasticity', min: 0.3, max: 0.6, basis: 'assumption',
    meaning: 'Response of farm output to land.',
    source: 'assumption: a half, as in studies of production',
  },
  farmTechnology: {
    value: 0.028, unit: 'per year', min: 0, max: 0.06, basis: 'assumption',
    meaning: 'Growth of farm output at constant land and labour.',
    source: 'assumption',
  },
  farmShare2010: {
    value: 0.367, unit: 'share', min: 0.3, max: 0.5, basis: 'measured',
    meaning: 'Share of all employed who farm in 2010; scales the pattern of the long form.',
    source: 'National Bureau of Statistics, employment by sector 2010',
  },
  localJobGrowth: {
    value: 0.1115, unit: 'per year', min: 0, max: 0.2, fit: 0.04, basis: 'assumption',
    meaning: 'Growth of off-farm jobs that villagers can reach from home, 2010.',
    source: 'assumption, set by hand to farming’s share of work and to migrant workers, 2010–2014; local rural migrant workers 88.9 m in 2010, 105.7 m in 2014',
  },
  localJobFade: {
    value: 14, unit: 'years', min: 3, max: 40, basis: 'assumption',
    meaning: 'Time in which that growth ends (e-folding).',
    source: 'assumption',
  },
  localJobs: {
    value: 0, unit: 'jobs per 1,000 rural workers', min: 0, max: 300, basis: 'policy',
    meaning: 'Off-farm jobs in villages added by policy.',
    source: 'policy: rural jobs',
  },
  villagerWage: {
    value: 0.6, unit: '× wage of the place', min: 0.3, max: 1, basis: 'measured',
    meaning: 'Pay of people with village registration in towns and cities, relative to others of their skill.',
    source: 'derived: 24,588 yuan a year of out-migrant workers to 41,799 of staff in urban units, 2011',
  },
  localWage: {
    value: 0.64, unit: '× pay of a villager in the county town', min: 0.3, max: 1, basis: 'assumption',
    meaning: 'Yearly pay of off-farm work that villagers do from home.',
    source: 'assumption: 0.8 of the year at 0.8 of the monthly pay (3,500 to 4,427 yuan, local to out-migrant workers, 2019)',
  },
  cropLoss: {
    value: 0.333, unit: 'share', min: 0, max: 0.6, basis: 'literature',
    meaning: 'Part of its harvest that a household loses when it sends a first worker away.',
    source: 'de Brauw, Taylor & Rozelle 2003',
  },
  remittanceReturn: {
    value: 1.36, unit: 'yuan per yuan', min: 1, max: 2, basis: 'literature',
    meaning: 'Income at home from each remitted yuan.',
    source: 'de Brauw, Taylor & Rozelle 2003',
  },
  remittanceSplit: {
    value: 0.3, unit: 'share of earnings', min: 0, max: 0.6, basis: 'assumption',
    meaning: 'Remitted by a member who works away.',
    source: 'assumption',
  },
  remittanceWhole: {
    value: 0.07, unit: 'share of earnings', min: 0, max: 0.3, basis: 'assumption',
    meaning: 'Remitted after a whole household has left.',
    source: 'assumption',
  },
  landPerHead: {
    value: 2.0, unit: 'mu per registered villager', min: 0.5, max: 6, basis: 'measured',
    meaning: 'Farmland behind each registered villager in 2010.',
    source: 'derived: about 1,826 m mu of farmland for about 920 m registered villagers',
  },
  lettingCost2010: {
    value: 0.56, unit: 'share', min: 0, max: 1, fit: 0.15, basis: 'assumption',
    meaning: 'Land offered that finds no taker for want of a market, 2010.',
    source: 'assumption, set by hand to the share of land let',
  },
  lettingCostLate: {
    value: 0.12, unit: 'share', min: 0, max: 1, fit: 0.1, basis: 'assumption',
    meaning: 'The same in the long run.',
    source: 'assumption, set by hand to the share of land let',
  },
  lettingFade: {
    value: 5, unit: 'years', min: 1, max: 20, basis: 'assumption',
    meaning: 'Time in which letting moves from the first to the second (e-folding).',
    source: 'assumption, set by hand to the share of land let',
  },
  lettingCost: {
    value: 1, unit: '× usual cost', min: 0, max: 2, basis: 'policy',
    meaning: 'Cost of letting land, relative to its usual course.',
    source: 'policy: land letting',
  },
  leaseYears: {
    value: 5, unit: 'years', min: 1, max: 30, basis: 'assumption',
    meaning: 'Time for which land is let; then it goes to who bids most.',
    source: 'assumption',
  },
  farmScaleBid: {
    value: 2.3, unit: 'elasticity', min: 0, max: 4, basis: 'assumption',
    meaning: 'Rise of the bid for land with the size of the farm, on an open market.',
    source: 'assumption, set by hand to 1.4 % of farms above 50 mu in 2015',
  },
  farmScaleEnd: {
    value: 50, unit: 'mu', min: 10, max: 200, basis: 'assumption',
    meaning: 'Size of farm at which costs fall no further.',
    source: 'assumption: the cost advantage of large farms ends at 50 mu',
  },
  landRentShare: {
    value: 0.25, unit: 'share', min: 0, max: 0.6, basis: 'assumption',
    meaning: 'Share of the product of let land that its holder receives.',
    source: 'assumption',
  },

  // Budget
  taxRate: {
    value: 0.207, unit: 'share of output', min: 0.1, max: 0.4, basis: 'measured',
    meaning: 'Public revenue as a share of output.',
    source: 'derived: 8,310 bn yuan of 40,151 bn in 2010',
  },
  centralShare: {
    value: 0.511, unit: 'share of revenue', min: 0.2, max: 0.8, basis: 'measured',
    meaning: 'Part of all revenue that goes to the centre.',
    source: 'National Bureau of Statistics, 2010',
  },
  landRevenue: {
    value: 130_000, unit: 'yuan per mu taken at wages of 2010', min: 0, max: 1_500_000, basis: 'assumption',
    meaning: 'Revenue of places from land taken for building, after the cost of development and before compensation, raised with wages.',
    source: 'assumption: 0.6 tn yuan a year net on 6.9 m mu, out of receipts of 2.7 tn in 2010',
  },
  transferPool: {
    value: 0.389, unit: 'share of revenue', min: 0, max: 0.6, basis: 'measured',
    meaning: 'Central money handed down to provinces.',
    source: 'derived: 3,234 bn yuan of 8,310 bn in 2010',
  },
  mixRebates: {
    value: 0.154, unit: 'share', min: 0, max: 1, basis: 'measured',
    meaning: 'Part of the pool paid as tax rebates.',
    source: 'derived from the Finance Yearbook, 2010',
  },
  mixEqualization: {
    value: 0.41, unit: 'share', min: 0, max: 1, basis: 'measured',
    meaning: 'Part of the pool paid as general equalization.',
    source: 'derived from the Finance Yearbook, 2010',
  },
  mixEarmarked: {
    value: 0.436, unit: 'share', min: 0, max: 1, basis: 'measured',
    meaning: 'Part of the pool paid as earmarked grants.',
    source: 'derived from the Finance Yearbook, 2010',
  },
  centralOwnSpending: {
    value: 0.192, unit: 'share of revenue', min: 0.1, max: 0.4, basis: 'measured',
    meaning: 'Spending of the centre itself.',
    source: 'derived: 1,599 bn yuan of 8,310 bn in 2010',
  },
  keptLocally: {
    value: 0.5, unit: 'share of local revenue', min: 0, max: 1, basis: 'assumption',
    meaning: 'Local revenue spent where it is collected.',
    source: 'assumption',
  },
  schoolingRise: {
    value: 1.096, unit: '× part of 2010', min: 1, max: 1.5, basis: 'measured',
    meaning: 'Schooling’s part of local spending from 2012 on, relative to 2010.',
    source: 'derived: public money for schooling was to be 4 % of output in 2012 (Outline of the National Plan for Education 2010–2020, July 2010) and was 3.65 % in 2010',
  },
  healthRise2011: {
    value: 1.13, unit: '× part of 2010', min: 1, max: 2, basis: 'measured',
    meaning: 'Health care’s part of local spending in 2011, relative to 2010.',
    source: 'derived: 200 yuan for each insured resident after 120 in 2010 (State Council 2011, No. 8), which for 1.03 bn were 26 % of spending on health; output to grow by 7 % and prices by 3.5 % a year, as planned',
  },
  healthRise: {
    value: 1.21, unit: '× part of 2010', min: 1, max: 2, basis: 'measured',
    meaning: 'The same from 2015 on.',
    source: 'derived: 360 yuan in 2015 (State Council 2012, No. 11), as above',
  },
  ruralWeight: {
    value: 1, unit: '× an urban user', min: 0.3, max: 3, basis: 'policy',
    meaning: 'Weight of a rural user when a province allocates its spending.',
    source: 'policy: rural tilt',
  },
  earmarkedMatching: {
    value: 0.5, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'How far earmarked grants follow a province’s own money rather than its users.',
    source: 'assumption: matching grants need own money',
  },
  ruralPension: {
    value: 60, unit: 'yuan a month at wages of 2010', min: 0, max: 2000, basis: 'measured',
    meaning: 'Pension of a rural resident of 60 and over, raised with wages.',
    source: 'derived: 700 yuan a year in the 2010 pilot',
  },
  assistancePaid: {
    value: 890, unit: 'yuan per recipient a year at wages of 2010', min: 0, max: 6000, basis: 'measured',
    meaning: 'Assistance per recipient, raised with wages.',
    source: 'derived from spending per recipient, 2012',
  },
  pensionUrban: {
    value: 0.5, unit: '× mean urban wage', min: 0.2, max: 0.9, basis: 'measured',
    meaning: 'Pension of a retired urban worker, paid by contributions.',
    source: 'derived: 16,741 yuan per recipient in 2010',
  },
  pensionCoverage: {
    value: 0.62, unit: 'share', min: 0.2, max: 1, basis: 'measured',
    meaning: 'Urban registered residents above the retirement age with a worker’s pension.',
    source: 'derived: 63 m recipients in 2010',
  },

  // Services
  fixedCost: {
    value: 0.54, unit: '× variable cost at the reference size', min: 0, max: 1.5, basis: 'assumption',
    meaning: 'Fixed cost of a facility; halving its users raises unit cost by 35 %.',
    source: 'assumption: 30–40 %',
  },
  qualityElasticity: {
    value: 0.5, unit: 'elasticity', min: 0.2, max: 1, basis: 'assumption',
    meaning: 'Rise of quality with quantity.',
    source: 'assumption: quality rises with the square root of quantity',
  },
  leak: {
    value: 0.2, unit: 'share', min: 0, max: 0.5, basis: 'assumption',
    meaning: 'Quality lost without supervision.',
    source: 'assumption',
  },
  supervision: {
    value: 0.3, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Part of that loss which supervision prevents.',
    source: 'assumption',
  },
  supervisionCost: {
    value: 0.05, unit: 'share of spending on services', min: 0, max: 0.3, basis: 'assumption',
    meaning: 'What complete supervision costs; that of the base year is part of its administration.',
    source: 'assumption: inspection, audit and published results take a twentieth of the money they watch',
  },
  marketPrice: {
    value: 1.3, unit: '× running cost of a user', min: 1.05, max: 3, basis: 'assumption',
    meaning: 'What users pay providers of the market; what lies above the running cost must cover the fixed cost of a facility.',
    source: 'assumption',
  },
  socialCost: {
    value: 0.7, unit: '× cost of the government', min: 0.4, max: 1, basis: 'assumption',
    meaning: 'Cost of a user whom social organisations serve.',
    source: 'assumption: volunteers and gifts',
  },
  socialCapacityVillage: {
    value: 0.3, unit: 'share of users', min: 0, max: 1, basis: 'assumption',
    meaning: 'Most whom social organisations can serve in a village.',
    source: 'assumption: neighbours and kin help more where people know each other',
  },
  socialCapacityUrban: {
    value: 0.15, unit: 'share of users', min: 0, max: 1, basis: 'assumption',
    meaning: 'Most whom social organisations can serve in a town or city.',
    source: 'assumption',
  },
  boarding: {
    value: 0, unit: 'yuan per boarding pupil a year at wages of 2010', min: 0, max: 10_000, basis: 'policy',
    meaning: 'Public money for pupils who board because their village has no school, raised with wages.',
    source: 'policy: boarding',
  },
  boardingCost: {
    value: 3000, unit: 'yuan per boarding pupil a year at wages of 2010', min: 500, max: 10_000, basis: 'assumption',
    meaning: 'Money at which every pupil can board whom the way would keep from school, raised with wages.',
    source: 'assumption: meals, beds and wardens; 750 yuan were paid for meals of poor boarders in 2010',
  },
  boardingReach: {
    value: 0.8, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'What boarding gives back of the access to school that the way takes.',
    source: 'assumption: home only at weekends',
  },
  wageCostShare: {
    value: 0.9, unit: 'elasticity', min: 0, max: 1, basis: 'assumption',
    meaning: 'Rise of the cost of services with the wages of the nation.',
    source: 'assumption: services are mostly staff',
  },
  schoolDistance: {
    value: 2.5, unit: 'km', min: 0.5, max: 10, basis: 'assumption',
    meaning: 'Distance at which access to a primary school falls to 37 %.',
    source: 'assumption',
  },
  clinicDistance: {
    value: 8, unit: 'km', min: 1, max: 40, basis: 'assumption',
    meaning: 'Distance at which a village’s access to health care falls to 37 %; what is counted is a quarter of the way to town, at most 20 km, because most care is nearer.',
    source: 'assumption: a clinic at 3 km and the county hospital at 25 km, together',
  },
  pupilsPerSchool: {
    value: 254, unit: 'pupils per school', min: 50, max: 1000, basis: 'measured',
    meaning: 'Mean size of a rural primary school in 2010.',
    source: 'derived: 53.5 m pupils in 210,894 schools',
  },
  schoolClosing: {
    value: 60, unit: 'pupils', min: 0, max: 300, basis: 'assumption',
    meaning: 'Rural primary schools smaller than this are closed.',
    source: 'assumption: schools went from 440,284 to 210,894 in 2000–2010',
  },
  villageMerging: {
    value: 0, unit: 'residents', min: 0, max: 2000, basis: 'policy',
    meaning: 'Villages smaller than this move together.',
    source: 'policy: village merging',
  },
  mergingSpeed: {
    value: 0.2, unit: 'per year', min: 0, max: 1, basis: 'assumption',
    meaning: 'Share of the villages below the threshold that move each year.',
    source: 'assumption',
  },
  mergingBudget: {
    value: 60_000, unit: 'yuan per household at wages of 2010', min: 0, max: 200_000, basis: 'policy',
    meaning: 'Paid for each household that moves, raised with wages.',
    source: 'policy: merging budget',
  },
  mergingCost: {
    value: 60_000, unit: 'yuan per household at wages of 2010', min: 5000, max: 400_000, basis: 'assumption',
    meaning: 'Cost of a house and its roads and pipes in a new rural community: where less is paid, fewer villages move.',
    source: 'assumption',
  },
  communitySize: {
    value: 3000, unit: 'residents', min: 500, max: 10_000, basis: 'assumption',
    meaning: 'Size of a new rural community.',
    source: 'assumption',
  },
  schoolClosingSpeed: {
    value: 0.3, unit: 'per year', min: 0, max: 1, basis: 'assumption',
    meaning: 'Share of the schools below the threshold that close each year.',
    source: 'assumption',
  },
  accessSmall: {
    value: 0.9, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Access of residents registered elsewhere to schooling, towns to medium cities.',
    source: 'assumption',
  },
  accessLarge: {
    value: 0.75, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'The same, large and very large cities.',
    source: 'assumption',
  },
  accessMega: {
    value: 0.6, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'The same, mega cities.',
    source: 'assumption',
  },
  accessHealth: {
    value: 0.75, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Access of residents registered elsewhere to health care.',
    source: 'assumption: 0.6 to 0.9',
  },
  accessAssistance: {
    value: 0.3, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Access of residents registered elsewhere to pensions and assistance.',
    source: 'assumption: 0 to 0.5',
  },

  // Migration
  reconsider: {
    value: 0.3, unit: 'per year', min: 0.05, max: 1, basis: 'assumption',
    meaning: 'Chance that a household of the most mobile age thinks anew without an event.',
    source: 'assumption',
  },
  wageWeight: {
    value: 1.8, unit: 'utility per log point', min: 1.65, max: 2.18, basis: 'literature',
    meaning: 'Weight of expected real income.',
    source: 'Gu, Lao, Wen & Zhao 2022',
  },
  distanceWeight: {
    value: 1.5, unit: 'utility per log point', min: 0.8, max: 2.7, fit: 0.4, basis: 'assumption',
    meaning: 'Weight of ln(1 + distance / 30 km).',
    source: 'assumption: 1.5, from 0.8 to 2.7; fitted to the share of migrants inside their province and to how provinces grew until 2015',
  },
  affinity: {
    value: 0.5, unit: 'exponent', min: 0, max: 1, basis: 'assumption',
    meaning: 'How far the matrix of birthplaces of 2010 beyond gravity tells who goes where; networks carry the rest. How many leave each province, and arrive, is fitted to 2010–2015.',
    source: 'assumption: half; bilateral costs from observed flows as in Tombe & Zhu 2019',
  },
  border: {
    value: 0.3, unit: 'utility', min: 0, max: 2, basis: 'assumption',
    meaning: 'Cost of crossing the border of a province, beside that of distance.',
    source: 'assumption, set by hand to the 53 m who lived in another province in 2015 than in 2010 (1 % survey of 2015)',
  },
  villageTies: {
    value: 1, unit: '× fitted', min: 0, max: 1.5, basis: 'assumption',
    meaning: 'How far what holds people in the villages of a province counts, beyond incomes, services, distance and kin: constants by province, fitted to the urban shares by province of 2015.',
    source: 'assumption: in full, and for good; constants of the alternatives as in Berry 1994 and Train 2009, from the yearbook of 2016',
  },
  transportEase: {
    value: 0, unit: 'share', min: 0, max: 0.6, basis: 'policy',
    meaning: 'Part of the cost of distance that better transport saves.',
    source: 'policy: transport',
  },
  weightHealth: {
    value: 0.4, unit: 'utility per log point', min: 0, max: 1, basis: 'literature',
    meaning: 'Weight of health care.',
    source: 'Xia & Lu 2015: each service below the wage',
  },
  weightSchooling: {
    value: 0.3, unit: 'utility per log point', min: 0, max: 1, basis: 'literature',
    meaning: 'Weight of schooling; × 2.5 with a child of 3–15, × 0.2 for the single.',
    source: 'Xia & Lu 2015: each service below the wage',
  },
  weightInfrastructure: {
    value: 0.15, unit: 'utility per log point', min: 0, max: 1, basis: 'literature',
    meaning: 'Weight of housing and infrastructure.',
    source: 'Xia & Lu 2015: each service below the wage',
  },
  weightAssistance: {
    value: 0.1, unit: 'utility per log point', min: 0, max: 1, basis: 'literature',
    meaning: 'Weight of care and assistance; × 3 for the old.',
    source: 'Xia & Lu 2015: each service below the wage',
  },
  weightRent: {
    value: 0.5, unit: 'utility per log point', min: 0, max: 1.5, basis: 'assumption',
    meaning: 'Weight of rent.',
    source: 'assumption',
  },
  rentElasticity: {
    value: 0.3, unit: 'elasticity', min: 0.1, max: 0.6, basis: 'assumption',
    meaning: 'Rise of rent with the size of a place.',
    source: 'assumption',
  },
  rentPerHead: {
    value: 2000, unit: 'yuan per head a year at wages of 2010', min: 200, max: 10_000, basis: 'assumption',
    meaning: 'Rent of a family member where the rent index is 1, raised with wages.',
    source: 'assumption; migrant workers spent 445 yuan a month on housing in 2014, mostly where rents are twice that',
  },
  rentSubsidy: {
    value: 0, unit: 'share', min: 0, max: 0.8, basis: 'policy',
    meaning: 'Part of the rent that is paid for families registered elsewhere.',
    source: 'policy: rental housing',
  },
  rentLandElasticity: {
    value: 1, unit: 'elasticity', min: 0, max: 3, basis: 'assumption',
    meaning: 'Rise of rent when a place has less land than its people want, relative to all their land.',
    source: 'assumption: as much floor space less as land less',
  },
  networkWeight: {
    value: 2, unit: 'utility', min: 0, max: 3.5, basis: 'assumption',
    meaning: 'Weight of co-villagers at the destination.',
    source: 'assumption; +10 points of co-villagers away bring +7.3 points (Chen, Jin & Yue 2010)',
  },
  networkHalf: {
    value: 0.2, unit: 'share of all registered in the village', min: 0.05, max: 1, basis: 'assumption',
    meaning: 'Share of co-villagers who live at the destination at which half of that weight is reached.',
    source: 'assumption',
  },
  hukouSmall: {
    value: 0.2, unit: 'utility', min: 0, max: 3, basis: 'assumption',
    meaning: 'Cost of living unregistered in a town or small city.',
    source: 'assumption',
  },
  hukouMedium: {
    value: 0.4, unit: 'utility', min: 0, max: 3, basis: 'assumption',
    meaning: 'The same, medium city.',
    source: 'assumption',
  },
  hukouLarge: {
    value: 0.9, unit: 'utility', min: 0, max: 3, basis: 'assumption',
    meaning: 'The same, large or very large city.',
    source: 'assumption',
  },
  hukouMega: {
    value: 1.5, unit: 'utility', min: 0, max: 3, basis: 'assumption',
    meaning: 'The same, mega city.',
    source: 'assumption',
  },
  hukouReform: {
    value: 1, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'How far the reform of 2014 lifts what it costs to live unregistered: at 1 wholly in towns and small cities at once, by 2020 in medium cities, and by half in cities of 1 to 5 m.',
    source: 'assumption: as registration is opened; State Council 2014, No. 25 (towns and small cities open, medium ones in order, cities of 1 to 5 m on conditions)',
  },
  ceilings: {
    value: 1, unit: 'exponent', min: 0, max: 1, basis: 'literature',
    meaning: 'How strictly Beijing (23 m residents) and Shanghai (25 m) hold to their ceilings from 2014 on: newcomers find what is left of the room of 2010, to this power; 0 is no ceiling.',
    source: 'National New-type Urbanization Plan 2014–2020, strict control of cities above 5 m; master plans of Beijing 2016–2035 and Shanghai 2017–2035; that they are kept in proportion is an assumption',
  },
  nestScale: {
    value: 0.5, unit: 'ratio', min: 0.4, max: 0.75, basis: 'literature',
    meaning: 'Dissimilarity of places within a way of moving.',
    source: 'Liu, Zhuo & Wang 2020: 0.51 to 0.62 with standard errors of 0.06, nested logit of the cities to which migrants in China go on; that it holds within every way of moving is assumed',
  },
  separation: {
    value: 1.2, unit: 'utility', min: 0, max: 3, fit: 0.5, basis: 'assumption',
    meaning: 'Cost of living apart, per partner or child left behind.',
    source: 'assumption',
  },
  budgetShared: {
    value: 0.62, unit: 'share of earnings', min: 0.3, max: 1, basis: 'assumption',
    meaning: 'What the earnings of a member away are worth to the household, after living costs away.',
    source: 'assumption',
  },
  constantSend: {
    value: 1.25, unit: 'utility', min: -8, max: 4, fit: 1, basis: 'assumption',
    meaning: 'Constant of sending a member away.',
    source: 'assumption, set by hand to the number of out-migrant workers',
  },
  moveOn: {
    value: 5, unit: 'utility', min: 0, max: 8, basis: 'assumption',
    meaning: 'Cost of going on from one place away to another, beside that of going away: work, lodging and friends there are left.',
    source: 'assumption, set by hand so that some 2 % of out-migrants return a year; 2 to 6 % follow from the years that those of 2010 had been away',
  },
  constantMove: {
    value: -3.6, unit: 'utility', min: -8, max: 4, fit: 1, basis: 'assumption',
    meaning: 'Constant of moving whole.',
    source: 'assumption, set by hand to the share of whole households',
  },
  constantJoin: {
    value: -2.95, unit: 'utility', min: -8, max: 4, fit: 1, basis: 'assumption',
    meaning: 'Constant of bringing the family after.',
    source: 'assumption, set by hand to the share of whole households',
  },
  constantReturn: {
    value: -5.5, unit: 'utility', min: -8, max: 4, fit: 0.3, basis: 'assumption',
    meaning: 'Constant of returning.',
    source: 'assumption, set by hand so that some 2 % of out-migrants return a year; 2 to 6 % follow from the years that those of 2010 had been away',
  },
  townMove: {
    value: 1.2, unit: 'utility', min: -2, max: 4, basis: 'assumption',
    meaning: 'Lower cost of moving whole to the town of one’s own county.',
    source: 'assumption',
  },
  returnAge: {
    value: 0.05, unit: 'utility per year over 50', min: 0, max: 0.3, basis: 'assumption',
    meaning: 'Rise of return with age over 50.',
    source: 'assumption',
  },
  returnUnemployed: {
    value: 1, unit: 'utility', min: 0, max: 3, basis: 'assumption',
    meaning: 'Rise of return when out of work.',
    source: 'assumption',
  },
  returnSchool: {
    value: 0.5, unit: 'utility', min: 0, max: 3, basis: 'assumption',
    meaning: 'Rise of the return of a parent who is away when a child at home is 5–12.',
    source: 'assumption',
  },
  returnFrail: {
    value: 0.4, unit: 'utility', min: 0, max: 3, basis: 'assumption',
    meaning: 'Rise of the return of who is away when somebody of 75 and over at home needs help.',
    source: 'assumption',
  },
  returnTown: {
    value: 0.45, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Returns that end in the town of the county rather than in the village.',
    source: 'assumption; many return to the town',
  },
  conversion: {
    value: 0.034, unit: 'per year', min: 0, max: 0.2, fit: 0.015, basis: 'assumption',
    meaning: 'Yearly chance to take up local registration before 2014.',
    source: 'assumption, set by hand to the registered urban share of 2012',
  },
  conversionReform: {
    value: 4.5, unit: '×', min: 1, max: 6, fit: 1, basis: 'assumption',
    meaning: 'The same after the reform of 2014, relative to before.',
    source: 'assumption, set by hand to the registered urban share of 2015',
  },

  // Land and villages
  landPerResident: {
    value: 0.56, unit: 'mu per new urban resident', min: 0.05, max: 1, basis: 'measured',
    meaning: 'Land that a growing place whose rent is 1 takes for each newcomer who does not live on it already.',
    source: 'derived: 6.9 m mu a year were taken in 2011–2015',
  },
  landRentElasticity: {
    value: 1, unit: 'elasticity', min: 0, max: 2, basis: 'assumption',
    meaning: 'Fall of land for each newcomer with the rent of the place, which is 1 in a town of 200,000.',
    source: 'assumption: a given share of income is spent on land (Alonso 1964, Muth 1969); a city of 15 m then takes about 80 m² for a newcomer',
  },
  fringeLandPerHead: {
    value: 0.7, unit: 'mu per villager', min: 0.1, max: 2, fit: 0.15, basis: 'assumption',
    meaning: 'Farmland per villager at the edge of the built-up land in 2010: land taken brings so many villagers into the town; it rises as a town reaches out.',
    source: 'assumption, set by hand to the urban share of 2015; surveys count about 0.7 mu taken per villager who loses land',
  },
  compensation: {
    value: 20, unit: '× yearly output', min: 5, max: 60, basis: 'assumption',
    meaning: 'Compensation for land taken.',
    source: 'assumption: 16 to 30 times in the law of 2004',
  },
  fairCompensation: {
    value: 30, unit: '× yearly output', min: 5, max: 100, basis: 'assumption',
    meaning: 'What holders take as fair.',
    source: 'assumption',
  },
  fairRentElasticity: {
    value: 0.3, unit: 'elasticity', min: 0, max: 1, basis: 'assumption',
    meaning: 'Rise of that with the rent of the town that takes the land.',
    source: 'assumption: disputes gather at the fringe of large cities',
  },
  disputeSlope: {
    value: 1.5, unit: 'logit', min: 0.2, max: 5, basis: 'assumption',
    meaning: 'Response of disputes to (fair − offer) / offer.',
    source: 'assumption',
  },
  disputeConstant: {
    value: -2.85, unit: 'logit', min: -6, max: 2, basis: 'assumption',
    meaning: 'Disputes at a fair offer, with consent and without packages.',
    source: 'assumption',
  },
  disputeConsent: {
    value: 1, unit: 'logit', min: 0, max: 4, basis: 'assumption',
    meaning: 'Response of disputes to want of consent.',
    source: 'assumption',
  },
  landConsent: {
    value: 0.4, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Holders who were asked before their land is taken.',
    source: 'assumption',
  },
  disputePackage: {
    value: 1, unit: 'logit', min: 0, max: 4, basis: 'assumption',
    meaning: 'Fall of disputes where jobs or pensions come with the pay.',
    source: 'assumption',
  },
  landPackage: {
    value: 0.15, unit: 'share', min: 0, max: 1, basis: 'assumption',
    meaning: 'Takings that come with jobs or pensions.',
    source: 'assumption',
  },
  farmlandKept: {
    value: 0, unit: 'share of base year', min: 0, max: 1, basis: 'policy',
    meaning: 'Farmland below which no land is taken.',
    source: 'policy: farmland redline',
  },
  hollow: {
    value: 0.6, unit: 'residents / registered', min: 0.3, max: 0.9, basis: 'definition',
    meaning: 'A village is hollow below this ratio.',
    source: 'definition of an observer: nothing acts on it',
  },
  hollowHouses: {
    value: 0.3, unit: 'share of houses', min: 0.1, max: 0.9, basis: 'definition',
    meaning: 'A village is hollow by its houses where a larger share of them stands empty.',
    source: 'definition of an observer: nothing acts on it',
  },
  serviceStandard: {
    value: 0.8, unit: '× mean quality at the facility in 2010, before distance and registration', min: 0.2, max: 1.5, basis: 'definition',
    meaning: 'Level of services from which people count as at standard.',
    source: 'definition of an observer: nothing acts on it',
  },
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

/** Share of what province and counties raise themselves that counties pay when no lever is moved: the rest of it is pooled. */
export const usualCountyDuty = 0.5

const unmoved: Parameters = {
  ...Object.fromEntries(Object.entries(parameters).map(([id, { value }]) => [id, value])) as Record<ParameterId, number>,
  equalizationFormula: 'needGap',
  fertilityVariant: 'medium',
  hukouOpenness: { town: 0, small: 0, medium: 0, large: 0, veryLarge: 0, mega: 0 },
  floor: forEachService(0), centralDuty: forEachService(0), countyDuty: forEachService(usualCountyDuty),
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
