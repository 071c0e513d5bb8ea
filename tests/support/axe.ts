import assert from 'node:assert/strict'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { noteTested, type Verdict } from '../accessibility/note-tested.ts'
import { keepPicture } from './keep-picture.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Finding = { readonly id: string; readonly help: string; readonly where: readonly string[] }
type Found = { readonly findings: readonly Finding[]; readonly verdict: Verdict }

/**
 * Fails if axe finds anything against WCAG 2.2 AA or good practice on the page as it is now, or if it scrolls sideways.
 *
 * @param state names the page and its state, for the message
 * @param scripts whether the page runs scripts. Where it does not, neither does axe: it then looks at a copy of the page
 *   in a window that runs axe and none of ours
 */
export async function assertAccessible(page: Page, state: string, scripts = true): Promise<void> {
  await keepPicture(page, state)
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  assert.ok(sideways <= 0, `${state} is ${sideways} pixels too wide`)
  const { findings, verdict } = scripts ? await findingsOn(page) : await findingsOnCopy(page)
  await noteTested(page, state, scripts, verdict)
  assert.deepEqual(findings, [], `axe on ${state}`)
}

async function findingsOn(page: Page): Promise<Found> {
  await page.evaluate(axe.source)
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

async function findingsOnCopy(page: Page): Promise<Found> {
  const browser = page.context().browser() as Browser
  const context = await browser.newContext({ viewport: page.viewportSize() })
  try {
    const copy = await context.newPage()
    const body = await page.content()
    await copy.route('**/*', async (route) => {
      const kind = route.request().resourceType()
      if (kind === 'document') await route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
      else if (kind === 'script') await route.abort()
      else await route.continue()
    })
    await copy.goto(page.url())
    return await findingsOn(copy)
  } finally {
    await context.close()
  }
}
