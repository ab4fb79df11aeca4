/** The parts of a long section: a line of links at its head, and each under its heading, where the address may lead. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { route, type Section } from '../../state/route.ts'
import { text } from '../../text/index.ts'
import { LinkTo } from './link-to.tsx'

export function OnThisPage({ section, parts }: { section: Section; parts: { id: string; name: string }[] }) {
  return (
    <nav class="on-this-page" aria-label={text.evidence.onThisPage}>
      {parts.map(({ id, name }) => <LinkTo key={id} open={{ section, item: id }}>{name}</LinkTo>)}
    </nav>
  )
}

export function Part({ id, name, children }: { id: string; name: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const asked = route.value?.item === id
  useEffect(() => {
    if (!asked) return
    heading.current!.scrollIntoView()
    heading.current!.focus({ preventScroll: true })
  }, [asked])
  return (
    <section class="evidence-part">
      <h3 ref={heading} tabIndex={-1}>{name}</h3>
      {children}
    </section>
  )
}
