import assert from 'node:assert/strict'
import axe from 'axe-core'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Finding = { readonly id: string; readonly help: string; readonly where: readonly string[] }

/**
 * Fails if axe finds anything against WCAG 2.2 AA or good practice on the page as it is now, or if it scrolls sideways.
 *
 * @param state names the page and its state, for the message
 */
export async function assertAccessible(page: Page, state: string): Promise<void> {
  await page.evaluate(axe.source)
  const findings = await page.evaluate(async (tags): Promise<Finding[]> => {
    const engine = (globalThis as unknown as { axe: typeof axe }).axe
    const { violations } = await engine.run(document, { runOnly: { type: 'tag', values: tags } })
    return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ target }) => target.join(' ')) }))
  }, standards)
  assert.deepEqual(findings, [], `axe on ${state}`)
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  assert.ok(sideways <= 0, `${state} is ${sideways} pixels too wide`)
}
