/** Which part of China is looked at, and the way to another. */
import { useEffect } from 'preact/hooks'
import { stageKind } from '../../sim/index.ts'
import { Combobox } from '../controls/combobox.tsx'
import { Icon } from '../controls/icons.tsx'
import { countiesLoaded, countyWith, find, loadCounties } from '../state/counties.ts'
import { places, setStage, stage } from '../state.ts'
import { text } from '../text/index.ts'

export function StageBar() {
  const words = text.stage
  const kind = stageKind(stage.value)
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
        nothing={countiesLoaded() ? words.nothing : words.loading}
        find={typed => find(typed).map(({ code, nameZh, name, prefectureZh, prefecture, province }) => ({
          key: String(code), name: `${nameZh} ${name}`, note: words.where(prefecture, prefectureZh, province, code), lang: 'zh',
        }))}
        onChoose={({ key }) => setStage(`county:${Number(key)}`)} />
      {kind !== 'village' && (
        <button type="button" class="quiet" title={words.villageMeaning} onClick={() => setStage('village')}>{words.village}</button>
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
      const code = Number(stage.value.slice('county:'.length))
      const found = countyWith(code)
      const county = places.value?.counties.code.indexOf(code) ?? -1
      return <><span lang="zh">{found?.nameZh ?? places.value?.counties.nameZh[county] ?? code}</span> {found && <span class="soft">{found.name}, {found.province}</span>}</>
    }
  }
}
