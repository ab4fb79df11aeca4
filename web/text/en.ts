/** Every word on the page, in English. Where a sentence holds something, it is a function. */
import { indicators as engineIndicators } from '../../sim/index.ts'
import type { Level, Quantity } from '../../sim/indicators/indicator.ts'
import type { TopicAssumed } from '../../sim/assumptions.ts'
import type { UrbanTier } from '../../sim/parameters.ts'
import type { Service } from '../../sim/services.ts'
import type { ActivityName, EducationName } from '../../sim/stages/observe-people.ts'
import type { Words } from '../../sim/words.ts'
import { scaledBy } from '../charts/format.ts'
import { numberText } from '../charts/number-text.ts'
import type { ChartWords } from '../charts/words.ts'
import type { LeverGroup } from '../controls/lever-groups.ts'
import type { Trouble } from '../state/trouble.ts'
import type { Unreadable } from '../state/link.ts'
import type { ReportName } from '../state/reports.ts'
import type { Section } from '../state/route.ts'
import { parameterNames } from './parameter-names.ts'

/** "1:10,000" */
const ratio = (scale: number) => `1:${numberText(scale, 'en-GB')}`

const thousandths = (value: number) => numberText(value, 'en-GB', { minimumFractionDigits: 3, maximumFractionDigits: 3 })

const unreadable: Record<Unreadable, string> = {
  'damaged': 'it is incomplete or damaged',
  'too new': 'a newer version of Chengxiang made it; reload this page to get the newest',
  'too large': 'it is larger than any scenario',
  'not valid': 'a value in it is not valid',
  'no such county': 'no county of 2010 has the code it asks for',
}

const charts: ChartWords = {
  locale: 'en-GB',
  percent: number => `${number}%`,
  percentagePoints: number => `${number} pp`,
  persons: [
    { per: 1e6, text: number => `${number} m`, of: unit => `million ${unit}` },
    { per: 1e3, text: number => `${number} thousand`, of: unit => `thousand ${unit}` },
    { per: 1, text: number => number, of: unit => unit },
  ],
  money: [
    { per: 1e9, text: number => `${number} bn yuan`, of: unit => `bn ${unit}` },
    { per: 1e6, text: number => `${number} m yuan`, of: unit => `m ${unit}` },
    { per: 1e3, text: number => `${number} thousand yuan`, of: unit => `thousand ${unit}` },
    { per: 1, text: number => `${number} yuan`, of: unit => unit },
  ],
  area: [
    { per: 1e6, text: number => `${number} m mu`, of: unit => `m ${unit}` },
    { per: 1e3, text: number => `${number} thousand mu`, of: unit => `thousand ${unit}` },
    { per: 1, text: number => `${number} mu`, of: unit => unit },
  ],
  yuan: number => `¥${number}`,
  years: number => `${number} years`,
  noData: 'no data',
  line: {
    label: (title, unit, from, to) => `${title}, ${unit}, ${from} to ${to}`,
    reading: (label, value) => (label ? `${label} ${value}` : value),
    yearReading: (year, readings) => `${year}: ${readings.join(', ')}`,
    range: (low, high) => `${low} to ${high}`,
    policyFrom: year => `policy from ${year}`,
    until: (label, year) => `${label} to ${year}`,
    projection: 'projection',
    observed: 'Observed',
    fitted: 'Observed, fitted to',
    heldBack: 'Observed, kept back',
  },
  scatter: {
    label: (title, unit, places) => `${title}, ${unit}: ${places} places. Arrow keys go through them by what was observed.`,
    reading: (name, readings) => `${name}: ${readings.join(', ')}`,
    observed: 'Census',
    model: 'Model',
    equal: 'model = census',
    carriedForward: 'Change of 2000–2010 carried forward',
    logistic: 'National logistic',
    between: (value, low, high) => `${value} (${low} to ${high})`,
  },
  tornado: {
    label: (title, unit, rows) => `${title}, ${unit}: the ${rows} parameters that move it most. The table below holds all.`,
    range: 'Range tried',
    low: 'Parameter at its low end',
    high: 'Parameter at its high end',
  },
  pyramid: {
    label: (title, year, parts) => `${title}, ${year}. ${parts.join('. ')}`,
    groupReading: (group, readings) => `${group}: ${readings.join('; ')}`,
    area: { village: 'Village', town: 'Town', city: 'City' },
    male: 'men',
    female: 'women',
    age: 'age',
    ageGroup: (from, to) => (to === undefined ? `${from} and over` : `${from}–${to}`),
    unit: reach => scaledBy(charts.persons, reach).of('residents'),
    shareUnit: '% of the area’s residents',
    baseline: 'Baseline',
    residents: persons => `${persons} residents`,
  },
  map: {
    label: (title, unit, year) => `Map of China: ${title}, ${unit}, ${year}. Arrow keys move between places.`,
    nation: value => `China ${value}`,
    noData: 'no one lives here, or no data',
    noChange: 'no change',
    noDifference: 'no difference',
    tiers: {
      village: 'village',
      town: 'town',
      small: 'small city',
      medium: 'medium city',
      large: 'large city',
      veryLarge: 'very large city',
      mega: 'mega city',
    },
    circles: 'Urban residents',
    urbanResidents: persons => `${persons} urban residents`,
    reading: (name, title, value) => `${name}: ${title} ${value}`,
    coverage: prefectures => `${prefectures} prefectures and counties of 31 provinces, as in the data; no statement about borders.`,
  },
  places: {
    label: (title, unit, year, places) => `Map of ${places} villages and towns: ${title}, ${unit}, ${year}. Arrow keys move between them.`,
    village: 'village',
    town: 'town',
    residents: persons => `${persons} residents`,
  },
  bars: {
    label: (title, unit, year) => `${title}, ${unit}, ${year}. The table holds the same numbers.`,
  },
  gains: {
    label: (title, unit, readings) => `${title}, ${unit}. Ranked: ${readings.join(' to ')}. The table holds all.`,
    reading: (name, value) => `${name} ${value}`,
  },
  households: {
    label: (year, households, persons) => `${households} households with ${persons} persons, ${year}. Arrow keys move between houses, Enter lists the household.`,
    place: (residents, away) => `${residents} residents, ${away} registered here live elsewhere`,
    child: 'under 15',
    grown: '15–59',
    old: '60 and over',
    home: 'at home',
    town: 'elsewhere in view',
    away: 'away',
    empty: 'nobody at home',
  },
  table: {
    year: 'Year',
    low: label => `${label}, low`,
    high: label => `${label}, high`,
    observed: label => (label ? `${label}, observed` : 'Observed'),
    unit: 'Unit',
    place: 'Place',
    value: 'Value',
  },
}

