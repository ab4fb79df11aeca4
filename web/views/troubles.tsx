/** What went wrong or needs saying, each with a way on. */
import { Icon } from '../controls/icons.tsx'
import { dismiss, goOn, troubles } from '../state.ts'
import { text } from '../text/index.ts'

export function Troubles() {
  return (
    <div class="troubles" role="alert">
      {troubles.value.map(({ id, trouble }) => (
        <div class={`trouble ${trouble.kind}`} key={id}>
          <p>{text.trouble(trouble)}</p>
          {(trouble.kind === 'failed' || trouble.kind === 'offline') && (
            <button type="button" class="small-button" onClick={() => {
              dismiss(id)
              goOn()
            }}>{text.run.goOn}</button>
          )}
          <button type="button" class="quiet small" aria-label={text.dismiss} title={text.dismiss} onClick={() => dismiss(id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  )
}
