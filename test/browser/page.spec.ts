/** The page in a real browser, as a reader uses it. */
import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Download, type Page } from '@playwright/test'

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

/** No test may leave an error in the console, unless it says which. */
const test = base.extend<{ allowedErrors: RegExp[] }>({
  allowedErrors: [[], { option: true }],
  page: async ({ page, allowedErrors }, use) => {
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    page.on('console', message => { if (message.type() === 'error') errors.push(message.text()) })
    await use(page)
    expect(errors.filter(error => !allowedErrors.some(pattern => pattern.test(error)))).toEqual([])
  },
})

/** Coarse, so that the tests need not wait for the finest run; but finer than a preview, for what a preview is shown before. */
const coarse = { format: 1, scale: 40_000, years: [2010, 2030] }
/** As coarse as a preview: each scenario then has one run. Its years hold those in which a lever moves that nothing is said of. */
const coarsest = { format: 1, scale: 100_000, years: [2010, 2030] }
/** As coarse, and as short as may be, where neither figures nor years count. */
const shortest = { format: 1, scale: 100_000, years: [2010, 2012] }
/** As fine as the first picture of a visit, and as short as may be. */
const brief = { format: 1, scale: 10_000, years: [2010, 2012] }
/** Of a county that there is not. */
const nowhere = { format: 1, stage: 'county:999999' }

function linkOf(scenario: object): string {
  return `#v1.${deflateRawSync(JSON.stringify(scenario)).toString('base64url')}`
}

/** Opens the page, with a scenario in its address and every group of levers unfolded, and waits until its run is whole. */
async function open(page: Page, scenario: object = shortest) {
  await page.addInitScript(() => {
    localStorage.setItem('chengxiang.openGroups', '["money","services","migration","land","households"]')
  })
  await page.goto(`./${linkOf(scenario)}`)
  await settled(page)
}

/** All at once: a preview is current but not the finest, the picture before it the finest but not current. */
async function settled(page: Page) {
  await page.waitForFunction(() =>
    document.querySelector('.badge.finest') && !document.querySelector('.run-state progress, .headline.stale'),
  undefined, { timeout: 90_000 })
}

/** Of a CSV file, without the mark by which spreadsheets know its letters. */
const linesOf = async (file: Download) => readFileSync(await file.path(), 'utf8').replace('\ufeff', '').split('\r\n')

const lever = (page: Page, id: string) => page.locator(`[data-lever=${id}]`)
const slider = (page: Page, id: string) => lever(page, id).locator('input[type=range]').first()
const figure = (page: Page, id: string) => page.locator(`.headline [data-indicator="${id}"]`)
const difference = (page: Page, id: string) => figure(page, id).locator('.difference')
const scenarioState = (page: Page) => page.locator('.scenario-state')

test('opens on a running baseline, quick first and then finer', async ({ page }) => {
  await page.goto('./')
  await expect(figure(page, 'urbanShare').locator('.value')).toContainText('%', { timeout: 10_000 })
  await expect(page.locator('.badge')).toHaveAttribute('data-scale', '10000')
  await expect(page.locator('.map canvas').first()).toBeVisible()
  await expect(page.locator('[data-figure=urbanShare] svg path.series').first()).toBeVisible()
  await expect(page.locator('.footer')).toContainText('people and money conserved', { timeout: 30_000 })
})

test('the next visit opens on the baseline of the last, and says so until the new run is there', async ({ page }) => {
  await page.goto(`./${linkOf(brief)}`)
  await expect.poll(() => page.evaluate(() => localStorage.getItem('chengxiang.lastPicture')), { timeout: 30_000 }).not.toBeNull()
  // No run can begin without the tables.
  await page.route('**/nation-*.json', async route => {
    await new Promise(resolve => setTimeout(resolve, 1500))
    await route.continue().catch(() => {})
  })
  await page.reload()
  await expect(page.locator('.badge')).toContainText('From last time')
  await expect(figure(page, 'urbanShare').locator('.value')).toContainText('%')
  await expect(page.locator('.sure')).toContainText('last visit')
  await expect(page.locator('.badge')).toContainText('Shown at', { timeout: 30_000 })
})

test('a browser that keeps nothing is told once, and the page goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
  })
  await page.goto(`./${linkOf(brief)}`)
  await expect(page.getByRole('alert')).toContainText('its storage is full or blocked', { timeout: 30_000 })
  await expect(figure(page, 'urbanShare').locator('.value')).toContainText('%')
})

test('a lever that a scenario sets twice shows both settings, each to be changed or removed', async ({ page }) => {
  await open(page, {
    ...coarsest, policies: [{ id: 'ruralTilt', value: 2, from: 2020, to: 2029 }, { id: 'ruralTilt', value: 1.5, from: 2030 }],
  })
  const tilt = lever(page, 'ruralTilt')
  await expect(scenarioState(page)).toHaveText('1 lever moved')
  await expect(tilt.locator('output').first()).toHaveText('1.50')
  await expect(tilt).toContainText('From 2030. Also set in')
  await tilt.getByRole('button', { name: 'Show and change rural tilt as set in 2020' }).click()
  await expect(tilt.locator('output').first()).toHaveText('2.00')
  await tilt.getByRole('slider').first().focus()
  await page.keyboard.press('End')
  await expect(tilt.locator('output').first()).toHaveText('3.00')
  await tilt.getByRole('button', { name: 'Remove rural tilt as set in 2030' }).click()
  await expect(tilt.locator('.other-steps')).toHaveCount(0)
  await expect(tilt.locator('output').first()).toHaveText('3.00')
})

test('a lever changes the result, undo takes it back, redo brings it again', async ({ page }) => {
  await open(page, coarsest)
  await expect(scenarioState(page)).toHaveText('Baseline, no lever moved')
  await slider(page, 'ruralTilt').focus()
  await page.keyboard.press('End')
  await settled(page)
  await expect(scenarioState(page)).toHaveText('1 lever moved')
  await expect(difference(page, 'serviceRatio')).toHaveText(/^[+−]/)
  const changed = await figure(page, 'serviceRatio').innerText()

  await page.getByRole('button', { name: 'Undo' }).click()
  await settled(page)
  await expect(scenarioState(page)).toHaveText('Baseline, no lever moved')
  await expect(difference(page, 'serviceRatio')).toHaveText('\u00a0')

  await page.keyboard.press('Control+Shift+Z')
  await settled(page)
  expect(await figure(page, 'serviceRatio').innerText()).toBe(changed)
})

test('every kind of lever moves', async ({ page }) => {
  await open(page, coarsest)
  await slider(page, 'transferPool').focus()
  await page.keyboard.press('PageUp')
  await expect(lever(page, 'transferPool').locator('output')).toHaveText('39.9')

  await lever(page, 'transferMix').getByRole('slider', { name: 'Equalization' }).focus()
  await page.keyboard.press('End')
  await expect(lever(page, 'transferMix').locator('output').first()).toHaveText('0 / 100 / 0')

  await lever(page, 'equalizationFormula').getByRole('combobox').selectOption('perResident')
  await slider(page, 'hukouOpenness').focus()
  await page.keyboard.press('End')
  await expect(scenarioState(page)).toHaveText('4 levers moved')
  await settled(page)

  await page.getByRole('button', { name: 'Reset all levers' }).click()
  await expect(scenarioState(page)).toHaveText('Baseline, no lever moved')
})

