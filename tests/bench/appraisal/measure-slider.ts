import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { wholePounds } from '../../../src/core/forms/index.ts'
import { changedBy, switchesAt, type WhatIfOption } from '../../../src/core/reviews/index.ts'
import { whatIfPage } from '../../../src/features/reviews/uncertainty/pages/what-if.ts'
import { builtFolder, readAssets } from '../../../src/ui/assets/manifest.ts'
import { render } from '../../../src/ui/html.ts'
import { unpackChromium } from '../../support/browser-program.ts'
import type { Row } from '../targets.ts'

const moves = 20

/** How many times slower the browser is made: a cheap laptop, and a machine that does something else too. */
const slowedBy = 4

/** What a slider does in a browser: from its event until all that follows is worked out, written, laid out and painted. */
export async function measureSlider(options: readonly WhatIfOption[]): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-browser-'))
  const browser = await chromium.launch({
    executablePath: await unpackChromium(folder),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await openPage(page, options)
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowedBy })
    const timed = await page.evaluate(moveSlider, moves)
    const [driver = ''] = driversOf(options)
    const known = changedBy(options, driver, timed.percent).map(({ npsv }) => wholePounds(npsv))
    const last = await page.locator('[data-what-if-after]').allTextContents()
    const worst = Math.max(...timed.painted)
    const middle = timed.written.toSorted((one, other) => one - other)[moves / 2] ?? worst
    return {
      what: `A slider over ${options.length} options of ${driversOf(options).length} lines in Chromium, ${slowedBy} times slowed, the longest of ${moves} moves until it is painted`,
      targetMilliseconds: 100,
      milliseconds: worst,
      cpuMilliseconds: middle,
      found: `half of the moves are worked out, written and laid out within ${middle.toFixed(1)} ms; ${timed.changed} of ${moves} changed the page`,
      check: 'the last move stands in the page as the server works it out',
      holds: timed.changed === moves && known.join() === last.join(),
    }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

const driversOf = (options: readonly WhatIfOption[]): readonly string[] => Object.keys(options[0]?.drivers ?? {})

/** The page of a review with its styles and its script, which come from where they were built. */
async function openPage(page: Page, options: readonly WhatIfOption[]): Promise<void> {
  const { styles, script } = readAssets()
  const drivers = driversOf(options)
  const [driver = ''] = drivers
  const { main } = whatIfPage({
    illustrative: true,
    breadcrumbs: [],
    linesHref: '/',
    action: '/',
    drivers,
    driver,
    percent: '0',
    problems: [],
    options,
    switches: switchesAt(options, driver),
    rows: changedBy(options, driver, 0).map(({ id, npsv, place }) => {
      const pounds = wholePounds(npsv)
      return { id, title: id, before: pounds, after: pounds, place }
    }),
  })
  const written = `<!doctype html><html lang="en" class="govuk-template"><link rel="stylesheet" href="${styles.plain}"><body class="govuk-template__body js-enabled govuk-frontend-supported"><main>${render(main)}</main><script type="module" src="${script}"></script></body></html>`
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') await route.fulfill({ contentType: 'text/html; charset=utf-8', body: written })
    else if (pathname.startsWith('/assets/')) {
      const contentType = pathname.endsWith('.css') ? 'text/css' : 'text/javascript'
      await route.fulfill({ contentType, body: await readFile(join(builtFolder, basename(pathname))) })
    } else await route.fulfill({ status: 404 })
  })
  await page.goto('http://bench.example/')
  await page.waitForSelector('.app-slider')
}

type Moved = {
  /** Milliseconds until the page is written and laid out, move by move; until it is painted. */
  readonly written: readonly number[]
  readonly painted: readonly number[]
  readonly changed: number
  /** Where the slider stands at last. */
  readonly percent: number
}

/** Runs in the page: moves the slider so many times, after one that is not counted. */
async function moveSlider(times: number): Promise<Moved> {
  const slider = document.querySelector<HTMLInputElement>('.app-slider')
  const main = document.querySelector('main')
  if (slider === null || main === null) throw new Error('the page has no slider')
  const [written, painted]: [number[], number[]] = [[], []]
  let changed = 0
  for (let move = 0; move <= times; move += 1) {
    const before = main.textContent
    const started = performance.now()
    slider.value = String(Number(slider.min) + ((Number(slider.max) - Number(slider.min)) * ((move * 7) % 19)) / 19)
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    main.getBoundingClientRect()
    const laidOut = performance.now()
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve()
        port2.postMessage(0)
      })
    })
    if (move === 0) continue
    written.push(laidOut - started)
    painted.push(performance.now() - started)
    if (main.textContent !== before) changed += 1
  }
  return { written, painted, changed, percent: Number(slider.value) }
}
