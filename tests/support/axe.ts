import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type axe from 'axe-core'
import type { CDPSession, Page } from 'playwright-core'
import { noteTested, type Verdict } from '../accessibility/note-tested.ts'
import { decideContrast } from './contrast.ts'
import { keepPicture } from './keep-picture.ts'

const program = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const standards: string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Finding = { readonly id: string; readonly help: string; readonly where: readonly string[] }
type Found = { readonly findings: readonly Finding[]; readonly verdict: Verdict }

/** The rule about contrast: where it is not sure, it is asked again, and nothing may be left open. */
const contrast = 'color-contrast'

/**
 * Fails if axe finds anything against WCAG 2.2 AA or good practice on the page as it is now, if nobody can tell whether a text
 * stands out from what is behind it, or if the page scrolls sideways.
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
  const { unsure, findings, verdict } = await page.evaluate(look, standards)
  const faint = unsure.length === 0 ? [] : await decideContrast(page, unsure)
  const left = faint.map(({ where, why }) => ({ id: contrast, help: `Text must stand out: ${why}`, where: [where] }))
  if (unsure.length === 0) return { findings, verdict }
  const decided = { ...verdict, unsure: verdict.unsure.filter((id) => id !== contrast) }
  return left.length === 0
    ? { findings, verdict: { ...decided, passed: [...new Set([...decided.passed, contrast])] } }
    : { findings: [...findings, ...left], verdict: { ...decided, failed: [...new Set([...decided.failed, contrast])] } }
}

/** In the browser: all that axe finds, and the elements whose contrast it is not sure of. */
async function look(tags: string[]): Promise<Found & { readonly unsure: readonly string[] }> {
  const engine = (globalThis as unknown as { axe: typeof axe }).axe
  const { violations, passes, incomplete } = await engine.run(document, {
    runOnly: { type: 'tag', values: tags },
    // Texts of one letter or figure are texts too.
    checks: { 'color-contrast': { options: { ignoreLength: true } } },
  } as axe.RunOptions)
  const ids = (results: typeof passes) => results.map(({ id }) => id)
  const numbers = [...violations, ...passes, ...incomplete]
    .flatMap((rule) => rule.tags)
    .flatMap((tag) => /^wcag(\d)(\d)(\d+)$/.exec(tag)?.slice(1).join('.') ?? [])
  return {
    unsure: incomplete
      .filter(({ id }) => id === 'color-contrast')
      .flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' '))),
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