test('the one slider of a lever by tier leaves the tiers as far apart as they are', async ({ page }) => {
  await open(page, { ...coarsest, policies: [{ id: 'hukouOpenness', value: { town: 1, small: 0.5, medium: 0.5, large: 0.5, veryLarge: 0.5, mega: 0 }, from: 2020 }] })
  await lever(page, 'hukouOpenness').getByRole('button', { name: 'Hukou openness', exact: true }).click()
  await slider(page, 'hukouOpenness').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(lever(page, 'hukouOpenness').locator('.part output')).toHaveText(['0.95', '0.45', '0.45', '0.45', '0.45', '0.00'])
})

test('a lever that is reset by keyboard keeps the focus, and so does the last undo', async ({ page }) => {
  await open(page, coarsest)
  await slider(page, 'ruralTilt').focus()
  await page.keyboard.press('End')
  await lever(page, 'ruralTilt').getByRole('button', { name: 'Reset rural tilt' }).press('Enter')
  await expect(slider(page, 'ruralTilt')).toBeFocused()
  const undo = page.getByRole('button', { name: 'Undo' })
  // The lever, its reset, and the link that was opened.
  for (let k = 0; k < 3; k++) await undo.press('Enter')
  await expect(undo).toBeFocused()
  await expect(undo).toHaveAttribute('aria-disabled', 'true')
})

test('a scenario that comes with the page bears its name as long as it is true', async ({ page }) => {
  await open(page)
  const name = page.locator('.scenario-name')
  await page.getByRole('button', { name: 'Scenario', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Cities open to migrants' }).click()
  await expect(name).toHaveText('Cities open to migrants')
  await slider(page, 'ruralJobs').focus()
  await page.keyboard.press('End')
  await expect(name).toHaveText('Cities open to migrants, changed')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Scenario', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as a file' }).click()
  expect((await saved).suggestedFilename()).toBe('cities-open-to-migrants-changed.json')
  await page.getByRole('button', { name: 'Reset all levers' }).click()
  await expect(name).toHaveText('My scenario')
})

test('the link holds the year shown and what the map shows', async ({ page, context }) => {
  await open(page)
  await page.getByLabel('Indicator on the map').selectOption('serviceLevel')
  await page.getByRole('slider', { name: 'Year shown' }).press('ArrowLeft')
  const year = await page.locator('.time-year').innerText()
  await expect(page).toHaveURL(new RegExp(`/shown/${year}/serviceLevel/level$`))
  const other = await context.newPage()
  await other.goto(page.url())
  await settled(other)
  await expect(other.locator('.time-year')).toHaveText(year)
  await expect(other.locator('.map-title')).toContainText(`, ${year}`)
  await expect(other.getByLabel('Indicator on the map')).toHaveValue('serviceLevel')
  await expect(other.getByRole('alert')).toBeEmpty()
})

test('a lever opens to a typed value, dates and what it rests on', async ({ page }) => {
  await open(page, coarsest)
  const tilt = lever(page, 'ruralTilt')
  await tilt.getByRole('button', { name: 'Rural tilt', exact: true }).click()
  await expect(tilt).toContainText('Section 4.1')
  await tilt.getByLabel('Value', { exact: true }).fill('99')
  await page.keyboard.press('Enter')
  await expect(tilt).toContainText('Must be 0.3 to 3; the nearest was taken.')
  await expect(tilt.locator('output').first()).toHaveText('3.00')
  await tilt.getByLabel('Starts in').fill('2029')
  await page.keyboard.press('Tab')
  await settled(page)
  await expect(page.locator('[data-figure=urbanShare] .chart svg')).toContainText('policy from 2029')
  await tilt.getByRole('button', { name: 'Reset rural tilt' }).click()
  await expect(scenarioState(page)).toHaveText('Baseline, no lever moved')
})

test('a lever that is open stays so when it goes among the moved ones', async ({ page }) => {
  await open(page, coarsest)
  const tilt = lever(page, 'ruralTilt')
  await tilt.getByRole('button', { name: 'Rural tilt', exact: true }).click()
  await slider(page, 'ruralTilt').press('End')
  await page.getByRole('button', { name: 'Play the years' }).focus()
  await page.mouse.move(700, 400)
  await expect(page.locator('.touched [data-lever=ruralTilt]')).toContainText('Section 4.1')
  await expect(tilt.getByRole('button', { name: 'Rural tilt', exact: true })).toHaveAttribute('aria-expanded', 'true')
})

test('the picture follows while a lever is dragged', async ({ page }) => {
  await open(page, coarse)
  const box = (await slider(page, 'ruralTilt').boundingBox())!
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.27, y)
  await page.mouse.down()
  for (let k = 0; k < 12; k++) {
    await page.mouse.move(box.x + box.width * (0.3 + 0.05 * k), y)
    await page.waitForTimeout(40)
  }
  await expect(page.locator('.badge')).toHaveText('Baseline at 1:40,000, change at 1:100,000')
  await expect(difference(page, 'serviceRatio')).toHaveText(/^[+−]/)
  expect((await slider(page, 'ruralTilt').boundingBox())!.y).toBe(box.y)
  await page.mouse.up()
  await settled(page)
  await expect(scenarioState(page)).toHaveText('1 lever moved')
})

test('a comparison is repeated with other random events: ranges at the figures, bands in the charts, gone with the next lever', async ({ page }) => {
  await open(page, { ...coarsest, years: [2010, 2018], policies: [{ id: 'ruralTilt', value: 2, from: 2015 }] })
  const sure = page.locator('.sure')
  await sure.getByRole('button', { name: 'Repeat' }).press('Enter')
  await expect(sure).toContainText('of 8 pairs')
  await expect(sure.getByRole('button', { name: 'Stop repeating' })).toBeFocused()
  await sure.getByRole('button', { name: 'Stop repeating' }).click()
  await sure.getByRole('button', { name: 'Repeat' }).click()
  await expect(sure).toContainText('means of 8 pairs of runs', { timeout: 60_000 })
  await expect(page.locator('body')).not.toBeFocused()
  // Those of the repeats are counted too: more than the sixteen of the eight pairs.
  expect(Number(/(\d+) runs/.exec(await page.locator('.footer').innerText())![1])).toBeGreaterThan(16)
  const keepIt = page.locator('[data-figure=comparison]')
  await keepIt.getByRole('button', { name: 'Keep this setting' }).click()
  await expect(keepIt.getByRole('columnheader').last()).toContainText('means of 8 pairs, 1:100,000')
  await expect(keepIt.getByRole('row').filter({ hasText: 'rural services' }).getByRole('cell').last()).toHaveText(/\u2212\d.* to \u2212\d/)
  await expect(figure(page, 'serviceRatio').locator('.around')).toHaveText(/^\u2212\d.* to \u2212\d/)
  await expect(difference(page, 'serviceRatio')).not.toHaveClass(/none/)
  expect(await page.locator('.headline .chance').count()).toBeGreaterThan(0)
  await expect(page.locator('.headline dl > div:has(.chance) .difference:not(.none)')).toHaveCount(0)
  await expect(page.locator('.badge')).toHaveText('Figures: means of 8 pairs of runs at 1:100,000. Map and ages: one run at 1:100,000')
  await page.getByRole('radio', { name: 'Difference to baseline' }).first().check()
  await expect(page.locator('[data-figure=serviceRatio] svg path.band')).toHaveCount(1)
  await page.getByRole('button', { name: 'Who gains, who pays, by province' }).click()
  await expect(page.locator('.gains .range:not([visibility])')).toHaveCount(32)
  await page.getByRole('button', { name: 'More on who gains, who pays' }).click()
  await page.getByRole('menuitem', { name: 'Table' }).click()
  await expect(page.getByRole('dialog').getByRole('columnheader').last()).toHaveText('Residents')
  expect(await page.locator('.table-box').evaluate(box => box.scrollWidth - box.clientWidth)).toBe(0)
  await page.keyboard.press('Escape')
  await slider(page, 'ruralTilt').press('ArrowRight')
  await settled(page)
  await expect(page.locator('.headline .around')).toHaveCount(0)
  await expect(sure.getByRole('button', { name: 'Repeat' })).toBeVisible()
})

