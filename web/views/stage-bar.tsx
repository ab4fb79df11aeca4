/** Which part of China is looked at, and the way to another. */
import { useEffect } from 'preact/hooks'
import { stageKind } from '../../sim/index.ts'
import { Combobox } from '../controls/combobox.tsx'
import { Icon } from '../controls/icons.tsx'
import { countyNames, find, loadCounties } from '../state/counties.ts'
import { setStage, stage } from '../state.ts'
import { text } from '../text/index.ts'
import { countyName } from './stage-name.ts'

export function StageBar() {
  const words = text.stage
  const kind = stageKind(stage.value)
  const names = countyNames()
  useEffect(() => {
    if (kind === 'county') void loadCounties()
  }, [kind])
  return (
    <div class="stage-bar">
      {kind !== 'nation' && (
        <button type="button" class="quiet" onClick={() => setStage('nation')}><Icon name="back" />{words.backToNation}</button>
      )}
      <span class="stage-name"><StageName /></span>
      <Combobox label={words.search} placeholder={words.searchShort} onFocus={() => void loadCounties()}
        nothing={names === 'ready' ? words.nothing : names === 'absent' ? words.absent : words.loading}
        find={typed => {
          const { found, more } = find(typed)
          const choices = found.map(({ code, nameZh, name, prefectureZh, prefecture, province }) => ({
            key: String(code), name: `${nameZh} ${name}`, note: words.where(prefecture, prefectureZh, province, code), lang: 'zh',
          }))
          return { choices, more }
        }}
        others={words.more}
        onChoose={({ key }) => setStage(`county:${Number(key)}`)} />
      {kind !== 'village' && (
        <button type="button" class="quiet" title={words.villageMeaning} onClick={() => setStage('village')}>{words.village}</button>
      )}
      {names === 'absent' && (
        <p class="soft" role="status">
          {words.absent} <button type="button" class="text-button" onClick={() => void loadCounties()}>{text.run.tryAgain}</button>
        </p>
      )}
    </div>
  )
}

function StageName() {
  const words = text.stage
  switch (stageKind(stage.value)) {
    case 'nation': return null
    case 'village': return <>{words.village}</>
    case 'county': {
      const { zh, en, province } = countyName()!
      return <><span lang="zh">{zh}</span> {en && <span class="soft">{en}, {province}</span>}</>
    }
  }
}
