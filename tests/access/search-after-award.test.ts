import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { everyone, type Name } from './cast.ts'
import { openWorld } from './open-world.ts'
import { places } from './places.ts'
import { foundIn } from './read-markup.ts'

const world = await openWorld({ after })

/** Whatever is found of benefits, experts and networks: in both places, of which some is published and some is not. */
const paths = [
  '/network/:fund/questions/:thread',
  '/network/:fund/resources/:resource',
  '/manage/funds/:fund/network/resources/:resource',
  '/network/:fund/events/:event',
  '/applications/:reference/benefits',
  '/funds/:fund/benefits/:reference',
  '/experts/:fund/answers/:number',
] as const

/** Words of each. */
const searches = { post: 'form', resource: 'notes', event: 'event', benefit: 'youth', advice: 'VAT' } as const

async function everythingFoundBy(name: Name): Promise<ReadonlySet<string>> {
  const browser = await world.as(name)
  const found = new Set<string>()
  for (const [kind, q] of Object.entries(searches))
    for (const href of foundIn((await browser.get(`/search?${new URLSearchParams({ kind, q })}`)).body)) found.add(href)
  return found
}

describe('search of what comes after an award', () => {
  const found = new Map<Name, ReadonlySet<string>>()
  const addresses = new Map<string, string>()
  before(async () => {
    for (const path of paths) {
      // Each is made by being asked for.
      await world.address({ method: 'GET', path }, places.theirs)
      addresses.set(path, await world.address({ method: 'GET', path }))
    }
    for (const name of everyone) found.set(name, await everythingFoundBy(name))
  })
  const ours = (path: (typeof paths)[number]): string => addresses.get(path) ?? ''
  const finders = (starts: string): readonly Name[] =>
    everyone.filter((name) => [...(found.get(name) ?? [])].some((href) => href.startsWith(starts)))
  const allBut = (some: readonly Name[]): readonly Name[] => everyone.filter((name) => !some.includes(name))

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

  /** Of our network: its expert, its award holder, and its programme team once they have proved who they are. */
  const network = ['stranger', 'member', 'team'] as const

  it('finds posts and events for members of their network alone', () => {
    assert.deepEqual(finders(`${ours('/network/:fund/questions/:thread')}#post-`), network)
    assert.deepEqual(finders(ours('/network/:fund/events/:event')), network)
  })

  it('finds a resource for everybody once it is public, and before that for who sent it and who reviews it', () => {
    const open = ours('/network/:fund/resources/:resource')
    assert.deepEqual(finders(open.replace('/resources/', '/library/')), network)
    assert.deepEqual(finders(open), allBut(network))
    const id = ours('/manage/funds/:fund/network/resources/:resource').split('/').at(-1) ?? ''
    assert.deepEqual(finders(`/network/${places.ours.fund}/library/${id}`), ['member', 'team'])
    assert.deepEqual(finders(`/network/${places.ours.fund}/resources/${id}`), [])
  })

  /** Of our award: its council, and whoever runs, funds or audits the fund. */
  const inside = ['member', 'team', 'funder', 'auditor'] as const

  it('finds benefits for those who work on them, and for everybody else as they were published', () => {
    assert.deepEqual(finders(ours('/applications/:reference/benefits')), inside)
    assert.deepEqual(finders(ours('/funds/:fund/benefits/:reference')), allBut(inside))
  })

  it('finds published advice for the cohort and its experts', () => {
    assert.deepEqual(finders(ours('/experts/:fund/answers/:number')), ['stranger', ...inside])
  })
})