test('settings are kept and compared, opened again and removed', async ({ page }) => {
  await open(page, { ...coarsest, years: [2010, 2020], policies: [{ id: 'transferMix', value: { rebates: 0, equalization: 100, earmarked: 0 }, from: 2015 }] })
  await page.getByRole('button', { name: 'Compare settings' }).click()
  const compared = page.locator('[data-figure=comparison]')
  await compared.getByRole('button', { name: 'Keep this setting' }).click()
  // It stays the same button, so that the focus does.
  await expect(compared.getByRole('button', { name: 'Kept' })).toHaveAttribute('aria-disabled', 'true')
  await expect(compared.getByRole('button', { name: 'Kept' })).toBeFocused()
  await lever(page, 'transferMix').getByRole('slider', { name: 'Tax rebates' }).press('End')
  await settled(page)
  await compared.getByRole('button', { name: 'Keep this setting' }).click()
  await expect(compared.getByRole('columnheader')).toHaveText(['Baseline', 'No. 1', 'No. 2'])
  // Equalization brings the means of provinces together, rebates apart.
  const means = compared.getByRole('row').filter({ hasText: 'Inequality of means' }).getByRole('cell')
  await expect(means.nth(1)).toHaveText(/★.*−0\.\d+$/)
  await expect(means.nth(2)).toHaveText(/\+0\.\d+$/)
  const saved = page.waitForEvent('download')
  await compared.getByRole('button', { name: 'CSV file' }).click()
  expect((await linesOf(await saved)).filter(line => line !== '')).toHaveLength(4)
  await compared.getByRole('button', { name: 'Set the levers as in No. 1' }).click()
  await expect(lever(page, 'transferMix').locator('output').first()).toHaveText(/0 \/ 100 \/ 0/)
  await compared.getByRole('button', { name: 'Remove No. 2' }).click()
  await expect(compared.getByRole('columnheader')).toHaveText(['Baseline', 'No. 1'])
  await expect(compared.getByRole('button', { name: 'Remove No. 1' })).toBeFocused()
  // A reload of the tab loses nothing.
  await page.reload()
  await settled(page)
  await expect(compared.getByRole('columnheader')).toHaveText(['Baseline', 'No. 1'])
})

test('a setting can be kept only at the scale wanted; until then its column is empty, and settings with long names stay in view', async ({ page }) => {
  await page.setViewportSize(wide)
  const named = (en: string, value: number) => ({ ...coarsest, years: [2010, 2016], name: { en, zh: en }, policies: [{ id: 'ruralTilt', value, from: 2015 }] })
  await open(page, named('A rather long name that somebody gave', 2))
  const compared = page.locator('[data-figure=comparison]')
  await compared.getByRole('button', { name: 'Keep this setting' }).click()
  for (const [name, value] of [['Another name that is as long as the first', 2.5], ['Antidisestablishmentarianism-and-so-on', 3]] as const) {
    await page.evaluate(hash => { location.hash = hash }, linkOf(named(name, value)))
    await expect(page.locator('.scenario-name')).toHaveText(name)
    await settled(page)
    await compared.getByRole('button', { name: 'Keep this setting' }).click()
  }
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    if (width === 390) await page.getByLabel('Chart or map shown').selectOption('comparison')
    const boxes = await compared.locator('thead th').evaluateAll(heads => heads.map(head => head.getBoundingClientRect().width))
    expect(Math.max(...boxes)).toBeLessThan(180)
    if (width === 1440) expect(await compared.locator('.scroll').evaluate(box => box.scrollWidth - box.clientWidth)).toBe(0)
  }
  await page.setViewportSize(wide)
  // A finer scale is wanted now: what is shown meanwhile cannot be kept.
  await page.getByLabel('Scale').selectOption('10000')
  await slider(page, 'ruralTilt').press('Home')
  const button = compared.getByRole('button', { name: 'Keep this setting' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(compared).toContainText('Can be kept once it is computed at 1:10,000.')
  await settled(page)
  await expect(button).toHaveAttribute('aria-disabled', 'false')
  await expect(compared.getByRole('columnheader').last()).toContainText('1:10,000')
  await expect(compared.getByRole('columnheader').nth(1)).toContainText('1:100,000')
  await expect(compared.locator('.best-mark')).toHaveCount(0)
  await page.evaluate(hash => { location.hash = hash }, '#v1.garbage')
  await expect(page.getByRole('alert')).toContainText('damaged')
  expect(await violations(page)).toEqual([])
})

test('the year shown is scrubbed, stepped, played and paused', async ({ page }) => {
  await open(page, coarsest)
  const scrub = page.getByRole('slider', { name: 'Year shown' })
  await scrub.focus()
  await page.keyboard.press('Home')
  await expect(page.locator('.time-year')).toHaveText('2010')
  const start = await figure(page, 'urbanShare').locator('.value').innerText()
  await page.getByRole('button', { name: 'One year on' }).click()
  await expect(page.locator('.time-year')).toHaveText('2011')
  await expect(figure(page, 'urbanShare').locator('.value')).not.toHaveText(start)
  await page.getByRole('button', { name: 'Play the years' }).click()
  await expect(page.locator('.time-year')).not.toHaveText('2011')
  await page.getByRole('button', { name: 'Pause' }).click()
  const paused = await page.locator('.time-year').innerText()
  await page.waitForTimeout(600)
  await expect(page.locator('.time-year')).toHaveText(paused)
})

test('a run is cancelled and taken up again', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.locator('.run-state')).toContainText(/^Cancelled before there was a picture\.|^Cancelled\. The picture goes as far as the run had come\./)
  await expect(page.locator('.run-state progress')).toHaveCount(0)
  await page.getByRole('button', { name: 'Run again' }).click()
  await expect(page.locator('.badge')).toBeVisible({ timeout: 15_000 })
})

test('a lever’s run that is cancelled leaves the picture before, and the page says so', async ({ page }) => {
  await open(page, { ...coarse, scale: 10_000 })
  await slider(page, 'ruralTilt').focus()
  await page.keyboard.press('End')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.locator('.sure')).toContainText('the new one was cancelled')
  await page.getByRole('button', { name: 'Run again' }).click()
  await settled(page)
  await expect(difference(page, 'serviceRatio')).toHaveText(/^[+−]/)
})