const tiers: Record<UrbanTier, string> = {
  town: 'Towns',
  small: 'Small cities',
  medium: 'Medium cities',
  large: 'Large cities',
  veryLarge: 'Very large cities',
  mega: 'Mega cities',
}

const activities: Record<ActivityName, string> = {
  infant: 'small child',
  pupil: 'at school',
  farm: 'farms',
  offFarm: 'works off the farm',
  unemployed: 'looks for work',
  retired: 'retired',
  atHome: 'at home',
}

/** Where an experiment reads an indicator; cities by their size in the first year. */
const wheres: Record<string, string> = {
  ...tiers, village: 'Villages', city: 'Cities', fastGrowing: 'Where towns grow fastest', slowGrowing: 'Where towns grow slowly',
}

/** Where the id does not say it well enough. */
const assumptions: Record<string, string> = {
  jobGrowth2010: 'In 2010, all tiers',
  jobGrowthLate: 'In the long run, all tiers',
  jobGrowthFade: 'Years between the two',
  jobGrowthByOutput: 'With output of the province',
  localJobGrowth: 'Jobs near villages',
  localJobFade: 'How long these jobs grow',
  productivityGrowth2010: 'In 2010, all tiers',
  productivityGrowthLate: 'In the long run, all tiers',
  productivityFade: 'Years between the two',
  fertilityVariant: 'UN projection',
  fertilityFactor: 'Births, × UN rate',
  mortalityPace: 'Pace of change',
  mortalityFactor: 'Deaths, × UN rate',
  farmTechnology: 'Growth of farm output',
  distanceWeight: 'Price of distance',
}

const services: Record<Service, string> = {
  schooling: 'Schooling and childcare',
  health: 'Health',
  care: 'Elderly care',
  assistance: 'Assistance',
  infrastructure: 'Infrastructure',
  culture: 'Culture and sport',
}

/** Short names of levers, of their units, and of their parts and choices. */
const levers: Record<string, { name: string; unit?: string; options?: Record<string, string> }> = {
  transferPool: { name: 'Transfer pool', unit: '% of revenue' },
  transferMix: {
    name: 'Transfer mix',
    unit: '%',
    options: { rebates: 'Tax rebates', equalization: 'Equalization', earmarked: 'Earmarked' },
  },
  equalizationFormula: {
    name: 'Equalization formula',
    options: {
      needGap: 'Gap between need and revenue',
      perResident: 'Per resident',
      perRegistered: 'Per registered person',
      followsMigrants: 'Follows migrants',
      byResults: 'By results',
    },
  },
  ruralTilt: { name: 'Rural tilt', unit: '× urban' },
  schoolClosing: { name: 'School closing', unit: 'pupils' },
  ruralPension: { name: 'Rural pension', unit: '¥ a month at 2010 wages' },
  ruralAssistance: { name: 'Rural assistance', unit: '¥ a year at 2010 wages' },
  countyPooling: { name: 'County pooling', unit: '%' },
  standards: { name: 'Service standards', unit: '%', options: services },
  supervision: { name: 'Supervision', unit: 'of 1' },
  centralResponsibility: { name: 'Central responsibility', unit: '%', options: services },
  countyResponsibility: { name: 'County responsibility', unit: '%', options: services },
  marketProviders: { name: 'Market providers', unit: '% of users', options: services },
  socialProviders: { name: 'Social providers', unit: '% of users', options: services },
  boarding: { name: 'Boarding schools', unit: '¥ a year at 2010 wages' },
  villageMerging: { name: 'Village merging', unit: 'residents' },
  mergingBudget: { name: 'Merging budget', unit: '¥ a home at 2010 wages' },
  landLetting: { name: 'Land letting', unit: '× cost' },
  landCompensation: { name: 'Land compensation', unit: '× output' },
  farmlandRedline: { name: 'Farmland redline', unit: '%' },
  training: { name: 'Training', unit: '¥ a year at 2010 wages' },
  rentalHousing: { name: 'Rental housing', unit: '% of rent' },
  transport: { name: 'Transport', unit: '% off' },
  familySupport: { name: 'Family support', unit: '¥ a year at 2010 wages' },
  ruralJobs: { name: 'Rural jobs', unit: 'per 1,000' },
  hukouOpenness: {
    name: 'Hukou openness',
    unit: 'of 1',
    options: tiers,
  },
}

/** Indicators bring their own names. */
const indicators = new Map(engineIndicators.map(({ id, name }) => [id, name.en]))

/** Where the full title is too long for a headline figure. */
const shortIndicators: Record<string, string> = {
  urbanShare: 'Urban residents',
  incomeRatio: 'Urban : rural income',
  serviceRatio: 'Urban : rural services',
  share60PlusVillage: '60 and over, villages',
}

