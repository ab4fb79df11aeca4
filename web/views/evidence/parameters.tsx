/** Every parameter of the model, with its range and what it rests on. */
import { useState } from 'preact/hooks'
import { parameters, type Parameter } from '../../../sim/index.ts'
import { numberText } from '../../charts/number-text.ts'
import { Segmented } from '../../controls/segmented.tsx'
import { text } from '../../text/index.ts'
import { ReportTable } from './report.tsx'
import { isFound, SearchField } from './search-field.tsx'

/** How the source of an assumption begins. */
const assumption = 'assumption'

const all = Object.entries(parameters as Record<string, Parameter>)
type Kind = 'assumed' | 'fitted' | 'sourced'
const kindOf = ({ basis }: Parameter): Kind => (basis === 'fitted' ? 'fitted' : basis === 'assumption' ? 'assumed' : 'sourced')
const countOf = (kind: Kind) => all.filter(([, parameter]) => kindOf(parameter) === kind).length

export function Parameters() {
  const words = text.evidence.parameters
  const [typed, type] = useState('')
  const [which, choose] = useState<keyof typeof words.which>('all')
  const found = all.filter(([id, parameter]) =>
    isFound(typed, id, words.name(id), parameter.meaning, parameter.source, parameter.unit)
    && (which === 'all' || kindOf(parameter) === which))
  return (
    <>
      <div class="filters">
        <SearchField label={words.search} value={typed} onInput={type} found={words.found(found.length, all.length)} />
        <Segmented label={words.whichLabel} options={words.which} value={which} onChange={chosen => choose(chosen)} />
      </div>
      <ReportTable name={text.evidence.titles.parameters}
        caption={words.assumptions(countOf('assumed'), countOf('fitted'), all.length)}
        columns={[
          { head: words.columns.name }, { head: words.columns.value, number: true }, { head: words.columns.range, number: true },
          { head: words.columns.unit }, { head: words.columns.meaning }, { head: words.columns.source, small: true },
        ]}
        rows={found.map(([id, parameter]) => {
          const { value, unit, min, max, meaning, source } = parameter
          return {
            key: id,
            cells: [
              { shown: <>{words.name(id)}<span class="under">{id}</span></>, raw: id },
              { shown: plainNumber(value), raw: value },
              { shown: text.levers.range(plainNumber(min), plainNumber(max)) },
              { shown: unit }, { shown: meaning },
              { shown: <Source of={parameter} />, raw: source },
            ],
          }
        })} />
    </>
  )
}

function Source({ of: parameter }: { of: Parameter }) {
  const words = text.evidence.parameters
  const { source } = parameter
  switch (kindOf(parameter)) {
    case 'assumed': return <><mark>{words.assumed}</mark>{source.slice(assumption.length)}</>
    case 'fitted': return <><mark class="fitted">{words.fitted}</mark>{source.replace(/^fitted/, '')}</>
    case 'sourced': return <>{source}</>
  }
}

export function plainNumber(value: number): string {
  return numberText(value, text.locale, { maximumSignificantDigits: 4 })
}