test('a link holds the whole scenario', async ({ page, context }) => {
  await open(page, { ...coarsest, seed: 'north', policies: [{ id: 'ruralPension', value: 500, from: 2020, phaseIn: 3 }] })
  await expect(lever(page, 'ruralPension').locator('output').first()).toHaveText('500')
  await expect(page.locator('#seed')).toHaveValue('north')
  await slider(page, 'ruralJobs').focus()
  await page.keyboard.press('End')
  await settled(page)
  const figures = await page.locator('.headline dl').innerText()

  const other = await context.newPage()
  await other.goto(page.url())
  await settled(other)
  expect(await other.locator('.headline dl').innerText()).toBe(figures)
  await expect(scenarioState(other)).toHaveText('2 levers moved')

  // Another link that leads nowhere changes nothing.
  const address = page.url()
  for (const [bad, says] of [['#v1.garbage', 'it is incomplete or damaged'], [linkOf(nowhere), 'no county of 2010 has the code']]) {
    await page.evaluate(hash => { location.hash = hash }, bad)
    await expect(page.getByRole('alert')).toContainText(says)
    await expect(page.getByRole('alert')).toContainText('Your scenario is as it was.')
    await expect(scenarioState(page)).toHaveText('2 levers moved')
    await expect(page).toHaveURL(address)
  }
  expect(await page.locator('.headline dl').innerText()).toBe(figures)
})

for (const [what, hash, says] of [
  ['damaged', '#v1.AAAA', 'it is incomplete or damaged'],
  ['too new', '#v7.abc', 'a newer version of Chengxiang made it'],
  ['of a county that is none', linkOf(nowhere), 'no county of 2010 has the code it asks for (999999). You see the baseline instead.'],
] as const) {
  test(`a link that is ${what} is answered in one sentence, and the baseline runs`, async ({ page }) => {
    await page.goto(`./${hash}`)
    await expect(page.getByRole('alert')).toContainText(says)
    await expect(figure(page, 'urbanShare').locator('.value')).toContainText('%', { timeout: 10_000 })
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(page.getByRole('alert')).toBeEmpty()
  })
}

test('a scenario is saved as a file and opened again; another file is refused', async ({ page }) => {
  await open(page, { ...coarsest, policies: [{ id: 'ruralTilt', value: 2, from: 2025 }] })
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Scenario' }).click()
  await page.getByRole('menuitem', { name: 'Save as a file' }).click()
  const path = await (await saved).path()
  await page.getByRole('button', { name: 'Reset all levers' }).click()
  await page.locator('input[type=file]').setInputFiles(path)
  await expect(scenarioState(page)).toHaveText('1 lever moved')
  await page.locator('input[type=file]').setInputFiles({
    name: 'wrong.json', mimeType: 'application/json', buffer: Buffer.from('{"format":1,"seed":7}'),
  })
  await expect(page.getByRole('alert')).toContainText('seed')
  await expect(scenarioState(page)).toHaveText('1 lever moved')
  // What is said lies on no control.
  const [said, time] = [(await page.locator('.trouble').boundingBox())!, (await page.locator('.time').boundingBox())!]
  expect(said.y).toBeGreaterThanOrEqual(time.y + time.height)
  await page.getByRole('button', { name: 'Dismiss' }).press('Enter')
  await expect(page.locator('body')).not.toBeFocused()

  // A file that is dropped opens as from the menu, and what is no file is left to the page.
  const drop = (text: string | undefined) => page.evaluate(given => {
    const dataTransfer = new DataTransfer()
    if (given === undefined) dataTransfer.setData('text/plain', 'words')
    else dataTransfer.items.add(new File([given], 'dropped.json', { type: 'application/json' }))
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
    document.querySelector('.main')!.dispatchEvent(event)
    return event.defaultPrevented
  }, text)
  expect(await drop(undefined)).toBe(false)
  expect(await drop('{"format":1,"seed":7}')).toBe(true)
  await expect(page.getByRole('alert')).toContainText('seed')
  await drop(JSON.stringify({ ...coarsest, policies: [{ id: 'ruralTilt', value: 2, from: 2025 }, { id: 'ruralJobs', value: 10, from: 2025 }] }))
  await expect(scenarioState(page)).toHaveText('2 levers moved')
  await expect(page.getByRole('alert')).toBeEmpty()
})

test.describe('without a connection', () => {
  test.use({ allowedErrors: [/Failed to load resource/] })
  test('census tables that cannot be fetched are missed in so many words, and had when asked for again', async ({ page }) => {
    await page.route('**/nation-*.json', route => route.abort())
    await page.goto('./')
    await expect(page.getByRole('alert')).toContainText('The census tables could not be fetched')
    await page.unroute('**/nation-*.json')
    await page.locator('.sure').getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('alert')).toBeEmpty()
    await expect(figure(page, 'urbanShare').locator('.value')).toContainText('%')
  })

  test('another part of China is had after the connection is gone', async ({ page, context }) => {
    // The names of the counties by the page and by its worker, the surroundings by the worker.
    const had: string[] = []
    page.on('requestfinished', request => { had.push(...(/(county-index|surroundings)-[^/]*\.json$/.exec(request.url())?.slice(1) ?? [])) })
    await open(page, brief)
    await expect.poll(() => had.toSorted()).toEqual(['county-index', 'county-index', 'surroundings'])
    await context.setOffline(true)
    const search = page.getByRole('combobox', { name: 'Find a county' })
    await search.fill('xinjin')
    await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Xinjin')
    await page.getByRole('button', { name: 'A village' }).click()
    await settled(page)
    await expect(page.locator('.households-box')).toHaveAttribute('aria-label', /households/)
  })

  test('a part of China that cannot be had is said not to be there, and tried again', async ({ page }) => {
    await page.route('**/surroundings-*.json', route => route.abort())
    await open(page, brief)
    await page.getByRole('button', { name: 'A village' }).click()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(page.locator('.sure')).toContainText('A village could not be computed.')
    await expect(page.locator('.computing-note').first()).toHaveText('A village could not be computed.')
    await page.unroute('**/surroundings-*.json')
    await page.locator('.sure').getByRole('button', { name: 'Try again' }).click()
    await settled(page)
    await expect(page.locator('.computing-note')).toHaveCount(0)
  })

  test('names of counties that cannot be fetched are missed in so many words, and had when asked for again', async ({ page }) => {
    await page.route('**/county-index-*.json', route => route.abort())
    await open(page)
    const search = page.getByRole('combobox', { name: 'Find a county' })
    await search.fill('xinjin')
    await expect(page.getByRole('listbox')).toContainText('could not be fetched')
    await expect(page.locator('.stage-bar [role=status]')).toContainText('could not be fetched')
    await page.unroute('**/county-index-*.json')
    await page.locator('.stage-bar').getByRole('button', { name: 'Try again' }).click()
    await expect(page.locator('.stage-bar [role=status]')).toHaveCount(0)
    await search.fill('xinjin ')
    await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Xinjin')
  })

  test('what reads scenario files is missed with a sentence, and had after a reload', async ({ page }) => {
    const files = /assets\/link-.*\.js$/
    await page.route(files, route => route.abort())
    await page.goto('./')
    await page.locator('input[type=file]').setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from('{"format":1,"scale":40000}') })
    await expect(page.getByRole('alert')).toContainText('could not be loaded')
    await page.unroute(files)
    await page.reload()
    await page.locator('input[type=file]').setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"format":1,"seed":7}') })
    await expect(page.getByRole('alert')).toContainText('seed')
  })
})

