import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { firstPreviousHash, seal } from '../audit/chain.ts'
import { type AuditTrail, verifyTrail } from './index.ts'

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex')

const log = seal(
  Array.from({ length: 12 }, (_, n) => ({
    id: `id-${n}`,
    at: `2026-01-01T00:00:${String(n).padStart(2, '0')}.000Z`,
    action: 'thing.changed',
    actorId: null,
    fundId: null,
    objectType: 'thing',
    objectId: `${n % 3}`,
    facts: { n },
  })),
  { sequence: 0, hash: firstPreviousHash },
  sha256,
)
const trail: AuditTrail = {
  document: 'audit-trail',
  format: 1,
  round: { id: 'round', fund: 'A fund', name: 'First', illustrative: true },
  events: log.filter(({ objectId }) => objectId === '2'),
  chain: log.map(({ hash }) => hash),
}

describe('the trail of a round', () => {
  it('is in the log as it is told, among the events of others', () => {
    assert.deepEqual(verifyTrail(trail, sha256), {
      ok: true,
      events: 4,
      firstBroken: null,
      others: 8,
      lastHash: log.at(-1)?.hash,
    })
    assert.equal(verifyTrail({ ...trail, events: [], chain: [] }, sha256).ok, true)
  })

  it('is not whole when an event is changed, moved, or taken out at the end', () => {
    const [first, second, ...rest] = trail.events
    assert.ok(first && second)
    const broken = (events: AuditTrail['events']) => verifyTrail({ ...trail, events }, sha256).firstBroken
    assert.deepEqual(broken([first, { ...second, facts: { n: 99 } }, ...rest]), {
      sequence: second.sequence,
      text: `event ${second.sequence} is not as it was sealed`,
    })
    assert.equal(broken([second, first, ...rest])?.sequence, first.sequence)
    assert.match(broken(trail.events.slice(0, -1))?.text ?? '', /the last event is/)
    const forged = seal(
      [{ ...second, facts: { n: 99 } }],
      { sequence: second.sequence - 1, hash: second.previousHash },
      sha256,
    )
    assert.match(broken([first, ...forged, ...rest])?.text ?? '', /is not the one in that place of the log/)
  })

  it('shows a change of any letter of an event', () => {
    const text = JSON.stringify(trail.events)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('x', '0', ' '), (at, letter) => {
        const changed = `${text.slice(0, at)}${letter}${text.slice(at + 1)}`
        let events: AuditTrail['events']
        try {
          events = JSON.parse(changed)
        } catch {
          return
        }
        if (JSON.stringify(events) === text) return
        assert.equal(verifyTrail({ ...trail, events }, sha256).ok, false, changed.slice(at - 20, at + 20))
      }),
      { seed: 11, numRuns: 500 },
    )
  })
})
