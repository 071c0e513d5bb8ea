import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { everyone, type Name } from '../access/cast.ts'
import { keyOf, openWorld, rowOf } from '../access/open-world.ts'
import { placeOf } from '../access/route-table.ts'
import { rules } from '../access/rules.ts'
import type { TestAnswer, TestBrowser } from '../support/server.ts'
import { knownDifferent, knownOutside } from './known.ts'
import { marked, outsideMarks, unmarked } from './marked.ts'
import { readData } from './read-data.ts'
import { plainWords, shownOn, unreadOn } from './read-shown.ts'

/** One moment for all pages, after everything in the world was written: then no two say another time. */
const at = new Date(Date.now() + 600_000)
const world = await openWorld({ after }, { clock: () => at, languages: [{ language: marked, offered: false }] })
const browsers = new Map<Name, TestBrowser>()

type Pair = { readonly route: string; readonly english: TestAnswer; readonly marked: TestAnswer }

/** Every page of the service as somebody who may see it, in English and in English with marks. */
async function readPairs(): Promise<readonly Pair[]> {
  const pairs: Pair[] = []
  for (const route of world.routes.filter(({ method, api }) => method === 'GET' && api === undefined)) {
    const { rule, reader } = rowOf(route)
    const { ours } = rules[rule]
    const who = everyone.filter((name) => (ours as readonly Name[]).includes(name))
    const name = reader ?? (who.includes('team') ? 'team' : who[0])
    if (name === undefined) continue
    const browser = browsers.get(name) ?? (await world.as(name))
    browsers.set(name, browser)
    const address = await world.address(route, placeOf('ours'))
    browser.cookies.delete('language')
    const english = await browser.get(address)
    browser.cookies.set('language', marked.tag)
    pairs.push({ route: keyOf(route), english, marked: await browser.get(address) })
  }
  return pairs
}

const pairs = await readPairs()
const pages = pairs.filter(({ english }) => String(english.headers['content-type']).startsWith('text/html'))

/** A page without what is never the same twice, and without its case: a text in the middle of another begins in small letters. */
const settled = (html: string): string =>
  unmarked(html)
    .replaceAll(marked.tag, 'en-GB')
    .replace(/<nav class="govuk-language-navigation.*?<\/nav>/s, '')
    .replace(/data-server-time="\d+"/g, '')
    .replace(/%E2%9F%A[67]/g, '')
    .replace(/\s+/g, '')
    .toLowerCase()

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
    const other = pages.filter(({ english, marked }) => settled(english.body) !== settled(marked.body))
    assert.deepEqual(other.map(({ route }) => route).sort(), Object.keys(knownDifferent).sort())
  })

  it('is translated only where people read: no class, address or value of a form is', () => {
    const touched = pages.flatMap(({ route, marked }) =>
      unreadOn(marked.body).flatMap((attribute) => (unmarked(attribute) === attribute ? [] : `${route}: ${attribute}`)),
    )
    assert.deepEqual(touched, [])
  })

  it('shows no text that is neither in the catalogue nor data', async () => {
    const data = await readData(world.services.db)
    const outside = new Set(
      pages.flatMap(({ marked }) =>
        shownOn(marked.body)
          .flatMap(outsideMarks)
          .flatMap(plainWords)
          .filter((words) => !data.includes(words)),
      ),
    )
    assert.deepEqual([...outside].sort(), [...knownOutside].sort())
  })
})