test('a chart opens large, as a table, as files, and explains itself', async ({ page }) => {
  await open(page, coarsest)
  await page.getByRole('button', { name: 'Open urban residents large' }).click()
  await expect(page.getByRole('dialog').locator('svg path.series').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  const more = page.getByRole('button', { name: 'More on urban residents', exact: true })
  await more.click()
  await page.getByRole('menuitem', { name: 'Table' }).click()
  await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(22)
  await page.keyboard.press('Escape')
  for (const [item, end] of [['CSV file', 'csv'], ['SVG image', 'svg'], ['PNG image', 'png']] as const) {
    const saved = page.waitForEvent('download')
    await more.click()
    await page.getByRole('menuitem', { name: item }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe(`urban-residents.${end}`)
    if (end !== 'csv') continue
    const [head, first] = await linesOf(file)
    expect(head).toMatch(/,Scenario,Part of China,"Scale, real persons in a simulated one",Seed$/)
    expect(first).toMatch(/^2010,.*,Baseline,China,100000,1$/)
  }
  await more.click()
  await page.getByRole('menuitem', { name: 'What is this?' }).click()
  await expect(page.getByRole('dialog')).toContainText('National Bureau of Statistics')
})

test('a picture that the browser cannot make is said to be none', async ({ page }) => {
  await open(page)
  await page.evaluate(() => { HTMLCanvasElement.prototype.toBlob = given => given(null) })
  await page.getByRole('button', { name: 'More on map' }).click()
  await page.getByRole('menuitem', { name: 'PNG image' }).click()
  await expect(page.getByRole('alert')).toContainText('could not make a PNG')
})

test('the map shows other indicators, changes and differences', async ({ page }) => {
  await open(page, { ...coarsest, policies: [{ id: 'ruralTilt', value: 3, from: 2015 }] })
  await page.getByLabel('Indicator on the map').selectOption('share60Plus')
  await expect(page.locator('.map-title')).toHaveText('Aged 60 and over, 2030')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'More on map' }).click()
  await page.getByRole('menuitem', { name: 'CSV file' }).click()
  const [head, first] = await linesOf(await saved)
  expect(head).toMatch(/^Code,Place,"?Aged 60 and over \(% of residents, 2030\)"?,Scenario,/)
  expect(first).toMatch(/^110100,北京市 Beijing,.*,"My scenario: Rural tilt: 3\.00 × urban, from 2015",China,100000,1$/)
  await page.getByRole('radio', { name: 'Since 2010' }).check()
  await expect(page.locator('.map-title')).toContainText('change since 2010')
  await page.getByRole('radio', { name: 'To baseline', exact: true }).check()
  await expect(page.locator('.map-title')).toContainText('difference to the baseline')

  await page.getByRole('radio', { name: 'Level', exact: true }).first().check()
  await page.getByLabel('Indicator on the map').selectOption('populationChange')
  await expect(page.locator('.map-title')).toHaveText('Change of residents, 2030')
  await expect(page.locator('.map-unit')).toHaveText('% of 2010')
  const breaks = () => page.locator('.map-legend text.break').allTextContents()
  await expect.poll(breaks).toEqual(['\u221240', '\u221220', '\u221210', '0', '+10', '+20', '+40%'])
  await page.getByRole('slider', { name: 'Year shown' }).press('PageDown')
  expect(await breaks()).toHaveLength(7)
  await expect(page.locator('.map-legend')).toContainText('367 prefectures')
})

const reports = ['validation', 'claims', 'sensitivity', 'calibration'] as const
const sections = ['model', ...reports, 'parameters', 'indicators', 'data'] as const

for (const name of reports) {
  test(`the report of ${name} is shown, or said not to be computed, with the command that computes it`, async ({ page }) => {
    await page.goto(`./#/evidence/${name}`)
    const computed = page.locator('.evidence-body .chart-table').first()
    const missing = page.locator('.report-state', { hasText: 'Not computed yet' })
    await expect(computed.or(missing)).toBeVisible()
    await expect(page.locator('.evidence-body code').last()).toContainText(/npx chengxiang \w+/)
  })
}

test.describe('a report that is no report', () => {
  test('is said to be unreadable, and asked for again', async ({ page }) => {
    let whole = false
    await page.route('**/validation-*.json', route => (whole ? route.continue() : route.fulfill({ json: { facts: 7 } })))
    await page.goto('./#/evidence/validation')
    const state = page.locator('.report-state')
    if (await state.filter({ hasText: 'Not computed yet' }).count()) return
    await expect(state).toContainText('could not be read')
    whole = true
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.locator('.evidence-body .chart-table').first()).toBeVisible()
  })
})

test.describe('a report that is out of reach', () => {
  test.use({ allowedErrors: [/Failed to load resource/] })
  test('is said not to have been fetched, without a command that computes it', async ({ page }) => {
    await page.route('**/validation-*.json', route => route.abort())
    await page.goto('./#/evidence/validation')
    const state = page.locator('.report-state')
    if (await state.filter({ hasText: 'Not computed yet' }).count()) return
    await expect(state).toContainText('could not be fetched')
    await expect(state.locator('code')).toHaveCount(0)
    await page.unroute('**/validation-*.json')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.locator('.evidence-body .chart-table').first()).toBeVisible()
  })
})

test('model and evidence have an address, a way in, through and back by keyboard', async ({ page }) => {
  await open(page)
  const address = page.url()
  await page.getByRole('button', { name: 'Model and evidence' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'The model against data' })).toBeFocused()
  expect(page.url()).toBe(`${address}/evidence/validation`)
  await page.getByRole('link', { name: 'Parameters' }).press('Enter')
  await expect(page).toHaveTitle(/^Parameters/)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'The model against data' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the laboratory' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Model and evidence' })).toBeFocused()
  expect(page.url()).toBe(address)
  await expect(page.locator('.map canvas').first()).toBeVisible()
  await expect(page.locator('.badge.finest')).toBeVisible()
})

test('parameters and indicators are found by a word of theirs', async ({ page }) => {
  await page.goto('./#/evidence/parameters')
  const rows = page.locator('.evidence-body tbody tr')
  await expect.poll(() => rows.count()).toBeGreaterThan(100)
  await page.getByLabel('Find a parameter').fill('agglomeration')
  await expect.poll(() => rows.count()).toBeLessThan(10)
  await expect(rows.first()).toContainText('Rise of pay with the size of a place')
  await page.goto('./#/evidence/indicators')
  await page.getByLabel('Find an indicator').fill('留守儿童')
  await expect(rows.first()).toContainText('Left-behind')
})