/** As it stands inside a sentence: "Rural tilt" → "rural tilt", but "UN projection" stays. */
function inside(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

/** "schoolClosing" → "School closing": for what the dictionary does not have yet. */
function spelledOut(id: string): string {
  const words = id.replaceAll('.', ': ').replace(/([a-z0-9])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`).replace(/([a-z])(\d)/g, '$1 $2')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const en = {
  locale: 'en-GB',
  title: 'Chengxiang',
  titleOther: '城乡',
  skip: 'Skip to the results',
  skipToText: 'Skip to the text',
  charts,
  ratio,
  /** What the engine says in both languages, in this one. */
  of: (words: Words) => words.en,

  header: {
    scenario: 'Scenario',
    unnamed: 'My scenario',
    untouched: 'Baseline, no lever moved',
    moved: (levers: number, assumptions: number) => [
      ...(levers === 1 ? ['1 lever moved'] : levers > 1 ? [`${levers} levers moved`] : []),
      ...(assumptions === 1 ? ['1 assumption'] : assumptions > 1 ? [`${assumptions} assumptions`] : []),
    ].join(', '),
    name: 'Name of the scenario',
    open: 'Open a file…',
    save: 'Save as a file',
    copyLink: 'Copy link',
    reset: 'Reset all levers',
    stories: 'Try a scenario',
    undo: 'Undo',
    redo: 'Redo',
    theme: 'Theme',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    levers: 'Levers',
    file: 'Chengxiang scenario',
    /** A scenario that came with the page, after levers were moved in it. */
    changed: ({ en, zh }: Words): Words => ({ en: `${en}, changed`, zh: `${zh}（已修改）` }),
  },

  levers: {
    heading: 'What I change',
    resultHint: 'Move a lever: the picture follows while you drag. Or take one of the scenarios in the menu above.',
    groups: {
      money: 'Public money',
      services: 'Services',
      migration: 'Hukou and migration',
      land: 'Land and villages',
      households: 'Work and households',
    } satisfies Record<LeverGroup, string>,
    search: 'Find a lever',
    found: (count: number) => (count === 1 ? '1 lever found' : `${count} levers found`),
    nothingFound: 'No lever speaks of that. Try a shorter word, or a section of the paper such as 4.2.',
    foldAll: 'Fold all',
    unfoldAll: 'Unfold all',
    idle: (reason: string) => `Changes nothing here: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
    addStep: (year: number) => `Set again from ${year} on`,
    later: 'Later on',
    touched: 'Moved',
    sections: (list: string) => `§ ${list}`,
    name: (id: string) => levers[id]?.name ?? spelledOut(id),
    shortUnit: (id: string, unit: string) => levers[id]?.unit ?? unit,
    option: (id: string, option: string) => levers[id]?.options?.[option] ?? spelledOut(option),
    isDefault: 'Default',
    from: 'Starts in',
    phaseIn: 'Phase-in, years',
    typed: 'Value',
    range: (min: string, max: string) => `${min} to ${max}`,
    spread: (low: string, high: string) => `${low}–${high}`,
    outside: (min: string, max: string) => `Must be ${min} to ${max}; the nearest was taken.`,
    reset: 'Reset',
    resetThis: (name: string) => `Reset ${inside(name)}`,
    unit: 'Unit',
    reference: 'Seen in the world',
    source: 'Rests on',
    paper: 'In the paper',
    section: (section: string) => `Section ${section}`,
    thisStep: (from: number) => `From ${from}. Also set in`,
    step: (from: number, value: string) => `${from}: ${value}`,
    editStep: (name: string, from: number) => `Show and change ${name.toLowerCase()} as set in ${from}`,
    removeStep: (name: string, from: number) => `Remove ${name.toLowerCase()} as set in ${from}`,
    close: 'Close the levers',
    open: 'Open the levers',
    edge: 'Width of the levers',
    settings: 'The run',
  },

  assumptions: {
    /** Which of the two lists is shown. */
    which: 'What to change',
    lists: { policies: 'Policies', assumptions: 'Assumptions' },
    counted: (name: string, count: number) => (count > 0 ? `${name} (${count})` : name),
    hint: 'What nobody decides: how the world goes on by itself. They hold for the baseline and the scenario alike; '
      + 'the charts show the baseline of the defaults beside yours.',
    search: 'Find an assumption',
    nothingFound: 'No assumption speaks of that.',
    reset: 'Reset all assumptions',
    topics: {
      jobs: 'Growth of jobs',
      productivity: 'Growth of output per worker',
      fertility: 'Births',
      mortality: 'Deaths',
      farming: 'Farming',
      distance: 'Distance',
    } satisfies Record<TopicAssumed, string>,
    others: 'Set in the file',
    name: (id: string, tier?: UrbanTier) => assumptions[id]
      ?? (tier ? `In ${tiers[tier].toLowerCase()}, on top` : spelledOut(id)),
    byTier: 'each tier on top',
    /** Where the heading above does not say it: "Growth of jobs, in 2010, all tiers". */
    fullName: (group: string, name: string) => (name.startsWith(group) ? name : `${group}, ${inside(name)}`),
    choice: (choice: string) => spelledOut(choice),
    range: 'Range',
    typed: (unit: string) => (unit ? `Value, ${unit}` : 'Value'),
    /** How the model's unit is shown: its number times what, with what before and after it. */
    unit: (unit: string): { times: number; before: string; unit: string } => {
      if (unit === 'per year') return { times: 100, before: '', unit: '% a year' }
      if (unit.startsWith('×')) return { times: 1, before: '× ', unit: '' }
      if (unit === 'elasticity') return { times: 1, before: '', unit: '' }
      if (unit === 'utility per log point') return { times: 1, before: '', unit: 'per log point' }
      return { times: 1, before: '', unit }
    },
  },

  settings: {
    seed: 'Seed',
    seedMeaning: 'Another seed gives other random events.',
    scale: 'Scale',
    scaleMeaning: 'Real persons in one simulated person. A finer scale takes longer and has less chance in it.',
    lastYear: 'Last year',
  },

  run: {
    shown: (scale: number) => `Shown at ${ratio(scale)}`,
    means: (pairs: number, scale: number, one: number) => `Figures: means of ${pairs} pairs of runs at ${ratio(scale)}. Map and ages: one run at ${ratio(one)}`,
    lastTime: (scale: number) => `From last time, ${ratio(scale)}`,
    preview: (scale: number) => `Preview at ${ratio(scale)}`,
    changed: (levels: number, scale: number) => `Baseline at ${ratio(levels)}, change at ${ratio(scale)}`,
    first: (year: number) => `Running the baseline: ${year}`,
    preparing: (scale: number, year: number) => `Preparing previews at ${ratio(scale)}: ${year}`,
    running: (scale: number, year: number) => `Running at ${ratio(scale)}: ${year}`,
    refining: (scale: number, year: number) => `Refining at ${ratio(scale)}: ${year}`,
    done: (scale: number) => `Done at ${ratio(scale)}`,
    loading: 'Loading the census of 2010…',
    beginning: 'Beginning the run…',
    cancel: 'Cancel',
    stopped: 'Cancelled. The picture is the last one that was whole.',
    stoppedMidway: 'Cancelled. The picture goes as far as the run had come.',
    stoppedBefore: 'Cancelled before there was a picture.',
    failed: 'The run could not be done.',
    notComputed: (place: string) => `${place} could not be computed.`,
    goOn: 'Run again',
    tryAgain: 'Try again',
    progress: 'Progress of the run',
    computing: (place: string) => `Computing ${place}…`,
    computingStopped: (place: string) => `The computation of ${place} was cancelled.`,
    stale: 'The picture is of the lever positions before; the new one is being computed.',
    staleStopped: 'The picture is of the lever positions before; the new one was cancelled.',
    staleFailed: 'The picture is of the lever positions before; the new one could not be computed.',
  },

  trouble: (trouble: Trouble): string => {
    switch (trouble.kind) {
      case 'crashed': return 'The computation stopped without warning. It was started again; nothing you set is lost.'
      case 'failed': return `This scenario could not be computed${trouble.detail ? ` (${trouble.detail})` : ''}. `
        + 'Undo the last change, or run it again at a coarser scale.'
      case 'noMemory': return 'The browser gave no memory for this run. Close other tabs that show Chengxiang, then try again, or take a coarser scale.'
      case 'unfetched': return 'The census tables could not be fetched. Check the connection, then try again.'
      case 'offline': return 'The outlines of the map could not be fetched. Check the connection, then try again.'
      case 'notLoaded': return 'What reads and writes scenario files could not be loaded: there is no connection. Reload the page when there is.'
      case 'notKept': return 'The browser would not keep this picture for your next visit: its storage is full or blocked. '
        + 'Everything else works as before.'
      case 'notDrawn': return 'The browser could not make a PNG of this picture. The SVG file holds the same.'
      case 'link': return `The link could not be opened: ${unreadable[trouble.reason]}${detail(trouble.detail)}. `
        + { baseline: 'You see the baseline instead.', before: 'Your scenario is as it was.', scenario: 'You see its scenario all the same.' }[trouble.shown]
      case 'file': return `The file could not be opened: ${unreadable[trouble.reason]}${detail(trouble.detail)}. `
        + 'Your scenario is as it was.'
      case 'linkNotCopied': return 'The browser did not allow copying. The address bar holds the same link.'
      case 'linkCopied': return 'The link is copied. It holds the whole scenario, the year and what the map shows.'
    }
  },
  dismiss: 'Dismiss',

  stage: {
    search: 'Find a county by name, in Chinese or in letters, or by code',
    searchShort: 'Find a county…',
    nothing: 'No county of 2010 has this name or code.',
    more: (count: number) => `${numberText(count, 'en-GB')} more; type more of the name, or the prefecture after it.`,
    loading: 'Loading the names…',
    absent: 'The names of the counties could not be fetched.',
    where: (prefecture: string, prefectureZh: string, province: string, code: number) => `${prefecture} ${prefectureZh}, ${province}, ${code}`,
    backToNation: 'China',
    county: (zh: string, en?: string) => (en ? `${zh} ${en}` : zh),
    village: 'A village',
    villageMeaning: 'Three villages and their town, cut out of the most ordinary county. Every house is a household; names are made up. '
      + 'Charts count the town by the size of all towns of that county together.',
    whole: (value: string) => `county ${value}`,
    all: 'The county',
    note: (places: number) => `${places} villages and towns, each person simulated; the rest of China as a stored run gives it. Circles by residents, towns with a thick rim; `
      + 'charts count the towns together, from 100,000 urban residents on as a city. Names and places of villages are made up.',
    place: ({ en, zh }: Words) => (en === zh ? zh : `${zh} ${en}`),
    label: ({ en }: Words) => en,
    name: ({ en, zh }: Words) => `${zh} ${en}`,
    family: ({ en, zh }: Words) => `${zh}, ${en}`,
    person: ({ en, zh }: Words, age: number) => `${zh} ${en}, ${age}`,
    atHome: 'at home',
    pick: 'Point at a house to see who belongs to it; click or press Enter to keep it listed here.',
    /** Income is that of the members at home; there may be none. */
    household: (income: number, land: number, let_: number) =>
      `${income > 0 ? `¥${numberText(Math.round(income), 'en-GB')} per head a year, ` : ''}${land.toFixed(1)} mu of land${let_ > 0.05 ? `, ${let_.toFixed(1)} let` : ''}`,
    does: (activity: ActivityName, where: string, yearsAway: number) =>
      `${activities[activity]}, ${where}${yearsAway > 0 && where !== 'at home' ? ` for ${yearsAway === 1 ? 'a year' : `${yearsAway} years`}` : ''}`,
    activities,
    educations: { primary: 'primary or less', junior: 'junior secondary', senior: 'senior secondary', college: 'college' } satisfies Record<EducationName, string>,
    sexes: { male: 'male', female: 'female' },
    columns: [
      'Name', 'Household', 'Sex', 'Age', 'Activity', 'Education', 'Lives in', 'Registered in', 'Years away', 'Household income per head, yuan of 2010',
    ],
    tableTitle: (year: number) => `Everybody in the village, ${year}`,
    pages: 'Part of the table',
    before: 'Persons before',
    after: 'Persons after',
    rows: (from: number, to: number, all: number) => `${from}–${to} of ${numberText(all, 'en-GB')} persons`,
    destinations: 'Where those who left live',
    destinationUnit: 'persons registered here, by prefecture',
    destinationHead: (column: string, year: number) => `${column} (persons registered here, ${year})`,
    /** Letters may still be on their way; Beijing lies in Beijing. */
    prefectureIn: (nameZh: string, name: string | undefined, province: string) =>
      (name === province ? `${nameZh} ${name}` : `${name ? `${nameZh} ${name}` : nameZh}, ${province}`),
    elsewhere: 'All other prefectures',
    destinationColumns: { place: 'Prefecture', baseline: 'Baseline' },
    destinationsMeaning: 'People registered in the villages and towns of this stage who live in the rest of China six months a year or more, '
      + 'by the prefecture they live in. The grey mark is the baseline.',
  },

  time: {
    heading: 'Year shown',
    play: 'Play the years',
    pause: 'Pause',
    back: 'One year back',
    forward: 'One year on',
    speed: 'Speed',
    perSecond: (count: number) => `${count} years a second`,
    perSecondShort: (count: number) => `${count}/s`,
  },

  map: {
    heading: 'Map',
    indicator: 'Indicator on the map',
    kinds: { level: 'Level', change: 'Since 2010', difference: 'To baseline' },
    kind: 'What the map shows',
    title: (indicator: string, kind: 'level' | 'change' | 'difference') => ({
      level: indicator,
      change: `${indicator}, change since 2010`,
      difference: `${indicator}, difference to the baseline`,
    })[kind],
    changeUnits: { points: 'percentage points', percent: '% of 2010' },
    differenceUnits: { points: 'percentage points', percent: '% of the baseline' },
    noDifference: 'No lever is moved: the difference is zero everywhere.',
    nation: 'China',
    file: (title: string) => `Map of ${title}`,
    code: 'Code',
  },

  results: {
    heading: 'What happens',
    edge: 'Width of the results',
    baseline: 'Baseline',
    scenario: 'My scenario',
    difference: 'Difference to baseline',
    level: 'Level',
    kind: 'What the charts show',
    headline: (year: number) => `Headline figures of ${year}`,
    plain: 'Default baseline',
    /** Of the ends of a band that lies about a scenario's line. */
    ofDifference: 'interval of the difference',
    modified: 'Modified baseline',
    /** In a chart of differences. */
    byPolicies: 'By the policies',
    byAssumptions: 'By the assumptions',
    assumed: (difference: string) => `assumed ${difference}`,
    same: 'as the baseline',
    sureAssumed: 'One run each, same random events. The small figures say how far the assumptions move the baseline.',
    sureUntouched: 'One run. Move a lever to see what it changes.',
    sureMoved: 'One run each, same random events. Without repeats, a small difference cannot be told from chance.',
    sureRepeated: (pairs: number, scale: number) =>
      `Levels and differences are means of ${pairs} pairs of runs with other random events, ${ratio(scale)}. Beneath, and as bands in the line charts, `
      + 'the 95 % intervals of the differences. Map and ages are of one run.',
    oneRun: (unit: string) => `${unit}, one run`,
    repeat: 'Repeat with other random events',
    repeating: (done: number, all: number) => `Repeating: ${done} of ${all} pairs of runs.`,
    stopRepeating: 'Stop repeating',
    mayBeChance: 'may be chance',
    sureLastTime: 'The baseline as it was on your last visit. It is being computed anew.',
    surePreview: 'A coarse preview: small differences may be chance.',
    areas: { village: 'Villages', town: 'Towns', city: 'Cities' },
    ofWhom: (label: string, whose: string) => `${label}, ${inside(whose)}`,
    /** Names that a reader gives stand as they are. */
    ofNamed: (label: string, name: string) => `${label}, ${name}`,
  },

  indicator: {
    /** In small print above a large figure. */
    short: (id: string) => shortIndicators[id] ?? indicators.get(id) ?? spelledOut(id),
    title: (id: string) => indicators.get(id) ?? spelledOut(id),
  },

  units: {
    level: levelUnit,
    difference: (quantity: Quantity, unit: Words, reach?: number) =>
      `difference to baseline, ${quantity === 'share' ? 'pp' : levelUnit(quantity, unit, reach)}`,
  },

  figures: {
    urbanShare: 'Urban residents',
    incomeRatio: 'Urban to rural income per head',
    share60Plus: 'Aged 60 and over',
    leftBehind: 'Left-behind children',
    hollow: 'Hollow villages',
    serviceRatio: 'Urban to rural service level',
    serviceTheil: 'Inequality of services',
    transfers: 'Transfers to provinces',
    /** In a county or the village. */
    transfersHere: 'Transfers received there',
    pyramid: 'Residents by age and sex',
    pyramidCaption: (year: number) => `Residents by age and sex, persons, ${year}`,
    pyramidHead: (column: string, year: number) => `${column} (residents, ${year})`,
    areasMeaning: 'Towns are urban places with fewer than 100,000 urban residents, cities all larger ones. The towns of a county together are one urban place.',
    transferKinds: {
      'transfers.rebates': 'Rebates',
      'transfers.equalization': 'Equalization',
      'transfers.earmarked': 'Earmarked',
    } as Record<string, string>,
  },

  provinces: {
    heading: 'Who gains, who pays',
    link: 'Who gains, who pays, by province',
    choose: 'What is compared between provinces',
    measure: (id: string) => (id === 'means' ? 'Revenue and transfers per head' : indicators.get(id) ?? spelledOut(id)),
    title: (measure: string, compared: boolean) => `${measure}${compared ? ', difference to baseline' : ''}`,
    rises: (up: number, down: number, share: string) =>
      `It rises in ${up} ${up === 1 ? 'province' : 'provinces'}, with ${share} of all residents, and falls in ${down}.`,
    unsure: (number: number) => `In ${number} ${number === 1 ? 'province' : 'provinces'} it may be chance.`,
    interval: '95 % interval',
    /** In a table of levels and differences. */
    units: (levels: string, differences: string) => (levels === differences ? levels : `${levels}, differences in ${differences}`),
    extremes: (most: string, highest: string, least: string, lowest: string) => `Most in ${most}, ${highest}; least in ${least}, ${lowest}.`,
    same: (year: number) => `No province differs from the baseline in ${year}.`,
    spread: (value: number) => `Spread between provinces: ${thousandths(value)}.`,
    spreadStays: (value: number) => `The spread between provinces stays at ${thousandths(value)}.`,
    spreadWidens: (before: number, after: number) => `The spread between provinces widens from ${thousandths(before)} to ${thousandths(after)}.`,
    spreadNarrows: (before: number, after: number) => `The spread between provinces narrows from ${thousandths(before)} to ${thousandths(after)}.`,
    means: (pairs: number, scale: number) => `means of ${pairs} pairs of runs, ${ratio(scale)}`,
    basis: (pairs: number, scale: number) => `Levels and differences are means of ${pairs} pairs of runs, ${ratio(scale)}; lines: 95 % interval.`,
    untouched: 'Move a lever to see who gains and who pays.',
    waiting: 'Comes with the first run.',
    meaning: 'Provinces by the difference between the scenario and the baseline in the year shown; with no lever moved, by where they stand. '
      + 'Revenue and transfers together are what a province has to spend: a lever of public money moves it from some provinces to others. '
      + 'The spread is the coefficient of variation, each province weighted by its residents: 0 where all are alike.',
    /** Of a column of a file, which has no title. */
    head: (measure: string, column: string, unit: string, year: number) => `${measure}: ${column} (${unit}, ${year})`,
    columns: {
      province: 'Province', baseline: 'Baseline', difference: 'Difference', percent: 'Difference, %', residents: 'Residents',
    },
  },

  /** Settings that were kept, one beside the other. */
  comparison: {
    heading: (year: number) => `Settings compared, ${year}`,
    link: 'Compare settings',
    keep: 'Keep this setting',
    keepFiner: 'Keep the finer result',
    isKept: 'Kept',
    setting: 'Setting',
    changes: 'What it changes',
    numbered: (number: number) => `No. ${number}`,
    keepRepeats: 'Keep the repeats with it',
    moveFirst: 'Move a lever first.',
    waitsFor: (scale: number) => `Can be kept once it is computed at ${ratio(scale)}.`,
    /** What the numbers of a column are of. */
    basis: (scale: number, pairs?: number) => (pairs === undefined ? ratio(scale) : `means of ${pairs} pairs, ${ratio(scale)}`),
    meaning: 'Keep a setting of the levers, move them, and keep the next: each is held against the same baseline, met by the same random events. One pair of runs '
      + 'each, and small differences may be chance, unless it was repeated with other random events: then means, and beneath them the 95 % interval of the difference. '
      + 'A star marks the one that is best of several of the same scale, as written, and better than the baseline. Settings are kept until this tab is closed.',
    hidden: (number: number) => (number === 1 ? 'One more was kept with other assumptions, seed, years or place.' : `${number} more were kept with other assumptions, seed, years or place.`),
    best: 'best of these, and better than the baseline',
    open: 'Set the levers so',
    openThis: (name: string) => `Set the levers as in ${name}`,
    remove: 'Remove',
    removeThis: (name: string) => `Remove ${name}`,
  },

  /** On paper. */
  printed: {
    lever: (name: string, value: string, from: number, to: number | undefined, phaseIn: number) =>
      `${name}: ${value}, from ${from}${to === undefined ? '' : ` to ${to}`}${phaseIn > 0 ? `, phased in over ${phaseIn === 1 ? 'a year' : `${phaseIn} years`}` : ''}`,
    assumed: (name: string, value: string) => `Assumed: ${inside(name)}: ${value}`,
    run: (seed: string, scale: number, [first, last]: readonly [number, number], shown: number) =>
      `Run ${first}–${last} at ${ratio(scale)}, seed ${seed}. Map and figures show ${shown}.`,
  },

  chart: {
    menu: (title: string) => `More on ${title.toLowerCase()}`,
    choose: 'Chart or map shown',
    previous: 'Previous chart',
    next: 'Next chart',
    enlarge: 'Open large',
    enlargeThis: (title: string) => `Open ${title.toLowerCase()} large`,
    table: 'Table',
    csv: 'CSV file',
    svg: 'SVG image',
    png: 'PNG image',
    what: 'What is this?',
    close: 'Close',
    definition: 'Definition',
    unit: 'Unit',
    observed: 'Observed data',
  },

  /** Small print of exported pictures. */
  notes: {
    scenario: (page: string, name: string, moved: string[]) => `${page} · ${name}: ${moved.length > 0 ? moved.join('; ') : 'no lever moved'}`,
    of: (place: string, run: string, first: number, last: number) => `${place}, ${first}–${last}, ${run}`,
    run: (scale: number, seed: string) => `${ratio(scale)}, seed ${seed}`,
    changed: (levels: number, scale: number, seed: string) => `baseline at ${ratio(levels)}, difference to it at ${ratio(scale)}, seed ${seed}`,
    means: (pairs: number, scale: number) => `means of ${pairs} pairs of runs, ${ratio(scale)}`,
    dashed: 'Dashed: baseline',
    /** Of tables. */
    columns: {
      scenario: 'Scenario', place: 'Part of China', scale: 'Scale, real persons in a simulated one', levels: 'Scale of the baseline where it is another', seed: 'Seed', pairs: 'Pairs of runs, the first with this seed',
    },
  },

  footer: {
    scale: (scale: number) => `scale ${ratio(scale)}`,
    seed: (seed: string) => `seed ${seed}`,
    runs: (count: number) => (count === 1 ? '1 run' : `${count} runs`),
    conserved: 'people and money conserved',
    conservedMeaning: 'In every year of the runs shown: residents = before + births − deaths; all that is spent was raised or borrowed; '
      + 'all that is transferred is received.',
    notConserved: 'accounts do not close',
    rests: 'What these numbers rest on',
  },

  evidence: {
    heading: 'Model and evidence',
    back: 'Back to the laboratory',
    table: 'The numbers as a table',
    ratio: (over: string, under: string) => `${over} / ${under.toLowerCase()}`,
    per: (over: string, under: string) => `${over} / ${under}`,
    times: (unit: string, factor: number) => `${unit} × ${numberText(factor, 'en-GB')}`,
    in: (title: string, where: string[]) => `${title} (${where.map(name => wheres[name] ?? spelledOut(name)).join(', ').toLowerCase()})`,
    onThisPage: 'On this page',
    sections: {
      model: 'The model',
      validation: 'Validation',
      claims: 'Claims of the paper',
      sensitivity: 'Sensitivity',
      calibration: 'Calibration',
      parameters: 'Parameters',
      indicators: 'Indicators',
      data: 'Data',
    } satisfies Record<Section, string>,
    titles: {
      model: 'What the model is',
      validation: 'The model against data',
      claims: 'The paper’s claims, run',
      sensitivity: 'What drives the results',
      calibration: 'What was fitted, and to what',
      parameters: 'Every number in the model',
      indicators: 'What the indicators mean',
      data: 'The data it begins from',
    } satisfies Record<Section, string>,
    leads: {
      model: [],
      validation: ['The baseline beside published facts. Some of them the model was fitted to; the others were kept back, and tell how far '
        + 'to trust it where there are no data yet.'],
      claims: ['Each claim of the paper is an experiment on paired runs that meet the same random events, so that what differs follows '
        + 'from what was changed. A claim that the model contradicts is shown as such.'],
      sensitivity: ['How far an indicator moves when one parameter goes from the low to the high end of its range. What stands at the '
        + 'top and is an assumption deserves the most doubt.'],
      calibration: ['Some parameters were fitted to facts up to 2015. Facts that were kept back had no part in it.'],
      parameters: ['Each with its range and where it comes from. What no source supports is an assumption and is marked.'],
      indicators: ['The same definition in English and in Chinese. Shares are shown in percent.'],
      data: ['Counties, prefectures and provinces are those of mainland China as the data give them.'],
    } satisfies Record<Section, string[]>,

    report: {
      loading: 'Loading the report…',
      absent: 'Not computed yet.',
      unreadable: 'The report could not be read.',
      unfetched: 'The report could not be fetched. Check the connection, then try again.',
      compute: 'This command computes it; then build the page again.',
      command: (name: ReportName) => ({
        validation: 'npx chengxiang validate --save',
        claims: 'npx chengxiang claims --save',
        sensitivity: 'npx chengxiang sensitivity --save',
        calibration: 'npx chengxiang calibrate --save',
      })[name],
      again: 'Try again',
      manifest: (version: string, scale: number, seeds: number, hash: string) =>
        `Version ${version}, ${ratio(scale)}, ${seeds === 1 ? '1 seed' : `${seeds} seeds`}, tables ${hash}.`,
    },

    validation: {
      finding: (held: number, ofHeld: number, fitted: number, ofFitted: number) =>
        `${held} of ${ofHeld} facts that were kept back are met, and ${fitted} of ${ofFitted} that the model was fitted to.`,
      beaten: (count: number, all: number) => `It errs less than both naive forecasts of 2010 in ${count} of ${all} comparisons.`,
      parts: {
        'kept-back': 'Facts kept back',
        'forecasts': 'Against naive forecasts',
        'provinces': 'By province',
        'years': 'Year by year',
        'fitted': 'Facts fitted to',
      },
      heldMeaning: 'The calibration did not use these. Some of them were seen while the model was built, so they are not a sealed test. '
        + 'The shaded band is the tolerance agreed beforehand.',
      fittedMeaning: 'That these are met shows that the fit worked, not that the model is right.',
      seriesMeaning: 'The line is the mean of the runs, the band their 95 % interval. Filled points were fitted to, open ones kept back. '
        + 'What is published for the end of the year is read there.',
      heldBack: 'kept back',
      which: { urbanShare: 'Urban share 2020', growth: 'Growth 2010–2020' },
      byProvince: {
        urbanShare: { title: 'Urban residents by province, 2020', unit: '% of residents; within 3 points of the census is shaded' },
        growth: { title: 'Growth of residents by province, 2010–2020', unit: '% of 2010; within 4 points of the census is shaded' },
      },
      forecastsMeaning: 'Root mean square error. One forecast carries each province’s change of 2000–2010 forward, the other follows a '
        + 'logistic curve through the national series; both know nothing after 2010. A model that errs more has not earned its complexity. '
        + 'The last column knows what the model was fitted to: it carries the change of 2010–2015 forward.',
      forecastNames: {
        urbanShareByProvince: 'Urban share by province',
        growthByProvince: 'Growth of residents by province',
        urbanShare: 'Urban share, nation',
      },
      isBeaten: 'Model errs less than both',
      isNotBeaten: 'Model does not err less than both',
      inside: 'Inside',
      outside: 'Outside',
      counted: 'What is counted, and by whom',
      uses: { C: 'fitted to', V: 'kept back' },
      columns: {
        fact: 'Fact', year: 'Year', model: 'Model', observed: 'Observed', tolerance: 'Tolerance', error: 'Error', tolerances: 'In tolerances',
        verdict: 'Verdict', definition: 'What is counted', source: 'Source', unit: 'Unit', use: 'Use', province: 'Province', forecast: 'Of what',
        from2015: 'Change of 2010–2015 forward',
      },
    },

    claims: {
      finding: (agrees: number, disagrees: number, undecided: number, runs: number) =>
        `The model agrees with ${agrees} of ${agrees + disagrees + undecided} claims and disagrees with ${disagrees}; `
        + `${undecided} cannot be told at ${runs} pairs of runs.`,
      which: 'Which claims',
      all: (count: number) => `All ${count}`,
      count: {
        agrees: (count: number) => `Agrees ${count}`,
        disagrees: (count: number) => `Disagrees ${count}`,
        undecided: (count: number) => `Cannot be told ${count}`,
      },
      section: (section: string) => `paper, section ${section}`,
      experiment: 'What was run',
      restsOn: 'What it rests on',
      verdicts: { agrees: 'Agrees', disagrees: 'Disagrees', undecided: 'Cannot be told from zero' },
      undecidedAt: (runs: number) => `Cannot be told from zero at ${runs} pairs`,
      expected: { rises: 'rises', falls: 'falls' },
      partsOf: (claim: string) => `Differences: ${claim}`,
      from: (base: string) => `from ${base}`,
      noInterval: 'one pair',
      columns: {
        part: 'Compared', indicator: 'Indicator', year: 'Year', expected: 'Paper expects', picture: 'Difference and interval',
        difference: 'Difference', interval: '95 % interval', verdict: 'Verdict',
      },
    },

    sensitivity: {
      indicator: 'Indicator',
      option: (title: string, year: number) => `${title}, ${year}`,
      title: (title: string, year: number) => `${title}, ${year}`,
      all: 'All parameters',
      tableName: (title: string, year: number) => `Effects on ${title.toLowerCase()}, ${year}`,
      tableMeaning: 'Morris screening: size of the effect over the whole range of the parameter, its mean with sign, and its spread, which is '
        + 'large where the effect depends on other parameters. Sobol, for those that matter most: share of the variance that the parameter '
        + 'explains alone, and with all its interactions. Intervals are 95 %: of the effect by Student’s t over the trajectories, of shares by bootstrap. Where a share alone comes out above that with '
        + 'interactions, which cannot be, the sample is too small to tell: both are grey and marked †.',
      ranked: 'Ranked by the effect over the whole range, μ* in the table. The bars are where the indicator ends when this parameter alone is '
        + 'moved, all others at their defaults.',
      tooSmall: 'The sample is too small to tell.',
      unsureMark: '†',
      luck: (difference: string) => `Two runs that differ in chance alone differ by ${difference} on average, shaded in the chart: effects below that may be luck.`,
      at: (value: string) => `at ${value}`,
      columns: {
        parameter: 'Parameter', low: 'At its low end', high: 'At its high end', muStar: 'Effect, μ*', mu: 'With sign, μ', sigma: 'Spread, σ',
        first: 'Alone', total: 'With interactions',
      },
    },

    calibration: {
      finding: (before: string, after: string, evaluations: string) =>
        `The distance to the targets, in tolerances, went from ${before} to ${after} in ${evaluations} runs.`,
      parameters: 'Fitted parameters',
      parametersMeaning: 'Hollow before, full after, on the whole range; the bar is the 95 % interval. What the targets did not narrow '
        + 'they said nothing about.',
      targets: 'Targets',
      targetsMeaning: 'Errors in tolerances from −3 to 3, hollow before and full after; within one is shaded.',
      ties: 'Ties to villages',
      tiesMeaning: 'What holds people in the villages of a province beyond incomes, services, distance and kin; higher holds more, 0 is the mean of '
        + 'villagers. It was chosen so that urban shares at the end of 2015 differ between provinces as the yearbook says, moved by the same logits to the '
        + 'national share of the model. It changes the odds of leaving at most eightfold, which is ± 4.16: a province there asks for more than that.',
      tiesUnit: 'utility',
      notConverged: 'The runs allowed were spent before the fit came to rest.',
      columns: {
        parameter: 'Parameter', before: 'Before', after: 'After', interval: '95 % interval', narrowed: 'Narrowed by', picture: 'On its range', meaning: 'Meaning',
        target: 'Target', year: 'Year', observed: 'Observed', error: 'Error', errorAfter: 'In tolerances',
        province: 'Province', tie: 'Tie', published: 'Urban share 2015, published', moved: 'Moved', urbanBefore: 'Model before', urbanAfter: 'Model after',
      },
    },

    parameters: {
      name: (id: string) => parameterNames[id] ?? spelledOut(id),
      search: 'Find a parameter',
      found: (count: number, all: number) => (count === all ? `${all} parameters` : `${count} of ${all}`),
      whichLabel: 'Which parameters',
      which: { all: 'All', assumed: 'Assumptions', fitted: 'Fitted', sourced: 'With a source' },
      assumed: 'assumption',
      fitted: 'fitted',
      assumptions: (assumed: number, fitted: number, all: number) =>
        `Of ${all} parameters ${assumed} are assumptions and ${fitted} were fitted to facts of 2010–2015; they are marked.`,
      columns: { name: 'Parameter', value: 'Value', range: 'Range', unit: 'Unit', meaning: 'Meaning', source: 'Source' },
    },

    indicators: {
      search: 'Find an indicator',
      found: (count: number, all: number) => (count === all ? `${all} indicators` : `${count} of ${all}`),
      columns: { name: 'Indicator', definition: 'Definition', chinese: 'In Chinese', levels: 'Given for' },
      levels: {
        nation: 'nation', province: 'provinces', prefecture: 'prefectures', county: 'counties', tier: 'tiers', area: 'villages, towns, cities',
      } satisfies Record<Level, string>,
    },

    model: {
      about: [
        'Chengxiang simulates China from the census of 2010 on. Each simulated person stands for many real ones; they live in '
          + 'households, in villages, towns and cities of all 2,861 county units. Every year they age, marry, have children, work, '
          + 'move and die, and governments raise, transfer and spend money on their services.',
        'The baseline goes on with the policies of 2010–2020. A scenario differs from it only by the levers you move, and meets '
          + 'the same random events: what differs between the two lines follows from the levers.',
        'It is a laboratory, not a forecast. Some numbers come from the census and published studies; many are assumptions, '
          + 'and the table of parameters marks them. Trust directions more than sizes, and sizes more than decimals.',
      ],
      paper: 'The levers follow a paper on the equalization of basic public services in new urbanization; the section numbers are its own.',
      schedule: 'One year of the model, in order',
      step: spelledOut,
      code: 'The code is under the MIT licence.',
    },

    data: {
      sources: [
        {
          name: 'Census of 2010 by county',
          text: 'National Bureau of Statistics: residents by age and sex, registration, households, education, work, amenities.',
          licence: 'official statistics, as republished with the sources in the project',
        },
        {
          name: 'Births, deaths and ages',
          text: 'United Nations, World Population Prospects 2024.',
          licence: 'CC BY 3.0 IGO',
        },
        {
          name: 'National series',
          text: 'National Bureau of Statistics, Ministry of Finance, Ministry of Public Security: the observed points in the charts.',
          licence: 'official statistics',
        },
        {
          name: 'Places of county seats',
          text: '88250/city-geo, joined by name.',
          licence: 'Mulan PSL v2',
        },
        {
          name: 'Boundaries of prefectures',
          text: 'leiii/census, boundaries of 2020, simplified.',
          licence: 'MIT',
        },
      ],
      licence: 'Licence',
      observed: 'Observed series',
      hash: (hash: string) => `Tables ${hash}`,
    },
  },
}

export type Text = typeof en

/** The engine's unit as a reader says it: its shares are 0–1, the page's are percent. @param reach the largest number written in it */
function levelUnit(quantity: Quantity, { en: unit }: Words, reach?: number): string {
  switch (quantity) {
    case 'share': return unit.replace(/^share of/, '% of')
    case 'persons': return scaledBy(charts.persons, reach).of(unit)
    case 'money': return scaledBy(charts.money, reach).of(unit)
    case 'area': return scaledBy(charts.area, reach).of(unit)
    default: return unit
  }
}

function detail(text: string): string {
  return text ? ` (${text})` : ''
}
