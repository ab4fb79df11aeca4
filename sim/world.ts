/**
 * The state of the model: people, households, places and governments as columns.
 * `i` is a person; −1 means nobody. People are added to households, moved between them and removed here, in sim/tidy.ts and in compiled loops, which have
 * sim/loops/world.ts for it.
 */
import {
  atHome, college, farm, infant, junior, offFarm, primary, pupil, retired, senior, unemployed,
} from './codes/person-word.ts'
import { createMemory, type Column, type Kind, type Memory } from './memory.ts'
import { services } from './services.ts'

export const education = { primary, junior, senior, college } as const
export const activity = { infant, pupil, farm, offFarm, unemployed, retired, atHome } as const

export interface People {
  /** Slots used, the dead included until the next tidy-up. */
  count: number
  /** Age, sex, education, activity, alive, registration, event, children born, years away. */
  word: Uint32Array
  /** The two halves of the id that draws are keyed by; never reused. */
  idLow: Int32Array
  idHigh: Int32Array
  /** Whose budget it shares. */
  household: Int32Array
  /** The next member of the same household, or −1. */
  next: Int32Array
  /** Place of residence, six months a year or more. */
  place: Uint16Array
  /** Place of registration (hukou). */
  registered: Uint16Array
  /** Parents and partner as indices; a parent may be dead, and is −1 once memory has been tidied. */
  mother: Int32Array
  father: Int32Array
  partner: Int32Array
  /** Low halves of the parents' ids, 0 where unknown: kin know each other when the parents are gone. */
  motherId: Int32Array
  fatherId: Int32Array
}

export interface Households {
  /** Slots used, those without members included until the next tidy-up; ids as people have them. */
  count: number
  idLow: Int32Array
  idHigh: Int32Array
  /** First member; −1 when nobody is left. */
  first: Int32Array
  /** Where the household keeps house. */
  home: Uint16Array
  /** Where it holds land and house since the beginning. */
  origin: Uint16Array
  /** Contracted land, mu per real household. */
  land: Float32Array
  /** Land let to others, mu per real household. */
  landLet: Float32Array
  /** Land rented from others, mu per real household. */
  landRented: Float32Array
  /** Income of the members at home, yuan of 2010 per head a year; without what is paid for land, which is had once. */
  income: Float32Array
  /** What the members at home receive together wherever they move, yuan of 2010 a year: pensions, and support for children. */
  pensions: Float32Array
  support: Float32Array
  /** What its members away earn, yuan of 2010 a year. */
  payAway: Float32Array
  /** What is to be paid for land with the next year's incomes, yuan of 2010 per real household. */
  landPay: Float32Array
  /** Counts of members, written by work: see household-word.ts. */
  word: Uint32Array
}

/** Columns of places: villages first, then towns and cities. */
export interface Places {
  /** Number of places. */
  count: number
  /** Number of villages; places from here on are urban. */
  villages: number
  /** Index into `tiers`; 0 for villages. */
  tier: Uint8Array
  /** The county whose name it bears. */
  county: Int32Array
  /** Where it lies; degrees. */
  prefecture: Int32Array
  province: Uint8Array
  longitude: Float64Array
  latitude: Float64Array
  /** Unit vectors of the coordinates. */
  x: Float64Array
  y: Float64Array
  z: Float64Array
  /** Real villages or towns that it stands for; a part of one where only a district of a city is simulated. */
  units: Float64Array
  /**
   * Unit of the stored run that its people, labour, wages and chances of work are read from, and its share in that unit; −1 where they are computed, as
   * everywhere in the nation. People of the stage who live in such a place are simulated like all others.
   */
  given: Int32Array
  givenShare: Float64Array
  /** Part of the place that a stage shows: to others it is as large as it is in full. 1 but for the village stage. */
  shown: Float64Array
  /** Share of its villages of the base year that have merged into others. */
  merged: Float64Array
  /** The town of a village; a town's own index. */
  town: Int32Array
  /** The main city of the prefecture. */
  city: Int32Array
  /** Way from a village to its town, km. */
  townDistance: Float64Array
  /** Position of a town or city among those of its prefecture. */
  urbanRank: Int32Array
  /**
   * Where a coarse run joins counties: each village and each town or city of its prefecture, `pairStart[village] + urbanRank[town]`. The share of such
   * pairs of county and seat that are one county, and the distance that stands for the others, km. Empty where no counties are joined.
   */
  pairStart: Int32Array
  pairOwn: Float64Array
  pairDistance: Float64Array
  /** Of the people registered in the village who live in the town or city, the share that comes from its county: as in the first year. */
  pairLocal: Float64Array
  /** Counties it covers: `partCounty[partStart[j] … partStart[j + 1]]` and the share of each. */
  partStart: Int32Array
  partCounty: Int32Array
  partShare: Float64Array

