/** A d3 chart in the tree of the page: made once, drawn again with other data when a frame has time. */
import { useEffect, useRef } from 'preact/hooks'
import { dontDraw, drawSoon } from '../../charts/frames.ts'

export interface Chart<T> {
  update(data: T): void
  svg(): SVGSVGElement
  destroy(): void
}

export function Drawing<T>({ make, data, onReady }: {
  make(box: HTMLElement): Chart<T>
  /** The same object while nothing has changed. */
  data: T
  onReady?(svg: () => SVGSVGElement): void
}) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<Chart<T> | undefined>(undefined)
  useEffect(() => {
    const made = make(box.current!)
    chart.current = made
    onReady?.(made.svg)
    return () => {
      dontDraw(made)
      made.destroy()
    }
  }, [])
  useEffect(() => {
    const made = chart.current!
    drawSoon(made, () => made.update(data))
  }, [data])
  return <div class="figure-box" ref={box} />
}
