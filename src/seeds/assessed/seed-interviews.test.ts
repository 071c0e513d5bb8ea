import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { assessedRound } from '../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { sealedRulesOf } from '../../features/assessment/index.ts'
import { finalScores, interviewsClosed } from '../../features/decisions/index.ts'

const life = lastFirst({ after })

describe('a made-up round that has held its interviews', () => {
  it('has a final score of everybody on the shortlist, and nothing is scored any more', async () => {
    const world = await assessedRound(life, { applications: 30, assessors: 6, stage: 'interviewed' })
    const { db } = world.services
    const rules = await sealedRulesOf(db, world.roundId)
    assert.ok(rules !== undefined)
    const scores = await finalScores(db, { id: world.roundId }, rules)
    assert.ok(scores.length >= 5, String(scores.length))
    assert.deepEqual(
      scores.filter(({ interviewPercent }) => interviewPercent === null),
      [],
    )
    assert.ok(
      scores.some(({ aboveThreshold }) => aboveThreshold),
      JSON.stringify(scores.slice(0, 4)),
    )
    assert.equal(await interviewsClosed(db, world.roundId), true)
  })
})
