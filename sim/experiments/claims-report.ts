/** What `chengxiang claims` finds: the paper's claims, each with what was run, what came out and on what it rests. */
import type { Quantity } from '../indicators/indicator.ts'
import type { Manifest } from './manifest.ts'

/** `undecided`: the interval of the difference includes zero, so this many runs cannot tell. */
export type Verdict = 'agrees' | 'disagrees' | 'undecided'

export type Direction = 'rises' | 'falls'

/** One difference that the claim foretells. */
export interface Part {
  id: string
  /** What is compared with what, in a sentence. */
  label: string
  /** Id of the indicator; `a@town` is read in towns, `a/b` is the ratio of two. */
  indicator: string
  /** How its numbers are written. */
  quantity: Quantity
  year: number
  expected: Direction
  /** Mean over the runs of what the difference is taken from. */
  base: number
  /** Mean over the pairs. */
  difference: number
  /** 95 % interval of the mean difference; null with a single pair, which cannot tell. */
  low: number | null
  high: number | null
  verdict: Verdict
}

export interface Claim {
  id: string
  /** Of the paper. */
  section: string
  /** What the paper says. */
  paper: string
  /** What was run to see whether it is so. */
  experiment: string
  /** The mechanisms and assumed parameters that the outcome rests on. */
  restsOn: string
  /** Of the first part, which stands for the claim; so are the figures. */
  indicator: string
  quantity: Quantity
  year: number
  expected: Direction
  difference: number
  low: number | null
  high: number | null
  /** Agrees if all parts agree, disagrees if any part disagrees. */
  verdict: Verdict
  parts: Part[]
}

export interface ClaimsReport {
  manifest: Manifest
  claims: Claim[]
}
