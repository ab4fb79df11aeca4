/** A d3 chart in the tree of the page that follows signals: made once, drawn again when what it shows has changed, gone with its box. */
import { computed, effect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isDark } from '../state/view.ts'
import { follow } from './drawing.ts'

interface Chart<T, Svg> {
  update(data: T): void
  destroy(): void
  svg?(): Svg
  /** Of a chart on canvas, which does not take over the page's colours by itself. */
  refreshTheme?(): void
}

/**
 * @param make called once, with the box that the chart is to stand in
 * @param data reads signals; nothing to draw yet gives undefined
 * @param onReady is handed what gives the picture for files
 * @returns belongs on the box
 */
export function useChart<T, Svg>(make: (box: HTMLElement) => Chart<T, Svg>, data: () => T | undefined, onReady?: (svg: () => Svg) => void): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chart = make(box.current!)
    if (chart.svg) onReady?.(chart.svg)
    const latest = computed(data)
    const end = follow(box.current!, () => latest.value, chart.update)
    const endTheme = chart.refreshTheme && followColours(chart.refreshTheme)
    return () => {
      endTheme?.()
      end()
      chart.destroy()
    }
  }, [])
  return box
}

function followColours(refresh: () => void): () => void {
  let shownDark = isDark.peek()
  return effect(() => {
    if (isDark.value === shownDark) return
    shownDark = isDark.value
    // The new custom properties hold from the next frame on.
    requestAnimationFrame(refresh)
  })
}
