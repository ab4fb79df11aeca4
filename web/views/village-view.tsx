/** The village stage: every household as a house, every person a dot; who they are is listed below and in a table. */
import { signal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { HouseholdSeen, PersonSeen, PlaceSeen } from '../../sim/index.ts'
import { csv, download, fileName } from '../charts/export.ts'
import { households } from '../charts/households.ts'
import type { House, HouseholdsData, Where } from '../charts/houses.ts'
import { numberText } from '../charts/number-text.ts'
import { tableElement } from '../charts/table.ts'
import { Icon } from '../controls/icons.tsx'
import { Menu } from '../controls/menu.tsx'
import { grown, isDim, picture } from '../state.ts'
import { peopleOf, type People } from '../state/people.ts'
import { recordOf } from '../state/runs.ts'
import { year } from '../state/view.ts'
import { text } from '../text/index.ts'
import { Dialog } from './dialog.tsx'
import { withRun } from './export-notes.ts'
import { useChart } from './use-chart.ts'

const chosen = signal<string | undefined>(undefined)
const tableOpen = signal(false)
const rowsAtOnce = 100

interface Seen {
  yearShown: number
  people: People
  places: PlaceSeen[]
  /** The village's own places, in the order of their blocks. */
  own: PlaceSeen[]
  run: unknown
}

function seen(): Seen | undefined {
  void grown.value
  const shown = picture.value
  const places = shown?.other.places
  const record = shown && recordOf(shown.other, year.value)
  const people = record && peopleOf(record)
  if (!places || !people) return undefined
  return { yearShown: record.year, people, places, own: places.filter(({ own }) => own), run: places }
}

function whereIs({ place }: PersonSeen, { home, origin }: HouseholdSeen, places: PlaceSeen[]): Where {
  if (!places[place].own) return 'away'
  // Of a household that has left, those who are still here are at home.
  return place === home || (!places[home].own && place === origin) ? 'home' : 'town'
}

function dataOf({ yearShown, people, places, own, run }: Seen): HouseholdsData {
  const blockOf = new Map(own.map(({ place }, block) => [place, block]))
  const houses: House[] = []
  for (const household of people.households) {
    // Where it keeps house, or, once it has left, where its house still stands.
    const block = blockOf.get(household.home) ?? blockOf.get(household.origin)
    if (block === undefined) continue
    const persons = membersOf(household, people).map(person => ({ age: person.age, where: whereIs(person, household, places) }))
    houses.push({ id: household.id, name: text.stage.family(household.name), block, empty: !persons.some(({ where }) => where === 'home'), persons })
  }
  const all = [...people.persons.values()]
  return {
    yearShown,
    run,
    houses,
    blocks: own.map(({ place, name }) => ({
      name: text.stage.place(name),
      residents: all.filter(person => person.place === place).length,
      away: all.filter(person => person.registered === place && person.place !== place).length,
    })),
    chosen: chosen.value,
    describe: id => {
      const household = people.households.find(candidate => candidate.id === id)
      return household ? membersOf(household, people).map(person => ({
        label: text.stage.person(person.name, person.age), value: whereText(person, household, places),
      })) : []
    },
    dim: isDim.value,
  }
}

function householdsData(): HouseholdsData | undefined {
  const now = seen()
  return now && dataOf(now)
}

function membersOf({ members }: HouseholdSeen, { persons }: People): PersonSeen[] {
  return members.flatMap(id => persons.get(id) ?? [])
}

function whereText(person: PersonSeen, household: HouseholdSeen, places: PlaceSeen[]): string {
  const where = whereIs(person, household, places)
  return where === 'home' ? text.stage.atHome : text.stage.place(places[person.place].name)
}

export function VillageView() {
  const words = text.stage
  const box = useChart(element => households(element, text.charts, id => { chosen.value = id }), householdsData)
  return (
    <>
      <div class="village-tools">
        <p class="hint">{words.villageMeaning}</p>
        <Menu compact title={text.chart.menu(words.village)} items={[
          { label: text.chart.table, act: () => { tableOpen.value = true } },
          { label: text.chart.csv, act: () => download(fileName(words.tableTitle(shownYear()), 'csv'), csv(withRun(personRows())), 'text/csv') },
        ]} />
      </div>
      <div class="village-scroll" tabIndex={-1}><div ref={box} /></div>
      <Chosen />
      {tableOpen.value && <PeopleTable />}
    </>
  )
}

/** The household that the reader has picked, person by person. */
function Chosen() {
  const words = text.stage
  const now = seen()
  const household = now?.people.households.find(({ id }) => id === chosen.value)
  if (!now || !household) return <p class="household soft">{words.pick}</p>
  return (
    <section class="household" aria-label={text.stage.family(household.name)}>
      <h3>{words.family(household.name)} <span class="soft">{words.household(household.income, household.land, household.landLet)}</span></h3>
      <ul>
        {membersOf(household, now.people).map(person => (
          <li key={person.id}>
            <strong>{words.person(person.name, person.age)}</strong> {words.does(person.activity, whereText(person, household, now.places), person.yearsAway)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const shownYear = (): number => seen()?.yearShown ?? year.peek()

/** One row a person. */
function personRows(): (string | number)[][] {
  const { columns, family, place, activities, educations, name, sexes } = text.stage
  const now = seen()
  if (!now) return [[...columns]]
  return [
    [...columns],
    ...now.people.households.flatMap(household => membersOf(household, now.people).map(person => [
      name(person.name), family(household.name), sexes[person.sex], person.age, activities[person.activity], educations[person.education],
      place(now.places[person.place].name), place(now.places[person.registered].name), person.yearsAway, Math.round(household.income),
    ])),
  ]
}

/** A page of the table at a time: the browser lays out all rows of a table for each that comes. */
function PeopleTable() {
  const words = text.stage
  const box = useRef<HTMLDivElement>(null)
  const [from, show] = useState(0)
  const [title] = useState(() => words.tableTitle(shownYear()))
  const [[columns, ...rows]] = useState(personRows)
  const part = rows.slice(from, from + rowsAtOnce)
  useEffect(() => {
    const written = (cell: string | number) => (typeof cell === 'number' ? numberText(cell, text.locale) : cell)
    box.current!.replaceChildren(tableElement({
      caption: title, columns: columns.map(String), rows: part.map(([head, ...cells]) => ({ head: written(head), cells: cells.map(written) })),
      words: part[0]?.slice(1).map(cell => typeof cell === 'string'),
    }, 'chart-table people-table'))
    box.current!.scrollTo(0, 0)
  }, [from])
  return (
    <Dialog wide title={words.village} label={title} onClose={() => { tableOpen.value = false }}>
      <div class="pager" role="group" aria-label={words.pages}>
        <button type="button" class="quiet small" aria-label={words.before} disabled={from === 0} onClick={() => show(from - rowsAtOnce)}>
          <Icon name="back" />
        </button>
        <span role="status">{words.rows(Math.min(from + 1, rows.length), from + part.length, rows.length)}</span>
        <button type="button" class="quiet small" aria-label={words.after} disabled={from + rowsAtOnce >= rows.length}
          onClick={() => show(from + rowsAtOnce)}><Icon name="forward" /></button>
      </div>
      <div class="table-box" ref={box} tabIndex={0} role="region" aria-label={title} />
    </Dialog>
  )
}