  /** Farmland in the base year, mu, real. */
  farmlandBase: Float64Array
  /** Farmland now, mu, real. */
  farmland: Float64Array
  /** Land let, mu, real. */
  landLet: Float64Array
  /** Land nobody works, mu, real. */
  landIdle: Float64Array
  /** Land that households who farm work, mu, real: by contract, by lease, or for kin, neighbours and nobody. With idle land it is all farmland. */
  landFarmed: Float64Array
  /** Farms, real. */
  farms: Float64Array
  /** Those of them that work more than 50 mu. */
  largeFarms: Float64Array

  /** Births of a woman with a partner, × what her age and area give: the counties' own level of 2010, 1 in the nation. */
  fertility: Float64Array

  /** Residents, simulated, at the last count. */
  residents: Int32Array
  /** Persons registered here, simulated, at the last count. */
  registered: Int32Array
  /** Residents registered elsewhere. */
  incomers: Int32Array
  /** Residents in the first year, simulated. */
  residentsBase: Float64Array
  /** Most residents so far: land is taken for growth beyond it. */
  largest: Int32Array
  /** Labour force by skill: `[place * 2 + skill]`, simulated persons. */
  labour: Int32Array
  /** Off-farm jobs by skill in the base year, simulated persons. */
  jobsBase: Float64Array
  /** Off-farm jobs by skill now, simulated persons. */
  jobs: Float64Array
  /** Yearly pay by skill, yuan of 2010. */
  wage: Float64Array
  /** What the wage would be at balance, by skill, yuan of 2010. */
  productivity: Float64Array
  /** Chance of work by skill, 0–1. */
  employment: Float64Array
  /** Off-farm workers per worker of a village in the base year. */
  localShareBase: Float64Array
  /** The same now. */
  localShare: Float64Array
  /** Income of a farm worker, yuan of 2010 a year. */
  farmIncome: Float64Array
  /** The same in the base year. */
  farmIncomeBase: Float64Array
  /** Farm workers, simulated. */
  farmWorkers: Int32Array
  /** The same in the base year. */
  farmWorkersBase: Float64Array
  /** Residents of a village who work off the farm there, simulated. */
  offFarmWorkers: Int32Array
  /** Residents of 60 and over, simulated. */
  elders: Int32Array
  /** What households that left the village whole send its old, simulated yuan a year. */
  familyGifts: Float64Array
  /** Rent index, 1 in a place of 200,000. */
  rent: Float64Array

  /** Users, simulated persons, by service as all that follows to `quantityBase`: `[place * 6 + service]`. */
  users: Float64Array
  /** What is spent on them, yuan of 2010, real. */
  spending: Float64Array
  /** Cost of a user with its part of a facility's fixed cost, relative to the variable cost of one pupil in the base year. */
  unitCost: Float64Array
  /** Central money that reaches the place's services, yuan of 2010, real. */
  transfers: Float64Array
  /** Quality at the facility in the base year, 1 is the national mean of 2010. */
  levelBase: Float64Array
  /** The same now. */
  level: Float64Array
  /** Share of users whom distance and closing leave access, 0–1. */
  access: Float64Array
  /** Real quantity per user in the base year, for comparison. */
  quantityBase: Float64Array
  /** Children of primary school age, simulated. */
  pupils: Int32Array
  /** Primary schools of a village, real. */
  schools: Float64Array
  /** What users paid providers of the market this year, yuan of 2010, real; no public money. */
  fees: Float64Array
  /** Land taken this year, mu, real. */
  landTaken: Float64Array
  /** Disputes about it, cases. */
  disputes: Float64Array
  /** Land that a town or city wants for its growth and did not get yet, mu, real. */
  landShort: Float64Array
}