test('levers fold away by subject and are found by a word', async ({ page }) => {
  await page.goto(`./${linkOf(shortest)}`)
  await expect(lever(page, 'transferPool')).toBeVisible()
  await expect(lever(page, 'hukouOpenness')).toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Find a lever' }).fill('registration')
  await expect(lever(page, 'hukouOpenness')).toBeVisible()
  await expect(lever(page, 'transferPool')).toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Find a lever' }).fill('')
  await page.getByRole('button', { name: /^Hukou and migration/ }).click()
  await expect(lever(page, 'hukouOpenness')).toBeVisible()
  await page.reload()
  await expect(lever(page, 'hukouOpenness')).toBeVisible()
})

test('a lever that changes nothing says so, and why', async ({ page }) => {
  await open(page, {
    ...coarsest,
    policies: [{ id: 'transferPool', value: 0, from: 2020 }, { id: 'transferMix', value: { rebates: 0, equalization: 100, earmarked: 0 }, from: 2020 }],
  })
  await expect(lever(page, 'transferMix').locator('.idle')).toHaveText(/^Changes nothing here: ./)
  await expect(lever(page, 'transferPool').locator('.idle')).toHaveCount(0)
})

test('an assumption moves the baseline, which stands beside that of the defaults', async ({ page }) => {
  await open(page, coarsest)
  const before = await figure(page, 'share60PlusVillage').locator('.value').innerText()
  await page.getByRole('radio', { name: /^Assumptions/ }).check()
  await page.getByRole('button', { name: /^Births/ }).click()
  const births = page.locator('[data-assumption=fertilityFactor]')
  await births.getByRole('slider').focus()
  await page.keyboard.press('End')
  await settled(page)
  await expect(scenarioState(page)).toHaveText('1 assumption')
  await expect(figure(page, 'share60PlusVillage').locator('.assumed')).toHaveText(/^assumed [+−]/)
  await expect(page.locator('[data-figure=urbanShare] .chart svg')).toContainText('Modified')
  await expect(page.locator('[data-figure=urbanShare] path.dotted')).toHaveCount(1)
  await page.getByRole('button', { name: 'More on urban residents', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Table' }).click()
  await expect(page.getByRole('dialog').getByRole('columnheader')).toContainText(['Year', 'Default baseline', 'Modified baseline'])
  await page.keyboard.press('Escape')
  await births.getByRole('button', { name: 'Reset births, × UN rate' }).click()
  await settled(page)
  await expect(figure(page, 'share60PlusVillage').locator('.value')).toHaveText(before)
  await expect(page.locator('[data-figure=urbanShare] path.dotted')).toHaveCount(0)
})

test('a lever is set again from a later year, which the link holds', async ({ page, context }) => {
  await open(page, { ...coarsest, policies: [{ id: 'ruralTilt', value: 2, from: 2020 }] })
  const tilt = lever(page, 'ruralTilt')
  await tilt.getByRole('button', { name: 'Rural tilt', exact: true }).click()
  await tilt.getByRole('button', { name: 'Set again from 2030 on' }).click()
  await tilt.getByRole('slider').first().focus()
  await page.keyboard.press('Home')
  await expect(tilt).toContainText('From 2030. Also set in')
  await expect(tilt.locator('output').first()).toHaveText('0.30')
  await settled(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await settled(other)
  await expect(lever(other, 'ruralTilt')).toContainText('2020: 2.00')
})

test('a county is found by its pinyin, opened at 1:1 by keyboard, and left again', async ({ page }) => {
  await open(page)
  const search = page.getByRole('combobox', { name: /Find a county/ })
  await search.fill('Harbin')
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Harbin 哈尔滨市')
  await expect(page.getByRole('listbox').getByRole('option').last()).toHaveText(/^8 more/)
  await search.fill('xinjin')
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('新津县')
  await search.press('ArrowDown')
  await search.press('ArrowUp')
  await search.press('Enter')
  await expect(page.locator('.stage-name')).toContainText('新津县')
  await expect(page.locator('.place-map circle.town').first()).toBeVisible({ timeout: 30_000 })
  expect(await page.locator('.place-map circle').count()).toBeGreaterThan(20)
  await expect(page.locator('.place-map text').filter({ hasText: 'Xinjin' })).toHaveCount(1)
  await expect(page.locator('[data-figure=destinations] .bars')).toHaveAttribute('aria-label', /Where those who left live/)
  await page.locator('.place-map').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.chart-tip').first()).toContainText('residents')
  await page.goBack()
  await expect(page.locator('.map canvas').first()).toBeVisible()
  await page.goForward()
  await expect(page.locator('.stage-name')).toContainText('新津县')
  await page.getByRole('button', { name: 'China' }).click()
  await expect(page.locator('.map canvas').first()).toBeVisible()
  await expect(page.locator('.stage-name')).toBeEmpty()
})

test('a county’s levers act, and its link holds the county', async ({ page, context }) => {
  await open(page, { format: 1, stage: 'county:510132', scale: 50, years: [2010, 2030] })
  await slider(page, 'ruralTilt').focus()
  await page.keyboard.press('End')
  await settled(page)
  await expect(difference(page, 'serviceRatio')).toHaveText(/^[+−]/)
  await expect(page.locator('.footer')).toContainText('people and money conserved')
  const figures = await page.locator('.headline dl').innerText()
  const other = await context.newPage()
  await other.goto(page.url())
  await settled(other)
  await expect(other.locator('.stage-name')).toContainText('新津县')
  expect(await other.locator('.headline dl').innerText()).toBe(figures)
})

test('in the village every household can be looked at, year by year', async ({ page }) => {
  await open(page, { format: 1, stage: 'village', scale: 1, years: [2010, 2020] })
  const houses = page.locator('.households-box')
  await expect(houses).toHaveAttribute('aria-label', /households with \d+ persons, 2020/)
  await houses.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.locator('.household li').first()).toContainText(/, \d+/)
  await page.getByRole('slider', { name: 'Year shown' }).press('Home')
  await expect(houses).toHaveAttribute('aria-label', /, 2010/)
  await page.getByRole('button', { name: 'More on a village' }).click()
  await page.getByRole('menuitem', { name: 'Table' }).click()
  await expect.poll(() => page.getByRole('dialog').getByRole('row').count()).toBeGreaterThan(100)
  const cells = page.getByRole('dialog').getByRole('cell')
  await expect(cells.first()).toHaveCSS('text-align', 'left')
  await expect(cells.last()).toHaveCSS('text-align', 'right')
  expect((await cells.allTextContents()).filter(cell => /\d{4}/.test(cell))).toEqual([])
  await page.keyboard.press('Escape')
  expect(await violations(page)).toEqual([])
})

test('parts of China are opened one after another, each with names of its own', async ({ page }) => {
  await page.setViewportSize(wide)
  // All years of the baseline are kept in each: a browser gives no more than some 125 memories.
  const at = (stage: string, scale: number) => linkOf({ format: 1, stage, scale })
  await page.goto(`./${linkOf({ format: 1, scale: 10_000 })}`)
  // With the baseline that previews start from.
  const runsAre = (count: number) => expect(page.locator('.footer')).toContainText(`${count} runs`, { timeout: 60_000 })
  await runsAre(2)
  const names = page.locator('.place-map text')
  let before: string[] = []
  for (const [stage, scale, name, runs] of [['county:510132', 10, '新津县', 4], ['village', 1, 'A village', 5], ['county:510129', 50, '大邑县', 6], ['county:510132', 50, '新津县', 6]] as const) {
    await page.evaluate(hash => { location.hash = hash }, at(stage, scale))
    await expect(page.locator('.stage-name')).toContainText(name)
    await settled(page)
    await runsAre(runs)
    await expect(page.getByRole('alert')).toBeEmpty()
    if (stage === 'village') continue
    await expect(page.locator('.place-map circle.town').first()).toBeVisible()
    await expect.poll(() => names.allTextContents()).not.toEqual(before)
    const now = await names.allTextContents()
    // Of the towns of the last county none is left.
    expect(now.filter(one => before.includes(one) && one.endsWith(' Zhen'))).toEqual([])
    before = now
  }
})

test('a scenario that comes with the page shows who gains and who pays, province by province', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Scenario', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Transfers that equalize first' }).click()
  await settled(page)
  await expect(page.locator('.scenario-name')).toHaveText('Transfers that equalize first')
  await page.getByRole('button', { name: 'Who gains, who pays, by province' }).click()
  const provinces = page.locator('[data-figure=provinces]')
  await expect(provinces.getByRole('combobox')).toBeFocused()
  await expect(provinces.locator('.gains .number')).toHaveCount(32)
  await expect(provinces.locator('.province-finding')).toContainText(/It rises in \d+ provinces?, with [\d.]+% of all residents, and falls in \d+/)
  await expect(provinces.locator('.gains')).toHaveAttribute('aria-label', /difference to baseline, 2050, yuan of 2010 .* Ranked: \S.* \+\u2060¥[\d,]+ to \S.* −\u2060¥[\d,]+/)
  await provinces.getByRole('combobox').selectOption('serviceLevel')
  await expect(provinces.locator('text.title').first()).toContainText('ervice')
  await provinces.getByRole('combobox').selectOption('peopleAtStandard')
  await expect(provinces.locator('text.unit')).toHaveText('percentage points')
  await page.getByRole('button', { name: 'More on who gains, who pays' }).click()
  await page.getByRole('menuitem', { name: 'Table' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('row')).toHaveCount(33)
  await expect(dialog.getByRole('columnheader')).toHaveText(['Province', 'Baseline', 'Transfers that equalize first', 'Difference', 'Difference, %', 'Residents'])
  await page.keyboard.press('Escape')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'More on who gains, who pays' }).click()
  await page.getByRole('menuitem', { name: 'SVG image' }).click()
  expect((await waiting).suggestedFilename()).toBe('who-gains-who-pays.svg')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'More on who gains, who pays' }).click()
  await page.getByRole('menuitem', { name: 'CSV file' }).click()
  expect((await linesOf(await saved))[0]).toMatch(/^Province,"People at the service standard: Baseline \([^"]+, 2050\)",.*,Scenario,/)
  const ages = page.waitForEvent('download')
  await page.getByRole('button', { name: 'More on residents by age and sex' }).click()
  await page.getByRole('menuitem', { name: 'CSV file' }).click()
  expect((await linesOf(await ages))[0]).toMatch(/^age,"Transfers that equalize first, Village, men \(residents, 2050\)"/)
  expect(await violations(page)).toEqual([])
})

