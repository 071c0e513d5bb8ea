import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { arrangeWaiting, type Listed } from './arrange-waiting.ts'

const at = (day: number): Date => new Date(Date.UTC(2026, 0, day))
const hrefs = (list: readonly Listed[]): readonly string[] => list.map(({ href }) => href)

it('puts what is due first first, and what has no date last, in the order in which it came', () => {
  const { asked, underWay } = arrangeWaiting([
    { href: 'none', asks: true },
    { href: 'late', asks: true, dueAt: at(20) },
    { href: 'soon', asks: true, dueAt: at(2) },
    { href: 'none too', asks: true },
    { href: 'goes on', dueAt: at(1) },
  ])
  assert.deepEqual(hrefs(asked), ['soon', 'late', 'none', 'none too'])
  assert.deepEqual(hrefs(underWay), ['goes on'])
})

it('shows an application by what is said of it, and by itself only where nothing is said or something is asked', () => {
  const award = { href: 'award', about: 'DD-1' }
  const application = { href: 'application', about: 'DD-1', general: true }
  assert.deepEqual(hrefs(arrangeWaiting([application, award]).underWay), ['award'])
  assert.deepEqual(hrefs(arrangeWaiting([application]).underWay), ['application'])
  const draft = { ...application, asks: true }
  assert.deepEqual(hrefs(arrangeWaiting([draft, award]).asked), ['application'])
})

it('has everything once, and loses nothing that is asked', () => {
  const item = fc.record({ href: fc.constantFrom('a', 'b', 'c', 'd'), asks: fc.boolean(), general: fc.boolean() })
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const { asked, underWay } = arrangeWaiting(items)
      const all = [...hrefs(asked), ...hrefs(underWay)]
      assert.equal(new Set(all).size, all.length)
      for (const { href, asks } of items) if (asks) assert.ok(hrefs(asked).includes(href))
    }),
  )
})
