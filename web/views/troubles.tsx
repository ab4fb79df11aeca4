/** What went wrong or needs saying, each with a way on. */
import { Icon } from '../controls/icons.tsx'
import { useEffect } from 'preact/hooks'
import { dismiss, goOn, troubles } from '../state.ts'
import { text } from '../text/index.ts'
import { loadGeometry } from './map-panel.tsx'

/** Milliseconds for which what went well is said. */
const sayWell = 5000

export function Troubles() {
  const well = troubles.value.find(({ trouble: { kind } }) => kind === 'linkCopied')?.id
  useEffect(() => {
    if (well === undefined) return
    const timer = setTimeout(() => dismiss(well), sayWell)
    return () => clearTimeout(timer)
  }, [well])
  return (
    <div class="troubles" role="alert">
      {troubles.value.map(({ id, trouble }) => (
        <div class={`trouble ${trouble.kind}`} key={id}>
          <p>{text.trouble(trouble)}</p>
          {(trouble.kind === 'failed' || trouble.kind === 'unfetched') && (
            <button type="button" class="small-button" onClick={() => {
              dismiss(id)
              goOn()
            }}>{trouble.kind === 'failed' ? text.run.goOn : text.run.tryAgain}</button>
          )}
          {trouble.kind === 'offline' && (
            <button type="button" class="small-button" onClick={() => {
              dismiss(id)
              void loadGeometry()
            }}>{text.run.tryAgain}</button>
          )}
          <button type="button" class="quiet small" aria-label={text.dismiss} title={text.dismiss} onClick={() => dismiss(id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  )
}
