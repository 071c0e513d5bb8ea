import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { browserProgram } from './browser-program.ts'
import type { Lifetime } from './template.ts'

/** A real Chromium, closed when the tests are over. Our own arguments: the package's would switch web security off. */
export async function openBrowser(lifetime: Lifetime): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), 'test-browser-'))
  const executablePath = await browserProgram(folder)
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    timeout: 120_000,
  })
  lifetime.after(async () => {
    await browser.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  return browser
}

/** How a person looks at the service. */
export type View = { readonly scripts: boolean; readonly width: 320 | 1280 }

/** A fresh browser profile. Waits are long: the machine that runs the tests may be busy. */
export async function contextFor(browser: Browser, { scripts, width }: View): Promise<BrowserContext> {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  context.setDefaultTimeout(60_000)
  return context
}
