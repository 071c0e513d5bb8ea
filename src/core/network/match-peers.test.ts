import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { matchPeers, type Peer } from './match-peers.ts'
import { stages } from './profile.ts'

const peer = (organisationId: string, more: Partial<Peer> = {}): Peer => ({
  organisationId,
  name: organisationId,
  serviceAreas: ['culture-and-libraries'],
  models: ['mutual'],
  stage: 'options',
  ...more,
})

const anyPeer = fc.record({
  organisationId: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
  name: fc.constantFrom('North', 'South'),
  serviceAreas: fc.subarray(['housing', 'children', 'corporate']),
  models: fc.subarray(['mutual', 'charity']),
  stage: fc.constantFrom(...stages),
})

describe('matching peers', () => {
  it('says what is shared and that the other is ahead', () => {
    const [match] = matchPeers(peer('A'), [peer('B', { stage: 'running', models: ['charity', 'mutual'] })])
    assert.deepEqual(match?.reasons, [
      { kind: 'area', areas: ['culture-and-libraries'] },
      { kind: 'model', models: ['mutual'] },
      { kind: 'ahead' },
    ])
    assert.equal(match?.points, 3 + 2 + 1)
  })

  it('does not say that one who is behind is ahead or level, and still shows them', () => {
    const [match] = matchPeers(peer('A', { stage: 'running' }), [peer('B', { stage: 'starting' })])
    assert.deepEqual(
      match?.reasons.map(({ kind }) => kind),
      ['area', 'model'],
    )
  })

  it('shows nobody who shares neither service nor model, however far they are', () => {
    const far = peer('B', { serviceAreas: ['housing'], models: ['charity'], stage: 'running' })
    assert.deepEqual(matchPeers(peer('A'), [far]), [])
  })

  it('puts a shared service before a shared model', () => {
    const byModel = peer('A1', { serviceAreas: ['housing'] })
    const byArea = peer('Z9', { models: ['charity'] })
    assert.deepEqual(
      matchPeers(peer('A'), [byModel, byArea]).map((match) => match.peer.organisationId),
      ['Z9', 'A1'],
    )
  })

  it('matches nobody with themselves and gives the same order however the others are listed', () => {
    const others = fc.uniqueArray(anyPeer, { selector: ({ organisationId }) => organisationId })
    fc.assert(
      fc.property(anyPeer, others, (own, all) => {
        const matches = matchPeers(own, all)
        assert.ok(matches.every(({ peer: found }) => found.organisationId !== own.organisationId))
        assert.deepEqual(matchPeers(own, all.toReversed()), matches)
        assert.ok(matches.every(({ points }, index) => index === 0 || points <= (matches[index - 1]?.points ?? 0)))
      }),
    )
  })
})