test('another year moves the rule through the charts and draws no line anew', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, coarsest)
  // Until all charts have been drawn.
  await page.evaluate(() => new Promise<void>(done => {
    let timer = setTimeout(done, 1000)
    new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(done, 1000)
    }).observe(document.querySelector('.figures')!, { subtree: true, attributes: true, childList: true })
  }))
  await page.evaluate(() => {
    const drawn: number[] = []
    Object.assign(globalThis, { drawn })
    new MutationObserver(changes => drawn.push(changes.filter(({ target }) => (target as Element).matches?.('path.series, .y-axis *')).length))
      .observe(document.querySelector('.figures')!, { subtree: true, attributes: true, childList: true })
  })
  await page.getByRole('slider', { name: 'Year shown' }).press('PageDown')
  await page.getByRole('slider', { name: 'Year shown' }).press('ArrowLeft')
  await expect(page.locator('[data-figure=urbanShare] .line-chart')).toHaveAttribute('aria-valuenow', /20[12]\d/)
  const drawn = await page.evaluate(() => (globalThis as unknown as { drawn: number[] }).drawn)
  expect(drawn.length).toBeGreaterThan(0)
  expect(Math.max(...drawn)).toBe(0)

  // On paper everything is of that year, also what nobody has scrolled to.
  const shown = await page.locator('.time-year').innerText()
  const told = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'))
    return [...document.querySelectorAll('.figures .chart')].map(chart => `${chart.getAttribute('aria-label')} ${chart.getAttribute('aria-valuetext')}`)
  })
  expect(told.length).toBeGreaterThan(8)
  expect(told.filter(words => !words.includes(shown))).toEqual([])
})

test('a long list comes a part at a time', async ({ page }) => {
  await page.addInitScript(() => {
    const parts: number[] = []
    Object.assign(globalThis, { parts })
    new MutationObserver(changes => {
      parts.push(changes.flatMap(({ addedNodes }) => [...addedNodes]).reduce((sum, node) =>
        sum + (node instanceof HTMLTableRowElement ? 1 : node instanceof Element ? node.querySelectorAll('tr').length : 0), 0))
    }).observe(document, { subtree: true, childList: true })
  })
  await page.goto('./#/evidence/parameters')
  await expect.poll(() => page.locator('.evidence-body tbody tr').count()).toBeGreaterThan(100)
  const parts = await page.evaluate(() => (globalThis as unknown as { parts: number[] }).parts)
  expect(Math.max(...parts)).toBeLessThan(50)
})

test.describe('a worker that dies', () => {
  test.use({ allowedErrors: [/made to fail/] })
  test('is replaced, and the page says so', async ({ page }) => {
    await open(page, coarsest)
    // Both workers, and by the next run at the latest.
    for (const worker of page.workers()) {
      await worker.evaluate(() => { setTimeout(() => { throw new Error('made to fail') }) })
    }
    await slider(page, 'ruralTilt').focus()
    await page.keyboard.press('End')
    await expect(page.getByRole('alert')).toContainText('It was started again')
    await settled(page)
    await expect(difference(page, 'serviceRatio')).toHaveText(/^[+−]/)
  })
})

