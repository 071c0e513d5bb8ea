import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { everyone, type Name } from './cast.ts'
import { openWorld } from './open-world.ts'
import { places } from './places.ts'
import { foundIn } from './read-markup.ts'

const world = await openWorld({ after })

/** Words that are in much of what the world holds, and the references of its applications. */
const words = [
  'round',
  'fund',
  'application',
  'award',
  'interview',
  'council',
  'service',
  'message',
  'page',
  'example',
  'may',
  'drivers',
  'team',
  'member',
  'x',
  places.ours.draft,
  places.ours.submitted,
  places.theirs.draft,
  places.theirs.submitted,
]

async function everythingFoundBy(name: Name): Promise<ReadonlySet<string>> {
  const browser = await world.as(name)
  const found = new Set<string>()
  for (const q of words) {
    const { status, body } = await browser.get(`/search?${new URLSearchParams({ q })}`)
    assert.equal(status, 200, `${name}: ${q}`)
    for (const href of foundIn(body)) found.add(href)
  }
  return found
}

describe('search', () => {
  const found = new Map<Name, ReadonlySet<string>>()
  before(async () => {
    for (const name of everyone) found.set(name, await everythingFoundBy(name))
  })
  const isFound = (name: Name, href: string): boolean => found.get(name)?.has(href) ?? false

  for (const name of everyone) {
    it(`finds nothing that ${name} may not open`, async () => {
      const browser = await world.as(name)
      const shut: string[] = []
      for (const href of found.get(name) ?? []) {
        const { status } = await browser.get(href.replace(/#.*/, ''))
        if (status !== 200) shut.push(`${href}: ${status}`)
      }
      assert.deepEqual(shut, [])
    })
  }

  it('finds for each what is theirs, and for others not', () => {
    const { fund, round, draft, submitted, lead } = places.ours
    const managed = `/manage/funds/${fund}/${round}/applications/${submitted}`
    const finders = (href: string): readonly Name[] => everyone.filter((name) => isFound(name, href))
    assert.deepEqual(finders(`/applications/${draft}`), ['member', 'partnerAsked', 'partnerAccepted'])
    assert.deepEqual(finders(managed), ['team', 'auditor'])
    assert.deepEqual(finders(`/manage/funds/${fund}/people`), ['team', 'funder', 'administrator'])
    assert.deepEqual(finders(`/account/organisations/${lead}/people`), ['member'])
    assert.deepEqual(finders(`/applications/${places.theirs.draft}`), ['outsider'])
    assert.deepEqual(finders(`/funds/${fund}/${round}`), everyone)
  })

  it('shows the application of a reference first, however it is typed', async () => {
    const browser = await world.as('member')
    const { body } = await browser.get(`/search?q=council+${places.ours.draft.toLowerCase()}`)
    assert.equal(foundIn(body)[0], `/applications/${places.ours.draft}`)
  })

  it('finds of one kind alone, and shows what looks like markup as it is', async () => {
    const browser = await world.as('member')
    const { body } = await browser.get('/search?kind=guidance&q=%3Cscript%3Ecouncil')
    assert.match(body, /value="&lt;script&gt;council"/)
    assert.ok(foundIn(body).every((href) => href.startsWith('/funds/')))
  })

  it('bears whatever is typed', async () => {
    const browser = await world.as('team')
    for (const q of ['', '\u0000']) {
      const empty = await browser.get(`/search?${new URLSearchParams({ q })}`)
      assert.equal(empty.status, 400, 'a box that was sent empty is told what to do')
      assert.match(empty.body, /Enter what you are looking for/)
    }
    for (const q of ['"', "'; drop table person; --", '& | ! ( ) <->', '-x', 'a'.repeat(5000), '%', '\\'])
      assert.equal((await browser.get(`/search?${new URLSearchParams({ q })}`)).status, 200, q.slice(0, 20))
  })
})
