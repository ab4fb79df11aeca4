/** Small drawings in the lines of a table; the numbers beside them say the same in words. */

const width = 132
const height = 22
const middle = height / 2

function Drawn({ children }: { children: preact.ComponentChildren }) {
  return <svg class="marks" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">{children}</svg>
}

/** A value's place on a line, kept at its ends. */
function line(from: number, to: number): (value: number) => number {
  const inner = 6
  return value => inner + (width - 2 * inner) * Math.min(1, Math.max(0, (value - from) / (to - from)))
}

/** A difference and its interval about zero; the side that the paper expects is shaded. */
export function DifferenceMark({ value, low, high, expected }: {
  value: number
  low: number | null
  high: number | null
  expected: 'rises' | 'falls'
}) {
  const reach = Math.max(Math.abs(value), Math.abs(low ?? 0), Math.abs(high ?? 0)) * 1.1 || 1
  const x = line(-reach, reach)
  const zero = x(0)
  return (
    <Drawn>
      <rect class="expected" x={expected === 'rises' ? zero : 0} y="0" width={expected === 'rises' ? width - zero : zero} height={height} />
      <line class="zero" x1={zero} x2={zero} y1="0" y2={height} />
      {low !== null && high !== null && <line class="interval" x1={x(low)} x2={x(high)} y1={middle} y2={middle} />}
      <circle class="value" cx={x(value)} cy={middle} r="4" />
    </Drawn>
  )
}

/** Errors in tolerances, from −3 to 3: within one is inside. The earlier one, where there is one, is hollow. */
export function ErrorMark({ error, before }: { error: number; before?: number }) {
  const x = line(-3, 3)
  return (
    <Drawn>
      <rect class="expected" x={x(-1)} y="0" width={x(1) - x(-1)} height={height} />
      <line class="zero" x1={x(0)} x2={x(0)} y1="0" y2={height} />
      {before !== undefined && <line class="way" x1={x(before)} x2={x(error)} y1={middle} y2={middle} />}
      {before !== undefined && <circle class="before" cx={x(before)} cy={middle} r="3.5" />}
      <circle class={Math.abs(error) <= 1 ? 'value inside' : 'value outside'} cx={x(error)} cy={middle} r="4" />
    </Drawn>
  )
}

/** A parameter on its range: hollow before, full after, with its interval. */
export function RangeMark({ min, max, before, after, low, high }: Record<'min' | 'max' | 'before' | 'after' | 'low' | 'high', number>) {
  const x = line(min, max)
  return (
    <Drawn>
      <line class="range" x1={x(min)} x2={x(max)} y1={middle} y2={middle} />
      <line class="interval" x1={x(low)} x2={x(high)} y1={middle} y2={middle} />
      <circle class="before" cx={x(before)} cy={middle} r="3.5" />
      <circle class="value" cx={x(after)} cy={middle} r="4" />
    </Drawn>
  )
}