/** Money in yuan of 2010, real, of the current year. */
export interface Governments {
  /** What workers earn and produce, by province as all but the last. */
  output: Float64Array
  /** Taxes on it, before they are shared with the centre. */
  taxes: Float64Array
  /** Own revenue after sharing with the centre, land revenue included. */
  revenue: Float64Array
  /** Tax rebates from the pool of transfers. */
  rebates: Float64Array
  /** General equalization from the pool. */
  equalization: Float64Array
  /** Earmarked grants from the pool. */
  earmarked: Float64Array
  /** What the centre pays for services by itself, on top of the pool of transfers. */
  direct: Float64Array
  /** Borrowed this year. */
  borrowed: Float64Array
  /** Borrowed since the first year; interest is not followed. */
  debt: Float64Array
  /** All that is spent in the year. */
  spending: Float64Array
  /** Spending that no service receives: administration, supervision and all else. */
  administration: Float64Array
  /**
   * Spending on services by the level whose money it is: `[(province * 6 + service) * 3 + level]`, level 0 centre (transfers that reach services,
   * earmarked grants, direct payments), 1 province (money of its own and borrowed that it pools), 2 county (revenue spent where it is collected).
   * Over levels it adds up to the `spending` of the province's places.
   */
  byLevel: Float64Array
  /** Rural pensions and assistance paid in cash. */
  cash: Float64Array
  /** Outlays on programmes that wait for the next budget: see outlays.ts. */
  programmes: Float64Array
  /** Those that this year's budget paid. */
  programmesPaid: Float64Array
  /** Land revenue of the year before, spent in this one: before those who lost the land are paid, which is a programme. */
  landRevenue: Float64Array
  /** Part of the money for each service that comes from land: `[province * 6 + service]`. */
  fromLand: Float64Array
  /** What is due to those who lost land and was not paid yet. */
  landDue: Float64Array
  /** Provincial tax effort, × the national rate. */
  effort: Float64Array
  /** Readiness to go from one province to another beyond gravity, `[from * provinces + to]`, 1 on average. */
  affinity: Float64Array
  /** What holds people in the villages of a province beyond incomes, services, distance and kin, utility: see experiments/ties.ts. */
  ties: Float64Array
  /** The centre's own accounts; `centre` names the positions. */
  central: Float64Array
}

/**
 * Positions in the centre's own accounts; `direct` is paid for services on top of the pool, `debt` is borrowed since the first year; `pensions` are what
 * retired workers were paid, and `contributions` what workers were deducted for it.
 */
export const centre = { taxes: 0, ownSpending: 1, borrowed: 2, pensions: 3, pool: 4, direct: 5, contributions: 6, debt: 7 } as const

/** Positions in `governments.byLevel`, and how many there are. */
export const levelOfGovernment = { centre: 0, province: 1, county: 2 } as const
export const levelsOfGovernment = 3

export interface World {
  /** The last year that was lived through. */
  year: number
  /** Real persons per simulated one. */
  scale: number
  /** Where its columns are. */
  memory: Memory
  people: People
  households: Households
  places: Places
  governments: Governments
  ledger: Ledger
  tally: Tally
}

/** Incomes and work of the year, written by work and read by budget and indicators. Simulated persons, yuan of 2010 per simulated person. */
export interface Ledger {
  /** By province and urban (0) or rural (1) residence: `[province * 2 + rural]`; those who live in given places come after the last province. */
  income: Float64Array
  persons: Float64Array
  /** Earnings from work off the farm, farm income, money from members away, by province and residence. */
  wages: Float64Array
  farm: Float64Array
  remittances: Float64Array
  /** Off-farm pay of people registered in villages, and how many were paid, by province of work. */
  migrantPay: Float64Array
  migrantsPaid: Float64Array
  /** Who shares one income: households at home, and their members in each other place. The first `purses` of the three columns below. */
  purses: number
  /** Yuan of 2010 per head a year, the number of heads, and the place where they live. */
  perHead: Float32Array
  heads: Uint16Array
  where: Uint16Array
  /** Recipients by province: rural pension, rural assistance, urban workers' pension. */
  ruralPensioners: Float64Array
  assisted: Float64Array
  urbanPensioners: Float64Array
  /** Paid for land that was taken, by province of the land. */
  landPay: Float64Array
  /** See `mean`. */
  means: Float64Array
}

