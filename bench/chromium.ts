/** The built bench page, served and opened in the Chromium of the browser tests. */
import { readFileSync } from 'node:fs'
import { chromium, type LaunchOptions } from '@playwright/test'
import { preview } from 'vite'
import type { Measurement } from './measure.ts'
import type { Bench } from './worker.ts'

declare const bench: Bench

/** Measures runs one after another in one fresh worker. */
export async function measureInChromium(
  scale: number, lastYear: number, times: number,
): Promise<{ runs: Measurement[]; peakMegabytes: number | undefined }> {
  const server = await preview({ configFile: 'bench/vite.config.ts', preview: { host: 'localhost', port: 41740 } })
  const found: LaunchOptions = JSON.parse(readFileSync('node_modules/.cache/chengxiang/browser.json', 'utf8'))
  const browser = await chromium.launch({ ...found, env: { ...process.env, ...found.env } })
  try {
    const page = await browser.newPage()
    await page.goto(server.resolvedUrls!.local[0])
    const runs: Measurement[] = []
    for (let i = 0; i < times; i++) {
      runs.push(await page.evaluate(([scale, lastYear]) => bench.measure(scale, lastYear), [scale, lastYear]))
    }
    const session = await browser.newBrowserCDPSession()
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id))
    return { runs, peakMegabytes: peaks.every(peak => peak !== undefined) ? Math.max(...peaks) : undefined }
  } finally {
    await browser.close()
    await server.close()
  }
}

/** The most memory a process has held; only Linux tells. */
function peakOf(id: number): number | undefined {
  try {
    const kilobytes = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}
