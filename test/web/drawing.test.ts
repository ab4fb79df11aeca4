/** Charts that follow signals, on a made-up page: frames come when the test says so. */
import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { follow, followPrinting } from '../../web/views/drawing.ts'

let frames: FrameRequestCallback[]
let seen: (isIntersecting: boolean) => void

beforeEach(() => {
  frames = []
  vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) => frames.push(draw))
  vi.stubGlobal('reportError', (error: unknown) => { throw error })
  vi.stubGlobal('IntersectionObserver', class {
    constructor(report: (entries: { isIntersecting: boolean }[]) => void) {
      seen = isIntersecting => report([{ isIntersecting }])
    }
    observe() {}
    disconnect() {}
  })
})
afterEach(() => vi.unstubAllGlobals())

function nextFrame() {
  for (const draw of frames.splice(0)) draw(0)
}

function following(data: () => string | undefined) {
  const drawn: string[] = []
  const end = follow({} as HTMLElement, data, text => drawn.push(text))
  return { drawn, end }
}

test('what is gone by the time of the frame is not drawn, and what comes after it is', () => {
  const data = signal<string | undefined>('a county')
  const { drawn } = following(() => data.value)
  data.value = undefined
  nextFrame()
  expect(drawn).toEqual([])
  data.value = 'China'
  nextFrame()
  expect(drawn).toEqual(['China'])
})

test('of several changes before a frame the last is drawn', () => {
  const data = signal<string | undefined>('first')
  const { drawn } = following(() => data.value)
  data.value = 'second'
  nextFrame()
  expect(drawn).toEqual(['second'])
})

test('out of view it is drawn once, and again when it comes into view', () => {
  const data = signal<string | undefined>('first')
  const { drawn } = following(() => data.value)
  nextFrame()
  data.value = 'second'
  nextFrame()
  expect(drawn).toEqual(['first'])
  seen(true)
  nextFrame()
  expect(drawn).toEqual(['first', 'second'])
})

test('before the page is printed it is drawn at once, in view or not, and not again afterwards', () => {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  const endPrinting = followPrinting()
  const data = signal<string | undefined>('2050')
  const { drawn, end } = following(() => data.value)
  nextFrame()
  data.value = '2010'
  nextFrame()
  expect(drawn).toEqual(['2050'])
  page.dispatchEvent(new Event('beforeprint'))
  expect(drawn).toEqual(['2050', '2010'])
  page.dispatchEvent(new Event('afterprint'))
  data.value = '2020'
  nextFrame()
  expect(drawn).toEqual(['2050', '2010'])
  end()
  endPrinting()
})

test('once ended it draws nothing more', () => {
  const data = signal<string | undefined>('first')
  const { drawn, end } = following(() => data.value)
  end()
  data.value = 'second'
  nextFrame()
  expect(drawn).toEqual([])
})