/**
 * Positions in `means`; contributions are what was deducted from pay for workers' pensions, simulated yuan a year, and their rate its part of pay; farm output is
 * that of a mu in the first year, yuan.
 */
export const mean = { urbanWage: 0, urbanWageBase: 1, contributions: 2, contributionRate: 3, farmOutputBase: 4 } as const

/** @param persons room for as many purses */
function emptyLedger(memory: Memory, provinces: number, persons: number): Ledger {
  const column = () => memory.column(Float64Array, provinces)
  const residence = () => memory.column(Float64Array, provinces * 2 + 1)
  return {
    income: residence(), persons: residence(), wages: residence(), farm: residence(), remittances: residence(),
    migrantPay: column(), migrantsPaid: column(),
    purses: 0, perHead: memory.column(Float32Array, persons), heads: memory.column(Uint16Array, persons), where: memory.column(Uint16Array, persons),
    ruralPensioners: column(), assisted: column(), urbanPensioners: column(), landPay: column(), means: memory.column(Float64Array, Object.keys(mean).length),
  }
}

/** What the processes of a year report, simulated persons unless said otherwise. */
export interface Tally {
  residentsBefore: number
  births: number
  deaths: number
  marriages: number
  movedWhole: number
  sent: number
  returned: number
  converted: number
  trained: number
  newcomersFromLand: number
  /** Those of them who were registered in the village, and are townspeople by registration now. */
  registeredByLand: number
  /** People who came to a stage from the rest of China, and of them those who left it again; 0 in the nation. */
  arrivals: number
  departures: number
}

export const emptyTally = (): Tally => ({
  residentsBefore: 0, births: 0, deaths: 0, marriages: 0, movedWhole: 0, sent: 0, returned: 0, converted: 0, trained: 0, newcomersFromLand: 0, registeredByLand: 0,
  arrivals: 0, departures: 0,
})

/** How many people and households there is room for. */
export interface Room {
  persons: number
  households: number
}

/** A world in which nobody lives yet. @param places are copied into its memory, as governments are */
export function createWorld(year: number, scale: number, { persons, households }: Room, places: Places, governments: Governments): World {
  const memory = createMemory(persons * bytesPerPerson + households * bytesPerHousehold + places.count * bytesPerPlace + scratchAtLeast)
  const copied = (column: Column) => copyIn(memory, column)
  return {
    year, scale, memory,
    people: emptyPeople(memory, persons),
    households: emptyHouseholds(memory, households),
    places: withEach(places, copied),
    governments: withEach(governments, copied),
    ledger: emptyLedger(memory, governments.output.length, persons),
    tally: emptyTally(),
  }
}

function copyIn<T extends Column>(memory: Memory, column: T): T {
  const here = memory.column(column.constructor as Kind<T>, column.length)
  here.set(column)
  return here
}

// Room for columns that last and for scratch columns, half as much again as runs to 2050 were seen to take: what is never touched costs nothing.
const bytesPerPerson = 140
const bytesPerHousehold = 100
const bytesPerPlace = 4000
const scratchAtLeast = 1 << 23

function emptyPeople(memory: Memory, capacity: number): People {
  return {
    count: 0,
    word: memory.column(Uint32Array, capacity),
    idLow: memory.column(Int32Array, capacity),
    idHigh: memory.column(Int32Array, capacity),
    household: memory.column(Int32Array, capacity),
    next: memory.column(Int32Array, capacity),
    place: memory.column(Uint16Array, capacity),
    registered: memory.column(Uint16Array, capacity),
    mother: memory.column(Int32Array, capacity),
    father: memory.column(Int32Array, capacity),
    partner: memory.column(Int32Array, capacity),
    motherId: memory.column(Int32Array, capacity),
    fatherId: memory.column(Int32Array, capacity),
  }
}

