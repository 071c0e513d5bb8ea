import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, describe, it } from 'node:test'
import type { Route } from '../../src/platform/http/route.ts'
import type { TestAnswer } from '../support/server.ts'
import { everyone, type Name } from './cast.ts'
import { keyOf, openWorld, rowOf } from './open-world.ts'
import { contentOf, countUnread, readTags, type Tag } from './read-markup.ts'
import { placeOf } from './route-table.ts'
import { rules } from './rules.ts'

const world = await openWorld({ after })
const reads = world.routes.filter(({ method }) => method === 'GET')

type Seen = { readonly route: string; readonly name: Name; readonly answer: TestAnswer }

/** Everybody who sees a page sees it a little differently: the first three kinds, and a visitor where one may. */
async function seenBy(route: Route): Promise<readonly Seen[]> {
  const { ours } = rules[rowOf(route).rule]
  const who = everyone.filter((name) => (ours as readonly Name[]).includes(name))
  const address = await world.address(route, placeOf('ours'))
  const few = [...who.slice(0, 3), ...who.filter((name) => name === 'team' || name === 'teamUnproven')]
  return await Promise.all(
    [...new Set(few)].map(async (name) => ({
      route: `${keyOf(route)} as ${name}`,
      name,
      answer: await (await world.as(name)).get(address),
    })),
  )
}

/** Its answers are public, and are marked by their content. */
const isOfApi = (route: string): boolean => route.startsWith('GET /api/')

const seen: Seen[] = []
for (const route of reads) seen.push(...(await seenBy(route)))
const stranger = await world.as('stranger')
const errors: Seen[] = [
  { route: 'not there', name: 'visitor', answer: await world.visitor().get('/nowhere') },
  { route: 'not theirs', name: 'stranger', answer: await stranger.get('/admin/people') },
  { route: 'forged', name: 'stranger', answer: await stranger.post('/account/details', { _csrf: '' }) },
  { route: 'to confirm', name: 'stranger', answer: await stranger.post('/account/details', { name: 'A', _csrf: '' }) },
  { route: 'signed out', name: 'visitor', answer: await world.visitor().post('/account/details', { name: 'A b' }) },
  { route: 'problems', name: 'visitor', answer: await world.visitor().post('/sign-in', { email: 'none' }) },
  { route: 'problems, signed in', name: 'stranger', answer: await stranger.post('/account/details', { name: '' }) },
]
const answers = [...seen, ...errors]
const pages = answers.filter(({ answer }) => String(answer.headers['content-type']).startsWith('text/html'))

/** Checks every page at once and names all that are wrong. */
function everyPage(check: (tags: readonly Tag[], html: string, seen: Seen) => string | undefined): void {
  const wrong = pages.flatMap((page) => {
    const found = check(readTags(page.answer.body), page.answer.body, page)
    return found === undefined ? [] : [`${page.route}: ${found}`]
  })
  assert.deepEqual(wrong, [])
}

