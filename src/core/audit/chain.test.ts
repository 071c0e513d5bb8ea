import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { firstBroken, firstPreviousHash, type LoggedEvent, type SealedEvent, seal } from './chain.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const start = { sequence: 0, hash: firstPreviousHash }
const event = (number: number): LoggedEvent => ({
  id: `e${number}`,
  at: '2014-02-10T17:00:00.000Z',
  action: 'application.submitted',
  actorId: null,
  fundId: null,
  objectType: 'application',
  objectId: String(number),
  facts: { number },
})
const chain = (length: number) =>
  seal(
    Array.from({ length }, (_, index) => event(index)),
    start,
    sha256,
  )

describe('the audit chain', () => {
  it('hashes the canonical JSON of the first event as written out by hand', () => {
    const byHand = `{"action":"application.submitted","actorId":null,"at":"2014-02-10T17:00:00.000Z","facts":{"number":0},"fundId":null,"id":"e0","objectId":"0","objectType":"application","previousHash":"${'0'.repeat(64)}","sequence":1}`
    assert.equal(chain(1)[0]?.hash, sha256(byHand))
  })

  it('is whole as it was sealed, in one go or in batches', () => {
    const whole = chain(9)
    assert.equal(firstBroken(whole, start, sha256), null)
    const first = whole.slice(0, 4)
    const last = first[3] as SealedEvent
    const events = Array.from({ length: 5 }, (_, index) => event(index + 4))
    assert.deepEqual([...first, ...seal(events, last, sha256)], whole)
  })

  it('shows the first event that was altered, removed, moved or put in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.constantFrom('alter', 'remove', 'move', 'insert'), (at, how) => {
        const events = [...chain(10)]
        const target = events[at] as SealedEvent
        if (how === 'alter') events[at] = { ...target, facts: { number: 99 } }
        if (how === 'remove') events.splice(at, 1)
        if (how === 'move') events.splice(at, 2, events[at + 1] as SealedEvent, target)
        if (how === 'insert') events.splice(at, 0, { ...target, id: 'forged' })
        assert.equal(firstBroken(events, start, sha256)?.sequence, at + 1)
      }),
    )
  })
})
