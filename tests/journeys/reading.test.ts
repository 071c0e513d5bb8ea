import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { testedPages } from '../../src/features/home/accessibility/read-tested.ts'
import { listen } from '../../src/platform/http/listen.ts'
import type { Route } from '../../src/platform/http/route.ts'
import type { Name } from '../access/cast.ts'
import { keyOf, openWorld, rowOf, type World } from '../access/open-world.ts'
import { rules } from '../access/rules.ts'
import { assertAccessible } from '../support/axe.ts'
import { contextFor, openBrowser } from '../support/browser.ts'
import { lastFirst } from '../support/last-first.ts'
import type { Lifetime } from '../support/template.ts'

/** Who sees most of what is behind a door; the first of these whom the rule lets in looks at the page. */
const lookers: readonly Name[] = ['visitor', 'administrator', 'team', 'member']

/** Pages that stand differently for somebody else: what waits for an applicant and for those who run funds. */
const alsoSeenBy: Readonly<Record<string, readonly Name[]>> = {
  'GET /': ['member'],
  'GET /home': ['team', 'member', 'stranger'],
  'GET /account': ['member'],
}

/** What the accessibility statement says comes from a run that came to each of these pages. */
const keep = 'run this test and then "npm run accessibility-statement"'

/** What is public, whatever its address names; of the rest, pages that are there for whoever may see them. */
const isRead = ({ method, path, permission }: Route): boolean =>
  method === 'GET' && (permission === 'public' || permission === 'evaluation' || !path.includes(':'))

const looksAt = (route: Route): readonly Name[] => {
  const { ours } = rules[rowOf(route).rule]
  const first = lookers.find((name) => (ours as readonly Name[]).includes(name))
  assert.ok(first !== undefined, `nobody looks at ${keyOf(route)}`)
  return [...new Set([first, ...(alsoSeenBy[keyOf(route)] ?? [])])]
}

describe('every page that is there to be read', () => {
  const ends: (() => Promise<void>)[] = []
  let world: World
  let browser: Browser
  let url: string
  before(async () => {
    const life: Lifetime = lastFirst({ after: (end) => ends.push(end) })
    world = await openWorld(life)
    const handle: RequestListener = (request, response) => world.app.routing(request, response)
    const listener = await listen(handle, '127.0.0.1', 0)
    life.after(listener.close)
    url = listener.url
    browser = await openBrowser(life)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  it('is accessible and no wider than the screen, on a telephone and on a desk', async () => {
    const looks = new Map<Name, Route[]>()
    for (const route of world.routes.filter(isRead))
      for (const name of looksAt(route)) looks.set(name, [...(looks.get(name) ?? []), route])
    const wrong: string[] = []
    const stated = new Set((await testedPages()).pages.map(({ page }) => page))
    let seen = 0
    for (const [name, routes] of looks) {
      const person = await world.as(name)
      const context = await contextFor(browser, { scripts: true, width: 1280 })
      await context.addCookies([...person.cookies].map(([key, value]) => ({ name: key, value, url })))
      const page = await context.newPage()
      for (const route of routes) {
        const address = await world.address(route)
        // Files are not pages: asked for without a window, which would take them for downloads.
        const { headers, status } = await person.get(address)
        if (status === 200 && !String(headers['content-type']).startsWith('text/html')) continue
        // One that leads on to another page is not a page of its own.
        if (status === 200 && !stated.has(route.path)) wrong.push(`${route.path} is not in the statement: ${keep}`)
        const response = await page.goto(`${url}${address}`)
        if (response?.status() !== 200) wrong.push(`${address} as ${name}: ${response?.status()}`)
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 })
          const state = `${address} as ${name}`
          await assertAccessible(page, state).catch(({ message }: Error) => wrong.push(`${width}: ${message}`))
        }
        seen += 1
      }
      await context.close()
    }
    assert.deepEqual(wrong, [])
    assert.ok(seen > 40, `${seen} pages`)
  })
})
