/** The way from a village to school. */

/**
 * Mean way of a pupil to school, km: half a kilometre within the village; to another village's school further as schools thin out, at most to town.
 * Villages lie about 1.8 km apart (assumption); an open school among n villages serves a circle of √n times their spacing.
 */
export function schoolWay(schools: number, units: number, townDistance: number): number {
  const openShare = Math.min(1, schools / Math.max(1e-9, units))
  if (openShare <= 0) return townDistance
  return Math.min(townDistance, 0.5 + 1.8 * (Math.sqrt(1 / openShare) - 1) * 0.7)
}
