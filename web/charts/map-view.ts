/** Where the plane that prefectures are shaped in, once, lies on a map of whatever size: px = plane × k + dx. */

export interface MapView {
  width: number
  height: number
  /** Pixels of the screen in a px. */
  ratio: number
  k: number
  dx: number
  dy: number
}

export const plane = { width: 1000, height: 845 }

/** The plane as large as it fits, in the middle. */
export function viewOf(width: number, height: number, ratio: number): MapView {
  const k = Math.min(width / plane.width, height / plane.height)
  return { width, height, ratio, k, dx: (width - plane.width * k) / 2, dy: (height - plane.height * k) / 2 }
}

/** What is drawn from here on is told in the plane. */
export function drawInPlane(pen: CanvasRenderingContext2D, { ratio, k, dx, dy }: MapView) {
  pen.setTransform(ratio * k, 0, 0, ratio * k, ratio * dx, ratio * dy)
}
