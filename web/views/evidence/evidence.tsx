/** The model and its evidence: what it is, how it fares against data, what it says of the paper, and every number in it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../../controls/icons.tsx'
import { route, sections, type Section } from '../../state/route.ts'
import { text } from '../../text/index.ts'
import { Calibration } from './calibration.tsx'
import { Claims } from './claims.tsx'
import { Indicators } from './indicators.tsx'
import { LinkTo } from './link-to.tsx'
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
    // An address that leads to a part of the section has its own place to go to.
    if (!route.peek()?.item) {
      heading.current?.focus({ preventScroll: true })
      scroller.current?.scrollTo(0, 0)
      scrollTo(0, 0)
    }
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
