import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleRecord } from '../../../tests/support/decided-record.ts'
import type { DecidedApplication, DecisionRecord } from '../../core/decisions/index.ts'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { awardsFacts } from './approvals.messages.ts'

const example = exampleRecord(await openHighs())
const departure = (reason: string): DecidedApplication['departure'] => ({
  rule: 'assurance',
  reason,
  decidedBy: 'David Osei',
  decidedAt: '2026-06-10T09:00:00.000Z',
})

/** The example, with the first application put elsewhere by the panel, by whoever decides, or by neither. */
const departing = (panel: string | null, decider: string | null): DecisionRecord => {
  const first = example.applications[0]?.id
  const put = <Each extends object>(each: Each, reason: string | null): Each =>
    'id' in each ? { ...each, departure: reason !== null && each.id === first ? departure(reason) : null } : each
  return {
    ...example,
    recommendation: {
      ...example.recommendation,
      outcomes: example.recommendation.outcomes.map((each) => put(each, panel)),
    },
    applications: example.applications.map((each) => put(each, decider)),
  }
}
const said = (record: DecisionRecord) =>
  awardsFacts(record)
    .filter(({ name }) => name.includes('other than'))
    .map(({ value }) => value)

describe('what a funder is shown of awards that it is to approve', () => {
  it('says what the panel recommended other than the rules propose, also where the decision follows it', () => {
    assert.deepEqual(said(departing(null, null)), ['None', 'None'])
    const [recommended, decided] = said(departing('Its accounts are qualified', null))
    assert.match(recommended ?? '', /: Its accounts are qualified$/)
    assert.equal(decided, 'None')
  })

  it('says apart what was decided other than recommended', () => {
    const [recommended, decided] = said(departing(null, 'It was withdrawn'))
    assert.equal(recommended, 'None')
    assert.match(decided ?? '', /: It was withdrawn$/)
  })
})
