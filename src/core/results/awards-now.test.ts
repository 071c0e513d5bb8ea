import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { awardsNow, type LiveAward, standingPounds } from './index.ts'

const decided = (reference: string, pounds: number) => ({
  reference,
  lead: `Council ${reference}`,
  leadId: `L-${reference}`,
  region: 'London',
  pounds,
  type: 'grant' as const,
})
const live = (reference: string, pounds: number, state: LiveAward['state']): LiveAward => ({
  reference,
  organisation: `Council ${reference}`,
  organisationId: `L-${reference}`,
  region: 'London',
  partnerIds: [],
  title: `Work of ${reference}`,
  type: 'grant',
  pounds,
  state,
  startsOn: null,
  endsOn: null,
  changedAt: new Date('2026-03-01T09:00:00Z'),
})

describe('the awards of a round as they stand now', () => {
  it('are those that were decided with what became of each, and those offered since', () => {
    const awards = awardsNow(
      [decided('A', 90_000), decided('B', 80_000), decided('C', 70_000)],
      [live('D', 75_000, 'offered'), live('B', 80_000, 'declined'), live('A', 60_000, 'accepted')],
    )
    assert.deepEqual(
      awards.map(({ reference, state, pounds, decidedPounds }) => [reference, state, pounds, decidedPounds]),
      [
        ['A', 'accepted', 60_000, 90_000],
        ['B', 'declined', 80_000, 80_000],
        ['C', 'offered', 70_000, 70_000],
        ['D', 'offered', 75_000, null],
      ],
    )
    assert.equal(standingPounds(awards), 60_000 + 70_000 + 75_000)
  })
})
