/** People are walked in blocks: short loops stay fast in browsers. */
export const block = 4096

/** Calls `walk(start, end)` for each block of `count`. */
export function inBlocks(count: number, walk: (start: number, end: number) => void): void {
  for (let start = 0; start < count; start += block) walk(start, Math.min(count, start + block))
}
