/** Long lists come a part at a time, so that the page answers in between. */
import { useEffect, useState } from 'preact/hooks'

/** @returns how many of `total` to show by now: `step` more every frame */
export function useGradually(total: number, step: number): number {
  const [count, setCount] = useState(step)
  useEffect(() => {
    if (count >= total) return
    const frame = requestAnimationFrame(() => setCount(count + step))
    return () => cancelAnimationFrame(frame)
  }, [count, total])
  return Math.min(count, total)
}
