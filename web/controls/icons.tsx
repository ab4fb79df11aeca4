/** The page's few signs, drawn on a grid of 16 with the colour of the text. */

const paths = {
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H6',
  redo: 'M10 3l3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H10',
  play: 'M4.5 2.8v10.4l9-5.2z',
  pause: 'M5 3v10M11 3v10',
  back: 'M10.5 3.5 6 8l4.5 4.5',
  forward: 'M5.5 3.5 10 8l-4.5 4.5',
  down: 'M4 6l4 4 4-4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  enlarge: 'M9.5 2.5h4v4M6.5 13.5h-4v-4M13.5 2.5 9 7M2.5 13.5 7 9',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  levers: 'M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M11 2.5v4M5 9.5v4',
  reset: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3',
  sun: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  check: 'M3 8.5 6.5 12 13 4.5',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
