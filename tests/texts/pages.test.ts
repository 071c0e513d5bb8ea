import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Name } from '../access/cast.ts'
import type { TestBrowser } from '../support/server.ts'
import { knownDifferent } from './known.ts'
import { marked, outsideMarks, unmarked } from './marked.ts'
import { readData } from './read-data.ts'
import { areAlike, here, inBoth, isPage, letIn, openMarked, type Pair } from './read-in-both.ts'
import { plainWords, shownOn, unreadOn } from './read-shown.ts'

const world = await openMarked({ after })
const browsers = new Map<Name, TestBrowser>()

/** Every page of the service as somebody who may see it, in English and in English with marks. */
async function readPairs(): Promise<readonly Pair[]> {
  const pairs: Pair[] = []
  for (const route of world.routes.filter(({ method, api }) => method === 'GET' && api === undefined)) {
    const name = letIn(route)
    if (name === undefined) continue
    const browser = browsers.get(name) ?? (await world.as(name))
    browsers.set(name, browser)
    const address = await world.address(route, here)
    pairs.push(await inBoth(browser, route, () => browser.get(address)))
  }
  return pairs
}

const pairs = await readPairs()
const pages = pairs.filter(isPage)

describe('a page in another language', () => {
  it('is there where it is in English', () => {
    assert.ok(pages.length > 250, `${pages.length} pages`)
    const other = pairs.filter(({ english, marked }) => english.status !== marked.status)
    assert.deepEqual(
      other.map(({ route, english, marked }) => `${route}: ${english.status}, ${marked.status}`),
      [],
    )
  })

  it('is not there where it is not in English', async () => {
    const browser = await world.as('team')
    browser.cookies.set('language', marked.tag)
    const { status, body } = await browser.get('/manage/funds/none')
    assert.equal(status, 404)
    assert.match(body, /\u27e6Page not found\u27e7/)
  })

  it('is the same page but for its texts', () => {
    const other = pages.filter((pair) => !areAlike(pair))
    assert.deepEqual(other.map(({ route }) => route).sort(), Object.keys(knownDifferent).sort())
  })

  it('is translated only where people read: no class, address or value of a form is', () => {
    const touched = pages.flatMap(({ route, marked }) =>
      unreadOn(marked.body).flatMap((attribute) => (unmarked(attribute) === attribute ? [] : `${route}: ${attribute}`)),
    )
    assert.deepEqual(touched, [])
  })

  it('shows no text that is neither in the catalogue nor data', async () => {
    const isData = await readData(world.services.db)
    const outside = pages.flatMap(({ route, marked }) =>
      outsideMarks(shownOn(marked.body))
        .flatMap(plainWords)
        .filter((words) => !isData(words))
        .map((words) => `${route}: ${words}`),
    )
    assert.deepEqual([...new Set(outside)], [])
  })
})
