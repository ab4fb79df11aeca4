/** The edge between two panels: drag it, or move it with the arrow keys; the browser remembers where it stands. */
import { signal } from '@preact/signals'
import { read, write } from '../state/storage.ts'

const isWidth = (value: unknown): value is number => typeof value === 'number' && value >= 200 && value <= 1200

/** Narrower, a lever's name, value and unit no longer fit on one line. */
export const leastLevers = 328
export const leversWidth = signal(Math.max(leastLevers, read('leversWidth', leastLevers, isWidth)))
export const resultsWidth = signal(read('resultsWidth', 560, isWidth))

const step = 16

export function Splitter({ label, width, min, max, side, name }: {
  label: string
  width: typeof leversWidth
  min: number
  max: number
  /** Where the panel lies whose width it sets. */
  side: 'left' | 'right'
  name: string
}) {
  const sign = side === 'left' ? 1 : -1
  function set(value: number) {
    width.value = Math.round(Math.min(max, Math.max(min, value)))
    write(name, width.value)
  }
  function drag(event: PointerEvent) {
    const handle = event.currentTarget as HTMLElement
    const start = event.clientX
    const before = width.value
    handle.setPointerCapture(event.pointerId)
    const move = (at: PointerEvent) => set(before + sign * (at.clientX - start))
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), { once: true })
  }
  return (
    <div class={`splitter splitter-${side}`} role="separator" aria-orientation="vertical" aria-label={label} tabIndex={0}
      aria-valuenow={width.value} aria-valuemin={min} aria-valuemax={max}
      onPointerDown={drag}
      onKeyDown={event => {
        const steps = { ArrowRight: sign, ArrowLeft: -sign }[event.key]
        if (steps === undefined) return
        event.preventDefault()
        set(width.value + steps * step)
      }} />
  )
}
