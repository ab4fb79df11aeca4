/** What the numbers rest on: the model in short, its year, the data, every parameter, every definition. */
import { signal } from '@preact/signals'
import { useId, useState } from 'preact/hooks'
import { indicators, parameters, schedule } from '../../sim/index.ts'
import type { Parameter } from '../../sim/parameters.ts'
import { format } from '../charts/format.ts'
import { comparedAt, comparisons, type Comparison } from '../published.ts'
import { places } from '../state.ts'
import { text } from '../text/index.ts'
import { Dialog } from './dialog.tsx'

export const aboutOpen = signal(false)

/** How the source of an assumption begins. */
const assumption = 'assumption'

type Tab = keyof typeof text.about.tabs

export function About() {
  const [tab, setTab] = useState<Tab>('model')
  const id = useId()
  if (!aboutOpen.value) return null
  const words = text.about
  const tabs = Object.keys(words.tabs) as Tab[]
  function press(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]
    setTab(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return (
    <Dialog title={words.heading} label={words.heading} wide onClose={() => { aboutOpen.value = false }}>
      <div class="tabs" role="tablist" aria-label={words.heading} onKeyDown={press}>
        {tabs.map(name => (
          <button key={name} type="button" role="tab" id={`${id}-${name}`} aria-selected={name === tab} aria-controls={`${id}-panel`}
            tabIndex={name === tab ? 0 : -1} onClick={() => setTab(name)}>{words.tabs[name]}</button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} tabIndex={0}>
        {tab === 'model' && <Model />}
        {tab === 'facts' && <Facts />}
        {tab === 'data' && <Data />}
        {tab === 'parameters' && <Parameters />}
        {tab === 'indicators' && <Indicators />}
      </div>
    </Dialog>
  )
}

function Model() {
  const words = text.about
  return (
    <div class="prose">
      {words.model.map(paragraph => <p key={paragraph}>{paragraph}</p>)}
      <p>{words.paper}</p>
      <h3>{words.schedule}</h3>
      <ol class="schedule">{schedule.map(([name]) => <li key={name}>{words.step(name)}</li>)}</ol>
      <p class="soft">{words.code}</p>
    </div>
  )
}

function Facts() {
  const words = text.about
  return (
    <div class="facts-view">
      <p class="measure">{words.factsIntro(comparedAt.scale, comparedAt.seed)}</p>
      <h3>{words.missed}</h3>
      <p class="measure">{words.missedMeaning}</p>
      <FactTable name={words.missed} facts={comparisons.filter(({ met }) => !met)} />
      <h3>{words.met}</h3>
      <FactTable name={words.met} facts={comparisons.filter(({ met }) => met)} />
    </div>
  )
}

function FactTable({ name, facts }: { name: string; facts: Comparison[] }) {
  const { factColumns: columns, factNames: names } = text.about
  return (
    <table class="chart-table" aria-label={name}>
      <thead><tr>
        <th scope="col">{columns.fact}</th><th scope="col">{columns.year}</th><th scope="col">{columns.model}</th>
        <th scope="col">{columns.published}</th><th scope="col">{columns.source}</th>
      </tr></thead>
      <tbody>
        {facts.map(fact => (
          <tr key={`${fact.id} ${fact.year}`}>
            <th scope="row">{names[fact.id]}</th><td class="number">{fact.year}</td><td class="number">{factText(fact, fact.model)}</td>
            <td class="number">{factText(fact, fact.published)}</td><td>{fact.source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function factText({ quantity }: Comparison, value: Comparison['published']): string {
  const numbers = format(quantity === 'points' ? 'share' : quantity, text.charts)
  if (typeof value === 'number') return quantity === 'points' ? text.charts.percentagePoints(numbers.number(value)) : numbers.value(value)
  const [low, high] = value
  return quantity === 'points' ? text.charts.percentagePoints(text.charts.line.range(numbers.number(low), numbers.number(high))) : numbers.range(low, high)
}

function Data() {
  const words = text.about
  return (
    <div class="prose">
      <p>{words.dataIntro}</p>
      <dl class="facts">
        {words.sources.map(({ name, text: about, licence }) => (
          <div key={name}><dt>{name}</dt><dd>{about}</dd><dd class="soft">{words.columns.licence}: {licence}</dd></div>
        ))}
      </dl>
      <h3>{words.observed}</h3>
      <dl class="facts">
        {places.value?.observed.map(({ indicator, source }) => (
          <div key={indicator + source}><dt>{text.indicator.title(indicator)}</dt><dd>{source}</dd></div>
        ))}
      </dl>
      {places.value && <p class="soft">{words.dataHash(places.value.hash)}</p>}
    </div>
  )
}

function Parameters() {
  const words = text.about
  const all = Object.entries(parameters as Record<string, Parameter>)
  const isAssumed = (source: string) => source.startsWith(assumption)
  return (
    <>
      <p>{words.assumptions(all.filter(([, { source }]) => isAssumed(source)).length, all.length)}</p>
      <table class="chart-table">
        <thead><tr>
          <th scope="col">{words.columns.meaning}</th><th scope="col">{words.columns.value}</th><th scope="col">{words.columns.range}</th>
          <th scope="col">{words.columns.unit}</th><th scope="col">{words.columns.source}</th>
        </tr></thead>
        <tbody>
          {all.map(([id, { value, unit, min, max, meaning, source }]) => (
            <tr key={id}>
              <th scope="row" title={id}>{meaning}</th>
              <td class="number">{number(value)}</td><td class="number">{text.levers.range(number(min), number(max))}</td>
              <td>{unit}</td><td>{isAssumed(source) ? <><mark>{words.assumed}</mark>{source.slice(assumption.length)}</> : source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function number(value: number): string {
  return value.toLocaleString(text.locale, { maximumSignificantDigits: 6 })
}

function Indicators() {
  return (
    <dl class="facts">
      {indicators.map(({ id, definition, unit }) => (
        <div key={id}><dt>{text.indicator.title(id)}</dt><dd>{text.of(definition)}</dd><dd class="soft">{text.of(unit)}</dd></div>
      ))}
    </dl>
  )
}
