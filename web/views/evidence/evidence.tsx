/** The model and its evidence: what it is, how it fares against data, what it says of the paper, and every number in it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../../controls/icons.tsx'
import { addressOf, go } from '../../state.ts'
import { route, sections, type Route, type Section } from '../../state/route.ts'
import { text } from '../../text/index.ts'
import { Calibration } from './calibration.tsx'
import { Claims } from './claims.tsx'
import { Indicators } from './indicators.tsx'
import { Data, Model } from './model.tsx'
import { Parameters } from './parameters.tsx'
import { Sensitivity } from './sensitivity.tsx'
import { Validation } from './validation.tsx'

const views: Record<Section, () => ComponentChildren> = {
  model: () => <Model />,
  validation: () => <Validation />,
  claims: () => <Claims />,
  sensitivity: () => <Sensitivity />,
  calibration: () => <Calibration />,
  parameters: () => <Parameters />,
  indicators: () => <Indicators />,
  data: () => <Data />,
}

export function Evidence() {
  const words = text.evidence
  const { section } = route.value!
  const heading = useRef<HTMLHeadingElement>(null)
  const scroller = useRef<HTMLElement>(null)
  useEffect(() => {
    heading.current?.focus()
    scroller.current?.scrollTo(0, 0)
    if (!route.peek()?.item) scrollTo(0, 0)
    document.title = `${words.sections[section]} – ${text.title}`
  }, [section])
  useEffect(() => {
    const before = document.activeElement
    return () => {
      document.title = `${text.title} ${text.titleOther}`
      // The button that led here may have been drawn anew.
      if (before instanceof HTMLElement && before.isConnected) before.focus()
      else document.querySelector<HTMLElement>('.evidence-button')?.focus()
    }
  }, [])
  return (
    <main class="evidence" aria-label={words.heading} ref={scroller}>
      <nav class="evidence-nav" aria-label={words.heading}>
        <LinkTo open={undefined} class="evidence-back"><Icon name="back" />{words.back}</LinkTo>
        <ul>
          {sections.map(name => (
            <li key={name}>
              <LinkTo open={{ section: name, item: '' }} current={name === section}>{words.sections[name]}</LinkTo>
            </li>
          ))}
        </ul>
      </nav>
      <div class="evidence-body">
        <h2 ref={heading} tabIndex={-1}>{words.titles[section]}</h2>
        {words.leads[section].map(paragraph => <p class="measure lead" key={paragraph}>{paragraph}</p>)}
        {views[section]()}
      </div>
    </main>
  )
}

/** A real link, so that it can be copied and opened beside; here it changes the view without loading anything. */
function LinkTo({ open, current, class: style, children }: {
  open: Route | undefined
  current?: boolean
  class?: string
  children: ComponentChildren
}) {
  return (
    <a href={addressOf(open)} class={style} aria-current={current ? 'page' : undefined}
      onClick={event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return
        event.preventDefault()
        go(open)
      }}>{children}</a>
  )
}
