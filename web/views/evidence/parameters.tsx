/** Every parameter of the model, with its range and what it rests on. */
import { useState } from 'preact/hooks'
import { parameters, type Parameter } from '../../../sim/index.ts'
import { Segmented } from '../../controls/segmented.tsx'
import { text } from '../../text/index.ts'
import { ReportTable } from './report.tsx'
import { isFound, SearchField } from './search-field.tsx'

/** How the source of an assumption begins. */
const assumption = 'assumption'

const all = Object.entries(parameters as Record<string, Parameter>)
const isAssumed = ({ source }: Parameter) => source.startsWith(assumption)

export function Parameters() {
  const words = text.evidence.parameters
  const [typed, type] = useState('')
  const [which, choose] = useState<keyof typeof words.which>('all')
  const found = all.filter(([id, parameter]) =>
    isFound(typed, id, words.name(id), parameter.meaning, parameter.source, parameter.unit)
    && (which === 'all' || isAssumed(parameter) === (which === 'assumed')))
  return (
    <>
      <div class="filters">
        <SearchField label={words.search} value={typed} onInput={type} found={words.found(found.length, all.length)} />
        <Segmented label={words.whichLabel} options={words.which} value={which} onChange={chosen => choose(chosen)} />
      </div>
      <ReportTable name={text.evidence.titles.parameters}
        caption={words.assumptions(all.filter(([, parameter]) => isAssumed(parameter)).length, all.length)}
        columns={[
          { head: words.columns.name }, { head: words.columns.value, number: true }, { head: words.columns.range, number: true },
          { head: words.columns.unit }, { head: words.columns.meaning }, { head: words.columns.source, small: true },
        ]}
        rows={found.map(([id, parameter]) => {
          const { value, unit, min, max, meaning, source } = parameter
          return {
            key: id,
            cells: [
              { shown: words.name(id), raw: id },
              { shown: plainNumber(value), raw: value },
              { shown: text.levers.range(plainNumber(min), plainNumber(max)) },
              { shown: unit }, { shown: meaning },
              { shown: isAssumed(parameter) ? <><mark>{words.assumed}</mark>{source.slice(assumption.length)}</> : source, raw: source },
            ],
          }
        })} />
    </>
  )
}

export function plainNumber(value: number): string {
  return value.toLocaleString(text.locale, { maximumSignificantDigits: 4 }).replace('-', '\u2212')
}
