/** Every word on the page, in English. Where a sentence holds something, it is a function. */
import { indicators as engineIndicators } from '../../sim/index.ts'
import type { Quantity } from '../../sim/indicators/indicator.ts'
import type { Words } from '../../sim/words.ts'
import type { ChartWords } from '../charts/words.ts'
import type { LeverGroup } from '../controls/lever-groups.ts'
import type { Trouble } from '../state/trouble.ts'
import type { Unreadable } from '../state/link.ts'

/** "1:10,000" */
const ratio = (scale: number) => `1:${scale.toLocaleString('en-GB')}`

const unreadable: Record<Unreadable, string> = {
  'damaged': 'it is incomplete or damaged',
  'too new': 'a newer version of Chengxiang made it; reload this page to get the newest',
  'too large': 'it is larger than any scenario',
  'not valid': 'a value in it is not valid',
}

const charts: ChartWords = {
  locale: 'en-GB',
  percent: number => `${number}%`,
  percentagePoints: number => `${number} pp`,
  persons: { per: 1e6, text: number => `${number} m` },
  money: { per: 1e9, text: number => `${number} bn yuan` },
  yuan: number => `¥${number}`,
  years: number => `${number} years`,
  noData: 'no data',
  line: {
    label: (title, unit, from, to) => `${title}, ${unit}, ${from} to ${to}`,
    reading: (label, value) => (label ? `${label} ${value}` : value),
    yearReading: (year, readings) => `${year}: ${readings.join(', ')}`,
    range: (low, high) => `${low} to ${high}`,
    policyFrom: year => `policy from ${year}`,
    projection: 'projection',
    observed: 'Observed',
  },
  pyramid: {
    label: (title, year, parts) => `${title}, ${year}. ${parts.join('. ')}`,
    groupReading: (group, readings) => `${group}: ${readings.join('; ')}`,
    area: { village: 'Village', town: 'Town', city: 'City' },
    male: 'men',
    female: 'women',
    age: 'age',
    ageGroup: (from, to) => (to === undefined ? `${from} and over` : `${from}–${to}`),
    unit: 'million residents',
    shareUnit: '% of the area’s residents',
    baseline: 'Baseline',
    scenario: 'My scenario',
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
    unitReading: (name, title, value) => `${name}: ${title} ${value}`,
    settlementReading: (name, tier, persons) => `${name}, ${tier}, ${persons}`,
    coverage: units => `${units} prefectures and counties of 31 provinces, as in the data; no statement about borders.`,
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
  ruralPension: { name: 'Rural pension', unit: '¥ a month' },
  ruralAssistance: { name: 'Rural assistance', unit: '¥ a year' },
  countyPooling: { name: 'County pooling', unit: '%' },
  standards: { name: 'Service standards', unit: '%' },
  supervision: { name: 'Supervision', unit: 'of 1' },
  responsibility: { name: 'Responsibility', unit: '%' },
  providers: { name: 'Providers', unit: '%' },
  boarding: { name: 'Boarding schools', unit: '¥ a year' },
  villageMerging: { name: 'Village merging', unit: 'residents' },
  landLetting: { name: 'Land letting', unit: 'of 1' },
  landCompensation: { name: 'Land compensation', unit: '× output' },
  farmlandRedline: { name: 'Farmland redline', unit: '%' },
  training: { name: 'Training', unit: '¥' },
  rentalHousing: { name: 'Rental housing', unit: '% of rent' },
  transport: { name: 'Transport', unit: '% off' },
  familySupport: { name: 'Family support', unit: '¥' },
  ruralJobs: { name: 'Rural jobs', unit: 'per 1,000' },
  hukouOpenness: {
    name: 'Hukou openness',
    unit: 'of 1',
    options: {
      town: 'Towns',
      small: 'Small cities',
      medium: 'Medium cities',
      large: 'Large cities',
      veryLarge: 'Very large cities',
      mega: 'Mega cities',
    },
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

/** "schoolClosing" → "School closing": for what the dictionary does not have yet. */
function spelledOut(id: string): string {
  const words = id.replaceAll('.', ': ').replace(/([a-z0-9])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const en = {
  locale: 'en-GB',
  languageTag: 'en',
  title: 'Chengxiang',
  titleOther: '城乡',
  subtitle: 'City and countryside in China, 2010–2050',
  skip: 'Skip to the results',
  charts,
  ratio,
  /** What the engine says in both languages, in this one. */
  of: (words: Words) => words.en,

  header: {
    scenario: 'Scenario',
    unnamed: 'My scenario',
    untouched: 'Baseline, no lever moved',
    moved: (count: number) => (count === 1 ? '1 lever moved' : `${count} levers moved`),
    name: 'Name of the scenario',
    open: 'Open a file…',
    save: 'Save as a file',
    copyLink: 'Copy link',
    reset: 'Reset all levers',
    undo: 'Undo',
    redo: 'Redo',
    theme: 'Theme',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    about: 'How it works',
    levers: 'Levers',
    file: 'chengxiang-scenario.json',
  },

  levers: {
    heading: 'What I change',
    resultHint: 'Move a lever: the picture follows while you drag.',
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
    sections: (list: string) => `paper ${list}`,
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
    resetThis: (name: string) => `Reset ${name.toLowerCase()}`,
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

  settings: {
    seed: 'Seed',
    seedMeaning: 'Another seed gives other random events.',
    scale: 'Scale',
    scaleMeaning: 'Real persons in one simulated person. A finer scale takes longer and has less chance in it.',
    lastYear: 'Last year',
    scaleOption: (scale: number) => ratio(scale),
  },

  run: {
    shown: (scale: number) => `Shown at ${ratio(scale)}`,
    lastTime: (scale: number) => `From last time, ${ratio(scale)}`,
    preview: (scale: number) => `Preview at ${ratio(scale)}`,
    first: (year: number) => `Running the baseline: ${year}`,
    running: (scale: number, year: number) => `Running at ${ratio(scale)}: ${year}`,
    refining: (scale: number, year: number) => `Refining at ${ratio(scale)}: ${year}`,
    done: (scale: number) => `Done at ${ratio(scale)}`,
    loading: 'Loading the census of 2010…',
    cancel: 'Cancel',
    stopped: 'Cancelled. The picture is the last one that was whole.',
    goOn: 'Run again',
    progress: 'Progress of the run',
    stale: 'The picture is of the lever positions before; the new one is being computed.',
  },

  trouble: (trouble: Trouble): string => {
    switch (trouble.kind) {
      case 'crashed': return 'The computation stopped without warning. It was started again; nothing you set is lost.'
      case 'failed': return `This scenario could not be computed${trouble.detail ? ` (${trouble.detail})` : ''}. `
        + 'Undo the last change, or run it again at a coarser scale.'
      case 'offline': return 'The census tables could not be loaded: there is no connection. Run again when there is.'
      case 'notKept': return 'The browser would not keep this picture for your next visit: its storage is full or blocked. '
        + 'Everything else works as before.'
      case 'link': return `The link could not be opened: ${unreadable[trouble.reason]}${detail(trouble.detail)}. `
        + 'You see the baseline instead.'
      case 'file': return `The file could not be opened: ${unreadable[trouble.reason]}${detail(trouble.detail)}. `
        + 'Your scenario is as it was.'
      case 'linkNotCopied': return 'The browser did not allow copying. The address bar holds the same link.'
      case 'linkCopied': return 'The link is copied. It holds the whole scenario.'
    }
  },
  dismiss: 'Dismiss',

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
    same: 'as the baseline',
    toBaseline: 'to baseline',
    sureUntouched: 'One run. Move a lever to see what it changes.',
    sureMoved: 'One run each, same random events. Without repeats, a small difference cannot be told from chance.',
    sureLastTime: 'The baseline as it was on your last visit. It is being computed anew.',
    surePreview: 'A coarse preview: small differences may be chance.',
    areas: { village: 'Villages', town: 'Towns', city: 'Cities' },
    ofWhom: (label: string, whose: string) => `${label}, ${whose.toLowerCase()}`,
  },

  indicator: {
    /** In small print above a large figure. */
    short: (id: string) => shortIndicators[id] ?? indicators.get(id) ?? spelledOut(id),
    title: (id: string) => indicators.get(id) ?? spelledOut(id),
  },

  units: {
    level: levelUnit,
    difference: (quantity: Quantity, unit: Words) =>
      `difference to baseline, ${quantity === 'share' ? 'pp' : levelUnit(quantity, unit)}`,
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
    pyramid: 'Residents by age and sex',
    transferKinds: {
      'transfers.rebates': 'Rebates',
      'transfers.equalization': 'Equalization',
      'transfers.earmarked': 'Earmarked',
    } as Record<string, string>,
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

  about: {
    heading: 'What these numbers rest on',
    tabs: { model: 'The model', facts: 'Against the facts', data: 'Data', parameters: 'Parameters', indicators: 'Indicators' },
    model: [
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
    dataIntro: 'Counties, prefectures and provinces are those of mainland China as the data give them.',
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
        name: 'Boundaries of prefectures',
        text: 'leiii/census, boundaries of 2020, simplified.',
        licence: 'MIT',
      },
    ],
    code: 'The code is under the MIT licence.',
    factsIntro: (scale: number, seed: string) => `What the baseline gives at ${ratio(scale)}, seed ${seed}, beside what was published. `
      + 'No number was set to meet these facts, but they were seen while the model was built, and the cost of living apart was raised '
      + 'because too many children were left behind. So they tell how far to trust it, though not as a sealed test would.',
    missed: 'What the baseline misses',
    missedMeaning: 'Take care with results that rest on these: who migrates, how far and at what age, and who takes up registration.',
    met: 'What it meets',
    factNames: {
      outMigrants: 'Migrant workers outside their home township',
      withinProvince: 'Share of them inside their own province, which has risen as published and falls in the model',
      migrantAge: 'Mean age of migrant workers',
      registeredUrban: 'Urban by registration, share of all',
      ageGap: 'Aged 60 and over: villages above cities, percentage points',
      leftBehind: 'Left-behind children in villages',
      share60: 'Aged 60 and over',
      urban: 'Urban residents, share of all',
      incomes: 'Urban to rural income per head',
      householdSize: 'Persons per household',
      farming: 'Employed in farming, share of the employed',
    } as Record<string, string>,
    factColumns: { fact: 'Fact', year: 'Year', model: 'Model', published: 'Published', source: 'Source' },
    dataHash: (hash: string) => `Tables ${hash}`,
    observed: 'Observed series',
    columns: {
      name: 'Name', value: 'Value', range: 'Range', unit: 'Unit', meaning: 'Meaning', source: 'Source', definition: 'Definition',
      licence: 'Licence',
    },
    assumed: 'assumption',
    assumptions: (count: number, all: number) => `${count} of ${all} parameters are assumptions; they are marked.`,
    step: spelledOut,
  },
}

export type Text = typeof en

/** The engine's unit as a reader says it: its shares are 0–1, the page's are percent. */
function levelUnit(quantity: Quantity, { en: unit }: Words): string {
  switch (quantity) {
    case 'share': return unit.replace(/^share of/, '% of')
    case 'persons': return `million ${unit}`
    case 'money': return unit.replace(/^yuan/, 'bn yuan')
    default: return unit
  }
}

function detail(text: string): string {
  return text ? ` (${text})` : ''
}