test('everything is within reach of the keyboard', async ({ page }) => {
  await open(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the results' })).toBeFocused()
  const unreached = new Set(['Scenario', 'Model and evidence', 'Transfer pool', 'Rural pension', 'Play the years', 'Year shown', 'What these numbers rest on'])
  for (let k = 0; k < 200 && unreached.size > 0; k++) {
    const name = await page.evaluate(() => {
      const element = document.activeElement!
      return element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
    })
    unreached.delete(name)
    await page.keyboard.press('Tab')
  }
  expect([...unreached]).toEqual([])
})

test('the built page has a strict content security policy', async ({ page }) => {
  await page.goto('./')
  const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect(await page.locator('script:not([src]), style, [onclick]').count()).toBe(0)
})

/** Rules whose answer the dark may change, or a narrow screen: it takes axe many seconds to ask all of them once more. */
const someRules = { colours: ['color-contrast', 'link-in-text-block'], layout: ['target-size', 'scrollable-region-focusable'] }

/** What axe finds wrong, a line each; of a long table it looks at the first rows, for the others are made alike. @param rules all that it has when absent */
async function violations(page: Page, rules?: keyof typeof someRules): Promise<string[]> {
  // The page has no frames, so axe need not take its answers apart for them, which doubles its time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true).exclude('tbody tr:nth-child(n + 16)')
  if (rules) axe.withRules(someRules[rules])
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  const found = await axe.analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join('; ')}`)
}

/** In the light all rules; in the dark those about colours, for the rest is the same. */
async function expectAccessible(page: Page) {
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page, 'colours')).toEqual([])
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const section of sections) {
  test(`the section ${section} is accessible and does not scroll sideways, wide and narrow`, async ({ page }) => {
    await page.goto(`./${linkOf(shortest)}/evidence/${section}`)
    await expect(page.locator('.evidence h2')).toBeVisible()
    await expect(page.locator('.report-state', { hasText: 'Loading' })).toHaveCount(0)
    await expectAccessible(page)
    expect(await sideways(page)).toBe(0)
    await page.setViewportSize(narrow)
    expect(await violations(page, 'layout')).toEqual([])
    expect(await sideways(page)).toBe(0)
  })
}

for (const [size, viewport] of [['wide', wide], ['narrow', narrow]] as const) {
  test.describe(size, () => {
    test.use({ viewport })

    test('is accessible, light and dark', async ({ page }) => {
      await open(page, { ...coarsest, policies: [{ id: 'ruralTilt', value: 2, from: 2025 }] })
      if (size === 'narrow') await page.getByRole('button', { name: 'Levers', exact: true }).click()
      await lever(page, 'hukouOpenness').getByRole('button', { name: 'Hukou openness', exact: true }).click()
      await expectAccessible(page)
    })

    test('does not scroll sideways', async ({ page }) => {
      await open(page, coarsest)
      expect(await sideways(page)).toBe(0)
      if (size === 'wide') return
      for (const shown of await page.getByLabel('Chart or map shown').locator('option').all()) {
        await page.getByLabel('Chart or map shown').selectOption(await shown.getAttribute('value'))
        expect(await sideways(page)).toBe(0)
      }
    })
  })
}

test.describe('narrow', () => {
  test.use({ viewport: narrow, hasTouch: true })
  test('the menu of the scenario lies on the screen', async ({ page }) => {
    await open(page)
    await page.getByRole('button', { name: 'Scenario', exact: true }).click()
    const list = (await page.locator('.menu-list').boundingBox())!
    await page.keyboard.press('Escape')
    // A keyboard would come up over it.
    await page.getByRole('button', { name: 'Scenario', exact: true }).tap()
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    expect(list.x).toBeGreaterThanOrEqual(0)
    expect(list.x + list.width).toBeLessThanOrEqual(narrow.width)
    expect(await sideways(page)).toBe(0)
  })

  test('a chart that is opened large is larger than in the page, and the pyramid has numbers', async ({ page }) => {
    await open(page)
    await page.getByLabel('Chart or map shown').selectOption('pyramid')
    const ticks = page.locator('[data-figure=pyramid] text.size')
    await expect.poll(async () => (await ticks.allTextContents()).length).toBeGreaterThan(0)
    const inPage = (await page.locator('[data-figure=pyramid] .chart').boundingBox())!
    await page.getByRole('button', { name: 'Open residents by age and sex large' }).click()
    const large = (await page.getByRole('dialog').locator('.chart').boundingBox())!
    expect(large.width).toBeGreaterThan(inPage.width)
    expect(large.height).toBeGreaterThanOrEqual(inPage.height)
  })

  test('levers lie in a sheet that leaves the headline figures in view', async ({ page }) => {
    await open(page)
    await page.getByRole('button', { name: 'Levers', exact: true }).click()
    const sheet = (await page.locator('.levers').boundingBox())!
    const figures = (await page.locator('.headline dl').boundingBox())!
    expect(figures.y + figures.height).toBeLessThan(sheet.y)
    await page.keyboard.press('Escape')
    await expect(page.locator('.levers')).toBeHidden()
  })
})

test('while another place is computed, what is left of the last is not shown as if it were current', async ({ page }) => {
  await page.setViewportSize(wide)
  await open(page, brief)
  await page.getByRole('button', { name: 'A village' }).click()
  await expect(page.locator('.headline .sure')).toHaveText('Computing A village…')
  await expect(page.locator('[data-figure=urbanShare] .figure-box.computing .computing-note')).toHaveText('Computing A village…')
  await settled(page)
  await expect(page.locator('.computing-note')).toHaveCount(0)
  // Few people are counted one by one, and the labels of the axis keep clear of each other.
  await page.locator('[data-figure=pyramid]').scrollIntoViewIfNeeded()
  await expect(page.locator('[data-figure=pyramid] text.unit')).toHaveText('residents')
  await expect(page.locator('[data-figure=transfers] text.title').first()).toHaveText('Transfers received there')
})

test('the tooltip of a chart hides nothing of it, and sets the runs side by side', async ({ page }) => {
  await page.setViewportSize(wide)
  await open(page, { ...brief, policies: [{ id: 'ruralTilt', value: 2, from: 2011 }] })
  const chart = page.locator('[data-figure=share60Plus] .chart')
  await chart.scrollIntoViewIfNeeded()
  await chart.hover()
  const tip = chart.locator('.chart-tip')
  await expect(tip).toContainText('BaselineMy scenario')
  const [over, under] = [(await tip.boundingBox())!, (await chart.boundingBox())!]
  expect(over.y + over.height <= under.y || over.y >= under.y + under.height).toBe(true)

  // The year under the pointer is shown everywhere while it is there; a click stays with it.
  const year = page.locator('.time-year')
  await expect(year).toHaveText('2011')
  await expect(page.locator('.map-title')).toContainText(', 2011')
  await page.mouse.move(0, 0)
  await expect(year).toHaveText('2012')
  await chart.click()
  await page.mouse.move(0, 0)
  await expect(tip).toBeHidden()
  await expect(year).toHaveText('2011')

  // Of charts side by side the plots begin at one height, though one title takes two lines; the key names the lines that have no name at their end.
  await expect(page.locator('[data-figure=incomeRatio] text.title')).toHaveCount(2)
  const topOf = async (id: string) => (await page.locator(`[data-figure=${id}] .year-rule line`).boundingBox())!.y
  expect(Math.abs(await topOf('urbanShare') - await topOf('incomeRatio'))).toBeLessThan(1)
  await expect(page.locator('[data-figure=transfers] .key')).toHaveText('Baseline')
})

test('the colours of the map tell prefectures apart, whatever it shows', async ({ page }) => {
  await page.setViewportSize(wide)
  await open(page, brief)
  await page.getByLabel('Indicator on the map').selectOption('transfersPerHead')
  await expect.poll(() => page.locator('.map-legend rect.class').count()).toBeGreaterThan(5)
  await page.locator('.map-box').focus()
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('button', { name: 'More on map' }).click()
  await page.getByText('What is this?').first().click()
  await expect(page.getByRole('dialog')).toContainText('Central money per resident')
})
