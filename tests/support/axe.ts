import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type axe from 'axe-core'
import type { CDPSession, Page } from 'playwright-core'
import { noteTested, type Verdict } from '../accessibility/note-tested.ts'
import { keepPicture } from './keep-picture.ts'

const program = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Finding = { readonly id: string; readonly help: string; readonly where: readonly string[] }
type Found = { readonly findings: readonly Finding[]; readonly verdict: Verdict }

/**
 * Fails if axe finds anything against WCAG 2.2 AA or good practice on the page as it is now, or if it scrolls sideways.
 *
 * Where the page runs no scripts, they are allowed while axe looks at it.
 *
 * @param state names the page and its state, for the message
 */
export async function assertAccessible(page: Page, state: string): Promise<void> {
  // What was pressed may have led to a page that is still being read.
  await page.waitForLoadState()
  await keepPicture(page, state)
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  assert.ok(sideways <= 0, `${state} is ${sideways} pixels too wide`)
  const scripts = await page.evaluate(() => window.matchMedia('(scripting: enabled)').matches)
  const { findings, verdict } = scripts ? await findingsOn(page) : await withScripts(page, () => findingsOn(page))
  await noteTested(page, state, scripts, verdict)
  assert.deepEqual(findings, [], `axe on ${state}`)
}

/**
 * The browser is given the program itself: through the page it would be read as text to be evaluated, which the browser
 * compiles anew each time and so took three times the processor.
 */
async function findingsOn(page: Page): Promise<Found> {
  await (await sessionOf(page)).send('Runtime.evaluate', { expression: program })
  return await page.evaluate(async (tags): Promise<Found> => {
    const engine = (globalThis as unknown as { axe: typeof axe }).axe
    const { violations, passes, incomplete } = await engine.run(document, { runOnly: { type: 'tag', values: tags } })
    const ids = (results: typeof passes) => results.map(({ id }) => id)
    const numbers = [...violations, ...passes, ...incomplete]
      .flatMap((rule) => rule.tags)
      .flatMap((tag) => /^wcag(\d)(\d)(\d+)$/.exec(tag)?.slice(1).join('.') ?? [])
    return {
      findings: violations.map(({ id, help, nodes }) => ({
        id,
        help,
        where: nodes.map((node) => node.target.join(' ')),
      })),
      verdict: {
        axe: engine.version,
        passed: ids(passes),
        failed: ids(violations),
        unsure: ids(incomplete),
        criteria: [...new Set(numbers)],
      },
    }
  }, standards)
}

/**
 * Lets a page that was loaded without scripts run axe. Its own do not run: what was not run when the page was read is not
 * run later. So axe sees the page itself, with what has been typed into it, and there is no second window to open.
 */
async function withScripts<Value>(page: Page, use: () => Promise<Value>): Promise<Value> {
  const session = await sessionOf(page)
  // A session can allow only what it has itself forbidden.
  await session.send('Emulation.setScriptExecutionDisabled', { value: true })
  await session.send('Emulation.setScriptExecutionDisabled', { value: false })
  try {
    return await use()
  } finally {
    await session.send('Emulation.setScriptExecutionDisabled', { value: true })
  }
}

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** A line to the browser about a page, for as long as the page is there: without it, scripts would be allowed again. */
function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  return session
}
