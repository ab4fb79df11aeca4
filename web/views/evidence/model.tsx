/** The model in short, its year, and the data it begins from. */
import { meanings } from '../../../sim/index.ts'
import { places } from '../../state.ts'
import { text } from '../../text/index.ts'

export function Model() {
  const words = text.evidence.model
  return (
    <div class="prose">
      {words.about.map(paragraph => <p key={paragraph}>{paragraph}</p>)}
      <p>{words.paper}</p>
      <h3>{words.schedule}</h3>
      <ol class="schedule">
        {(Object.keys(meanings) as (keyof typeof meanings)[]).map(name => <li key={name}><strong>{words.step(name)}</strong> {meanings[name]}</li>)}
      </ol>
      <p class="soft">{words.code}</p>
    </div>
  )
}

export function Data() {
  const words = text.evidence.data
  return (
    <div class="prose">
      <dl class="facts">
        {words.sources.map(({ name, text: about, licence }) => (
          <div key={name}><dt>{name}</dt><dd>{about}</dd><dd class="soft">{words.licence}: {licence}</dd></div>
        ))}
      </dl>
      <h3>{words.observed}</h3>
      <dl class="facts">
        {places.value?.observed.map(({ indicator, source }) => (
          <div key={indicator + source}><dt>{text.indicator.title(indicator)}</dt><dd>{source}</dd></div>
        ))}
      </dl>
      {places.value && <p class="soft">{words.hash(places.value.hash)}</p>}
    </div>
  )
}
