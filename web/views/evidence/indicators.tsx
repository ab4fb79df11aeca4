/** Every indicator, defined in English and in Chinese side by side. */
import { useState } from 'preact/hooks'
import { indicators } from '../../../sim/index.ts'
import { text } from '../../text/index.ts'
import { ReportTable } from './report.tsx'
import { isFound, SearchField } from './search-field.tsx'

export function Indicators() {
  const words = text.evidence.indicators
  const [typed, type] = useState('')
  const found = indicators.filter(({ id, name, unit, definition }) =>
    isFound(typed, id, name.en, name.zh, unit.en, unit.zh, definition.en, definition.zh))
  return (
    <>
      <div class="filters">
        <SearchField label={words.search} value={typed} onInput={type} found={words.found(found.length, indicators.length)} />
      </div>
      <ReportTable name={text.evidence.titles.indicators}
        columns={[
          { head: words.columns.name }, { head: words.columns.definition }, { head: words.columns.chinese }, { head: words.columns.levels, small: true },
        ]}
        rows={found.map(({ id, name, unit, definition, levels, quantity }) => ({
          key: id,
          cells: [
            { shown: <>{name.en}<span class="under" lang="zh">{name.zh}</span></>, raw: `${id}: ${name.en} / ${name.zh}` },
            { shown: <>{definition.en}<span class="under">{text.units.level(quantity, unit)}</span></>, raw: `${definition.en} (${unit.en})` },
            { shown: <span lang="zh">{definition.zh}<span class="under">{unit.zh}</span></span>, raw: `${definition.zh} (${unit.zh})` },
            { shown: levels.map(level => words.levels[level]).join(', ') },
          ],
        }))} />
    </>
  )
}