function emptyHouseholds(memory: Memory, capacity: number): Households {
  return {
    count: 0,
    idLow: memory.column(Int32Array, capacity),
    idHigh: memory.column(Int32Array, capacity),
    first: memory.column(Int32Array, capacity),
    home: memory.column(Uint16Array, capacity),
    origin: memory.column(Uint16Array, capacity),
    land: memory.column(Float32Array, capacity),
    landLet: memory.column(Float32Array, capacity),
    landPay: memory.column(Float32Array, capacity),
    landRented: memory.column(Float32Array, capacity),
    income: memory.column(Float32Array, capacity),
    pensions: memory.column(Float32Array, capacity),
    support: memory.column(Float32Array, capacity),
    payAway: memory.column(Float32Array, capacity),
    word: memory.column(Uint32Array, capacity),
  }
}

export function emptyPlaces(count: number, villages: number, parts: number): Places {
  const float = (width = 1) => new Float64Array(count * width)
  const integer = (width = 1) => new Int32Array(count * width)
  return {
    count, villages,
    tier: new Uint8Array(count), county: integer(), prefecture: integer(), province: new Uint8Array(count),
    longitude: float(), latitude: float(), x: float(), y: float(), z: float(), units: float(), merged: float(), given: integer().fill(-1), givenShare: float(), shown: float().fill(1),
    town: integer(), city: integer(), townDistance: float(),
    urbanRank: integer(), pairStart: new Int32Array(villages + 1), pairOwn: new Float64Array(0), pairDistance: new Float64Array(0), pairLocal: new Float64Array(0),
    partStart: new Int32Array(count + 1), partCounty: new Int32Array(parts), partShare: new Float64Array(parts),
    farmlandBase: float(), farmland: float(), landLet: float(), landIdle: float(), landFarmed: float(), farms: float(), largeFarms: float(),
    fertility: float().fill(1),
    residents: integer(), registered: integer(), incomers: integer(), residentsBase: float(), largest: integer(),
    labour: integer(2), jobsBase: float(2), jobs: float(2), wage: float(2), productivity: float(2), employment: float(2),
    localShareBase: float(), localShare: float(), farmIncome: float(), farmIncomeBase: float(), farmWorkers: integer(), farmWorkersBase: float(), offFarmWorkers: integer(),
    elders: integer(), familyGifts: float(),
    rent: float(),
    users: float(services.length), spending: float(services.length), unitCost: float(services.length), transfers: float(), levelBase: float(services.length),
    level: float(services.length), access: float(services.length), quantityBase: float(services.length),
    pupils: integer(), schools: float(), fees: float(), landTaken: float(), landShort: float(), disputes: float(),
  }
}

export function emptyGovernments(provinces: number): Governments {
  const column = (width = 1) => new Float64Array(provinces * width)
  return {
    output: column(), taxes: column(), revenue: column(), rebates: column(), equalization: column(), earmarked: column(), direct: column(),
    borrowed: column(), debt: column(), spending: column(), administration: column(), byLevel: column(services.length * levelsOfGovernment), cash: column(),
    programmes: column(), programmesPaid: column(), landRevenue: column(), fromLand: column(services.length), landDue: column(), effort: column(),
    ties: column(), affinity: new Float64Array(provinces * provinces).fill(1), central: new Float64Array(Object.keys(centre).length),
  }
}

/** A person who is about to be added. */
export interface NewPerson {
  word: number
  idLow: number
  idHigh: number
  household: number
  place: number
  registered: number
  mother: number
  father: number
}

/**
 * Adds a person and links it into its household. Where room is short it replaces all columns of the world: read them again afterwards.
 * @returns the new person's index
 */
export function addPerson(world: World, person: NewPerson): number {
  if (world.people.count === world.people.word.length) enlarge(world)
  const { people, households } = world
  const i = people.count++
  people.word[i] = person.word
  people.idLow[i] = person.idLow
  people.idHigh[i] = person.idHigh
  people.place[i] = person.place
  people.registered[i] = person.registered
  haveParents(people, i, person.mother, person.father)
  people.partner[i] = -1
  people.household[i] = person.household
  people.next[i] = households.first[person.household]
  households.first[person.household] = i
  return i
}

/** Tells somebody who the parents are; −1 for unknown. */
export function haveParents(people: People, i: number, mother: number, father: number): void {
  people.mother[i] = mother
  people.father[i] = father
  people.motherId[i] = mother < 0 ? 0 : people.idLow[mother]
  people.fatherId[i] = father < 0 ? 0 : people.idLow[father]
}

