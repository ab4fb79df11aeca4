/** The tests in a real browser, against the built page. */
import { readFileSync } from 'node:fs'
import { defineConfig, type LaunchOptions } from '@playwright/test'

// A port of this run's own, handed on to the processes that Playwright starts: another run on this machine may have one too.
const port = Number(process.env.CHENGXIANG_TEST_PORT ??= String(20_000 + (process.pid % 20_000)))
const baseURL = `http://localhost:${port}/`

/** What test/browser/find-browser.mjs found, or Playwright's own browser where it was not asked. */
function launchOptions(): LaunchOptions {
  try {
    const found: LaunchOptions = JSON.parse(readFileSync('node_modules/.cache/chengxiang/browser.json', 'utf8'))
    return { ...found, env: { ...process.env, ...found.env } }
  } catch {
    return {}
  }
}

export default defineConfig({
  testDir: 'test/browser',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Generous: on a busy machine a run takes several times as long, and no test is about time.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/chengxiang/playwright.json' }]],
  use: { baseURL, launchOptions: launchOptions() },
  projects: [{ name: 'chromium', use: { browserName: 'chromium', viewport: { width: 1440, height: 900 } } }],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host localhost --port ${port} --strictPort`,
    url: baseURL,
    reuseExistingServer: false,
  },
})
