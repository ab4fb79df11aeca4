/** What went wrong or needs saying, each with a way on. */
import { Icon } from '../controls/icons.tsx'
import { useEffect, useRef } from 'preact/hooks'
import { useFocusStays } from '../controls/focus-control.ts'
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
  const box = useRef<HTMLDivElement>(null)
  /** Where the reader was before he came to the box. */
  const before = useRef<HTMLElement | null>(null)
  useFocusStays(box, its => its.querySelector<HTMLElement>('.trouble:last-of-type button:last-of-type') ?? (before.current?.isConnected ? before.current : document.getElementById('results')))
  useEffect(() => {
    // What sticks to the lower edge of the screen stands above it.
    const sizes = new ResizeObserver(() => document.documentElement.style.setProperty('--troubles', `${box.current?.offsetHeight ?? 0}px`))
    sizes.observe(box.current!)
    return () => sizes.disconnect()
  }, [])
  return (
    <div class="troubles" role="alert" ref={box} onFocusIn={({ relatedTarget }) => {
      if (!box.current!.contains(relatedTarget as Node | null)) before.current = relatedTarget as HTMLElement | null
    }}>
      {troubles.value.map(({ id, trouble }) => (
        <div class={`trouble ${trouble.kind}`} key={id}>
          <p>{text.trouble(trouble)}</p>
          {(trouble.kind === 'failed' || trouble.kind === 'unfetched' || trouble.kind === 'noMemory') && (
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