/** Adds an empty household at `home`. May replace the columns, as `addPerson` does. @returns its index */
export function addHousehold(world: World, idLow: number, idHigh: number, home: number, origin: number): number {
  if (world.households.count === world.households.first.length) enlarge(world)
  const { households } = world
  const h = households.count++
  households.idLow[h] = idLow
  households.idHigh[h] = idHigh
  households.first[h] = -1
  households.home[h] = home
  households.origin[h] = origin
  // The slot may have been another household's before memory was tidied.
  households.land[h] = 0
  households.landLet[h] = 0
  households.landRented[h] = 0
  households.income[h] = 0
  households.pensions[h] = 0
  households.support[h] = 0
  households.payAway[h] = 0
  households.landPay[h] = 0
  households.word[h] = 0
  return h
}

/**
 * The same object with each column replaced. It begins as a spread copy, because that has the shape of the original: an object built key by key becomes a
 * dictionary, in which every look at a column is a search.
 */
function withEach<T extends object>(columns: T, change: (column: Column) => Column): T {
  const changed = { ...columns } as unknown as Record<string, number | Column>
  for (const [name, column] of Object.entries(changed)) if (typeof column !== 'number') changed[name] = change(column)
  return changed as unknown as T
}

/** Copies what is used of columns, and the numbers beside them. */
function copyColumns<T extends object>(from: T, to: T, used = Infinity): void {
  for (const [name, column] of Object.entries(from) as [keyof T, number | Column][]) {
    if (typeof column === 'number') to[name] = column as T[keyof T]
    else (to[name] as Column).set(column.length > used ? column.subarray(0, used) : column)
  }
}

const roomOf = ({ people, households }: World): Room => ({ persons: people.word.length, households: households.first.length })

/** @returns `to`, which has as much room */
function copyInto(world: World, to: World): World {
  copyColumns(world.people, to.people, world.people.count)
  copyColumns(world.households, to.households, world.households.count)
  copyColumns(world.places, to.places)
  copyColumns(world.governments, to.governments)
  copyColumns(world.ledger, to.ledger, Math.max(world.ledger.purses, world.ledger.income.length))
  return { ...to, year: world.year, scale: world.scale, tally: { ...world.tally } }
}

/**
 * A copy that shares nothing with the original: change its policies and go on from the same year.
 * @param into a world that is needed no longer: its memory is used where it fits, which is faster than new memory
 */
export function copyWorld(world: World, into?: World): World {
  const room = roomOf(world)
  const fits = into && into.memory.bytes === world.memory.bytes && into.places.pairOwn.length === world.places.pairOwn.length
    && into.people.word.length === room.persons && into.households.first.length === room.households && into.places.count === world.places.count
    && into.places.partShare.length === world.places.partShare.length && into.governments.output.length === world.governments.output.length
  return copyInto(world, fits ? into : createWorld(world.year, world.scale, room, world.places, world.governments))
}

/** Moves a world to a memory with room for a quarter more. */
export function enlarge(world: World): void {
  const { persons, households } = roomOf(world)
  const more = (number: number) => Math.ceil(number * 1.25) + 64
  const wider = createWorld(world.year, world.scale, { persons: more(persons), households: more(households) }, world.places, world.governments)
  Object.assign(world, copyInto(world, wider), { tally: world.tally })
}

/**
 * Makes room for as many more, whom compiled loops then add. Where it is short the world moves to another memory, as `addPerson` does it.
 * @param columns in the world's memory, which go with it: all other scratch columns stay behind
 * @returns the columns where they are now
 */
export function makeRoom<T extends object>(world: World, more: Room, columns: T): T {
  const isShort = ({ people, households }: World) =>
    people.count + more.persons > people.word.length || households.count + more.households > households.first.length
  if (!isShort(world)) return columns
  while (isShort(world)) enlarge(world)
  return withEach(columns, column => copyIn(world.memory, column))
}

/** Whether a year could use up what room there is. */
export const isTight = ({ people, households }: World): boolean =>
  people.count * 1.08 + 64 > people.word.length || households.count * 1.15 + 64 > households.first.length
