/**
 * Finds a Chromium for the browser tests, or fetches one, and writes how to launch it where playwright.config.ts reads it.
 *
 * In this order: $CHROME_PATH, Playwright's own, one of the system, Playwright's download, the one inside the npm package
 * @sparticuz/chromium, Debian's package. Says nothing unless it has to wait, or fails. BROWSER_FROM=system,package limits
 * the search to some of the steps.
 */
import { execFileSync, spawn } from 'node:child_process'
import {
  createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { chromium } from '@playwright/test'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const cache = join(root, 'node_modules/.cache/chengxiang')
const answer = join(cache, 'browser.json')

const linux = process.platform === 'linux'
const asRoot = process.getuid?.() === 0
const packaged = '@sparticuz/chromium@147.0.2'

const args = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', ...(linux && (asRoot || process.env.CI) ? ['--no-sandbox'] : []),
]

/** Each gives the browsers it knows of, best first, or none; a launch decides. */
const steps = {
  path: () => (process.env.CHROME_PATH ? [{ executablePath: process.env.CHROME_PATH }] : []),
  playwright: () => [{ executablePath: chromium.executablePath() }].filter(it => existsSync(it.executablePath)),
  system: () => systemBrowsers().map(executablePath => ({ executablePath })),
  download: playwrightDownload,
  package: packagedBrowser,
  debian: debianBrowser,
}

const failures = []

await main()

async function main() {
  const wanted = process.env.BROWSER_FROM?.split(',') ?? Object.keys(steps)
  if (!process.env.CHROME_PATH && !process.env.BROWSER_FROM && await lastAnswerStillHolds()) return
  for (const name of wanted) {
    const browsers = await candidates(name)
    for (const browser of browsers) {
      try {
        await launch(browser)
        mkdirSync(cache, { recursive: true })
        writeFileSync(answer, JSON.stringify({ ...browser, args }, null, 2))
        return
      } catch (error) {
        failures.push(`${name}: ${browser.executablePath}: ${inOneLine(error)}`)
      }
    }
    if (name === 'path' && browsers.length > 0) break // a path given by hand is meant
  }
  rmSync(answer, { force: true })
  console.error('No Chromium for the browser tests was found or could be fetched.')
  for (const failure of failures) console.error(`  ${failure}`)
  console.error('Install Chrome or Chromium, or set CHROME_PATH to the program, and try again.')
  process.exit(1)
}

async function candidates(name) {
  try {
    const browsers = await steps[name]()
    if (browsers.length === 0) failures.push(`${name}: none`)
    return browsers
  } catch (error) {
    failures.push(`${name}: ${inOneLine(error)}`)
    return []
  }
}

function inOneLine(error) {
  return error.message.trim().split('\n').slice(0, 4).join(' | ').slice(0, 300)
}

async function lastAnswerStillHolds() {
  try {
    await launch(JSON.parse(readFileSync(answer, 'utf8')))
    return true
  } catch {
    return false
  }
}

/** Draws a page, which also shows missing libraries; throws with the browser's own words. */
async function launch({ executablePath, env }) {
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env }, timeout: 30_000 })
  try {
    const page = await browser.newPage()
    await page.setContent('<p>ready</p>', { timeout: 10_000 })
  } finally {
    await browser.close()
  }
}

function systemBrowsers() {
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome', 'microsoft-edge']
  const folders = (process.env.PATH ?? '').split(delimiter)
  const applications = {
    darwin: ['/Applications', join(homedir(), 'Applications')].flatMap(folder => [
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
      join(folder, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
    ]),
    win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean)
      .flatMap(folder => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
  }
  return applications[process.platform] ?? names.flatMap(name => folders.map(folder => join(folder, name))).filter(existsSync)
}

async function playwrightDownload() {
  const throughProxy = process.env.HTTPS_PROXY || process.env.https_proxy
  if (!throughProxy) {
    // Playwright tries every mirror for half a minute each: ask first whether one is there at all.
    const host = process.env.PLAYWRIGHT_DOWNLOAD_HOST ?? 'https://cdn.playwright.dev'
    await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(5000) })
      .catch(() => { throw new Error(`${host} cannot be reached`) })
  }
  say('fetching the Chromium of Playwright')
  const tool = join(root, 'node_modules/@playwright/test/cli.js')
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' }
  await command(process.execPath, [tool, 'install', '--no-shell', 'chromium'], { seconds: 300, env })
  return steps.playwright()
}

/** Its own launcher wants a newer Node and other flags; only the archives in it are used. */
async function packagedBrowser() {
  if (!linux || process.arch !== 'x64') return []
  const folder = join(cache, 'packaged')
  const browser = { executablePath: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib') } }
  if (existsSync(browser.executablePath)) return [browser]
  say(`fetching ${packaged}`)
  const part = `${folder}.part`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { recursive: true })
  writeFileSync(join(part, 'package.json'), '{ "private": true }')
  const npm = ['i', '--prefix', part, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', packaged]
  await command('npm', npm, { seconds: 300 })
  const archives = join(part, 'node_modules/@sparticuz/chromium/bin')
  await unpack(join(archives, 'chromium.br'), join(part, 'chromium'))
  for (const name of ['al2023', 'swiftshader']) {
    await unpack(join(archives, `${name}.tar.br`), join(part, `${name}.tar`))
    const target = join(part, name === 'al2023' ? name : '')
    mkdirSync(target, { recursive: true })
    execFileSync('tar', ['-xf', join(part, `${name}.tar`), '-C', target, '--no-same-owner'], { timeout: 60_000 })
    rmSync(join(part, `${name}.tar`))
  }
  rmSync(join(part, 'node_modules'), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
  renameSync(part, folder)
  return [browser]
}

function unpack(from, to) {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }))
}

async function debianBrowser() {
  if (!asRoot || !existsSync('/etc/debian_version')) return []
  say('installing the Chromium of Debian')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await command('apt-get', ['-qq', 'update'], { seconds: 120, env })
  await command('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium'], { seconds: 420, env })
  return steps.system()
}

/** Runs a program without a word; what it printed comes back, or goes into the error if it fails or takes too long. */
function command(program, parameters, { seconds, env = {} }) {
  return new Promise((done, fail) => {
    const child = spawn(program, parameters, {
      detached: !process.platform.startsWith('win'), // a group of its own, so that its children end with it
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    let late = false
    const timer = setTimeout(() => {
      late = true
      try {
        process.kill(process.platform.startsWith('win') ? child.pid : -child.pid, 'SIGKILL')
      } catch {
        child.kill('SIGKILL')
      }
    }, seconds * 1000)
    child.stdout.on('data', text => { out += text })
    child.stderr.on('data', text => { err += text })
    child.on('error', error => {
      clearTimeout(timer)
      fail(error)
    })
    child.on('close', code => {
      clearTimeout(timer)
      if (late) fail(new Error(`${program} took more than ${seconds} s`))
      else if (code !== 0) fail(new Error(`${program} ended with ${code}: ${err || out}`))
      else done(out)
    })
  })
}

function say(what) {
  console.error(`browser tests: ${what} …`)
}
