import assert from 'node:assert/strict'
import type { TestBrowser } from './server.ts'

/**
 * What each page of a long list says, by following “Next page” from the first as a person would.
 *
 * @param landmark the name of the list's pages, where the page has several lists
 */
export async function everyPage(browser: TestBrowser, first: string, landmark = 'Pagination'): Promise<string[]> {
  const bodies: string[] = []
  let href: string | undefined = first
  while (href !== undefined) {
    const { status, body } = await browser.get(href)
    assert.equal(status, 200, href)
    bodies.push(body)
    assert.ok(bodies.length <= 100, 'the pages come to an end')
    const [, pager = ''] = body.split(`aria-label="${landmark}"`)
    const [, next] = /<a class="[^"]*" href="([^"]*)" rel="next"/.exec(pager.split('</nav>')[0] ?? '') ?? []
    href = next?.replaceAll('&amp;', '&').split('#')[0]
  }
  return bodies
}