describe('every page', () => {
  it('is there to be looked at', () => {
    const bad = seen.filter(({ answer }) => answer.status !== 200 && answer.status !== 303)
    assert.deepEqual(
      bad.map(({ route, answer }) => `${route}: ${answer.status}`),
      [],
    )
    assert.ok(pages.length > 100, `${pages.length} pages`)
  })

  it('is markup that this test can read', () => everyPage((_, html) => (countUnread(html) > 0 ? 'unread' : undefined)))

  it('has one heading of the first level, a language and a title that says more than the service’s name', () =>
    everyPage((tags, html) => {
      const [headings, titles] = ['h1', 'title'].map((name) => tags.filter((tag) => tag.name === name))
      if (headings?.length !== 1) return `${headings?.length} h1`
      if (tags.find(({ name }) => name === 'html')?.attributes.get('lang') !== 'en-GB') return 'no lang'
      const [title] = titles?.filter(({ at }) => at < html.indexOf('</head>')) ?? []
      return title !== undefined && /^\S.* - Delivering Differently$/.test(contentOf(html, title)) ? undefined : 'title'
    }))

  it('has no script, style or address in its markup that could run', () =>
    everyPage((tags) => {
      for (const { name, attributes } of tags) {
        for (const [key, value] of attributes) {
          if (key.startsWith('on') || key === 'style' || key === 'srcdoc') return `${name} ${key}`
          if (/^\s*(?:javascript|vbscript|data:text)/i.test(value)) return `${name} ${key}=${value}`
        }
        if (['style', 'iframe', 'object', 'embed', 'base'].includes(name)) return name
      }
      return undefined
    }))

  it('has no inline script but those whose hash its policy names', () =>
    everyPage((tags, html, { answer }) => {
      const policy = String(answer.headers['content-security-policy'])
      const inline = tags.filter(({ name, attributes }) => name === 'script' && !attributes.has('src'))
      const unnamed = inline.filter((tag) => {
        const hash = createHash('sha256').update(contentOf(html, tag)).digest('base64')
        return !policy.includes(`'sha256-${hash}'`)
      })
      return unnamed.length > 0 ? contentOf(html, unnamed[0] as Tag) : undefined
    }))

  it('loads nothing from anywhere else', () =>
    everyPage((tags) => {
      const loaded = tags.filter(({ name }) => ['script', 'img', 'source', 'use'].includes(name))
      const sheets = tags.filter(
        ({ name, attributes }) => name === 'link' && /icon|style/.test(attributes.get('rel') ?? ''),
      )
      const from = [...loaded, ...sheets].map(
        ({ attributes }) => attributes.get('src') ?? attributes.get('href') ?? '/',
      )
      return from.find((address) => !address.startsWith('/') && !address.startsWith('data:image/'))
    }))

  it('carries the token of the session in each form that posts, and never in one that does not', () =>
    everyPage((tags, html, { name }) => {
      for (const form of tags.filter((tag) => tag.name === 'form')) {
        const { attributes } = form
        const posts = attributes.get('method') === 'post'
        const inside = readTags(contentOf(html, form))
        const tokens = inside.filter((tag) => tag.attributes.get('name') === '_csrf')
        const good = tokens.filter(
          (tag) => tag.attributes.get('type') === 'hidden' && tag.attributes.get('value') !== '',
        )
        if (posts && name !== 'visitor' && (tokens.length !== 1 || good.length !== 1)) return attributes.get('action')
        if (!posts && tokens.length > 0) return `a token in the address: ${attributes.get('action')}`
      }
      return undefined
    }))

  it('leads to help with it, first in its footer; one that says what went wrong to help alone', () =>
    everyPage((tags, html, { route }) => {
      const foot = html.indexOf('<footer')
      const [first] = tags.filter(({ name, at }) => name === 'a' && at > foot)
      const href = first?.attributes.get('href') ?? ''
      if (['not there', 'not theirs', 'forged'].includes(route)) return href === '/help' ? undefined : href
      const again = tags.filter(({ attributes }) => attributes.get('href')?.startsWith('/help?about=') === true)
      return href.startsWith('/help?about=%2F') && again.length === 1 ? undefined : href
    }))

  it('has ids that are its own: no two elements have the same', () =>
    everyPage((tags) => {
      const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? [])
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
      return twice.length > 0 ? twice.join(' ') : undefined
    }))
})

describe('every answer', () => {
  it('sets no cookie for somebody who has none', () => {
    const visitors = answers.filter(({ name }) => name === 'visitor')
    assert.ok(visitors.length > 30)
    const set = visitors.filter(({ answer }) => answer.headers['set-cookie'] !== undefined)
    assert.deepEqual(
      set.map(({ route }) => route),
      [],
    )
  })

  it('says what a browser must not do, and nothing that is unsafe', () => {
    for (const { route, answer } of answers) {
      const { headers } = answer
      const policy = String(headers['content-security-policy'])
      for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"])
        assert.ok(policy.includes(part), `${route}: ${part}`)
      assert.ok(!/unsafe|\*|https?:/.test(policy), `${route}: ${policy}`)
      assert.equal(headers['x-content-type-options'], 'nosniff', route)
      assert.equal(headers['x-frame-options'], 'DENY', route)
      assert.match(String(headers['referrer-policy']), /^(?:same-origin|no-referrer)$/, route)
      assert.ok(headers['permissions-policy'] !== undefined, route)
    }
  })

  it('is kept by nobody on the way when it is for somebody signed in', () => {
    const kept = seen
      .filter(({ name, answer }) => name !== 'visitor' && answer.headers['cache-control'] !== 'no-store')
      .filter(({ route }) => !isOfApi(route))
    assert.deepEqual(
      kept.map(({ route }) => route),
      [],
    )
  })

  it('of the API is the same for everybody: it knows nobody', () => {
    const bodies = Map.groupBy(
      seen.filter(({ route }) => isOfApi(route)),
      ({ route }) => route.split(' as ')[0],
    )
    assert.ok(bodies.size > 4)
    for (const [route, answers] of bodies) {
      assert.ok(answers.length > 2, route)
      assert.equal(new Set(answers.map(({ answer }) => answer.body)).size, 1, route)
    }
  })
})
