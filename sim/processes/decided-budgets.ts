/**
 * What was decided, before it was spent, about the parts of local spending that schooling and health take: in 2010 that public money for schooling reach 4 % of
 * output in 2012, and in 2011 and 2012 what public money each insured resident brings to health care until 2015. What they gain the administration and all else lose.
 */
import type { Parameters } from '../parameters.ts'
import { services, type Service } from '../services.ts'

const [schooling2012, health2011, health2015] = [2012, 2011, 2015]

/** By service, its part of local spending relative to that of 2010: 1 in 2010, and as decided for the last year of a plan ever after. */
export function decidedRise({ schoolingRise, healthRise2011, healthRise }: Parameters, year: number): number[] {
  const paths: Partial<Record<Service, [year: number, rise: number][]>> = {
    schooling: [[2010, 1], [schooling2012, schoolingRise]],
    health: [[2010, 1], [health2011, healthRise2011], [health2015, healthRise]],
  }
  return services.map(service => along(paths[service] ?? [[2010, 1]], year))
}

/** Evenly between the points of a path; before the first and after the last as there. */
function along(path: readonly [year: number, value: number][], year: number): number {
  const next = path.findIndex(([at]) => at >= year)
  if (next <= 0) return path[next < 0 ? path.length - 1 : 0][1]
  const [[fromYear, from], [toYear, to]] = [path[next - 1], path[next]]
  return from + ((to - from) * (year - fromYear)) / (toYear - fromYear)
}
