import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { assessedRound } from '../../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { contentHash, type Json } from '../../../core/canonical/index.ts'
import { understand } from '../../../core/understanding/index.ts'
import { roundById, sealOf } from '../../funds/index.ts'
import { insertRunOfKind } from '../kind-runs.store.ts'
import { readCase } from './read-case.ts'
import { queueUnderstanding } from './request-understanding.ts'
import { latestUnderstanding, understandingRun } from './understanding.store.ts'
import { doUnderstandJob, workOutUnderstanding } from './work-out-understanding.ts'

describe('working out what scores say', () => {
  it('keeps input and result with hashes that anybody can come to again', async (t) => {
    const { services, roundId } = await assessedRound(lastFirst(t), { stage: 'closed' })
    const { db, sha256 } = services
    const round = await roundById(db, roundId)
    assert.ok(round)
    const ask = async () =>
      await db
        .transaction()
        .execute(async (tx) => await queueUnderstanding(tx, services, { round, by: null, at: services.clock() }))
    const asked = await ask()
    assert.ok(asked.ok && asked.value === 1)
    const twice = await ask()
    assert.deepEqual(twice.ok ? [] : twice.problems, [{ code: 'under-way' }])

    const waiting = await latestUnderstanding(db, roundId)
    assert.equal(waiting?.state, 'waiting')
    await workOutUnderstanding(services, waiting.id)
    const run = await understandingRun(db, waiting.id)
    assert.ok(run?.state === 'done' && run.result !== null)
    assert.equal(run.progress, 100)
    assert.equal(run.result.ranked.length, new Set(run.input.reviews.map(({ application }) => application)).size)
    assert.ok(run.result.calibration)
    assert.equal(contentHash(run.input as unknown as Json, sha256), run.inputSha256)
    assert.equal(contentHash(run.result as unknown as Json, sha256), run.resultSha256)
    assert.equal(contentHash(understand(run.input) as unknown as Json, sha256), run.resultSha256)
    const { rows } = await sql<{ action: string }>`
      select action from audit_event where action like 'understanding.%' order by at, id`.execute(db)
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['understanding.requested', 'understanding.worked-out'],
    )
  })

  it('ends when somebody cancels it, and keeps nothing', async (t) => {
    const { services, roundId } = await assessedRound(lastFirst(t), { stage: 'closed' })
    const { db } = services
    const seal = await sealOf(db, roundId)
    assert.ok(seal)
    // More than anybody would wait for.
    const input = { ...(await readCase(db, services, roundId, seal)), draws: 5_000_000 }
    const asked = {
      roundId,
      requestedAt: services.clock(),
      requestedBy: null,
      input,
      inputSha256: '',
      rulesSha256: null,
    }
    const id = services.newId()
    await db
      .transaction()
      .execute(
        async (tx) => await insertRunOfKind(tx, 'understanding', { ...asked, id, seed: 1, solver: 'as the test says' }),
      )
    const work = workOutUnderstanding(services, id)
    while ((await understandingRun(db, id))?.state === 'waiting');
    await sql`update assessment_run set state = 'cancelled', ended_at = now() where id = ${id}::uuid`.execute(db)
    await work
    const run = await understandingRun(db, id)
    assert.deepEqual([run?.state, run?.result], ['cancelled', null])
  })

  it('is asked for by the job itself where only the round is named', async (t) => {
    const { services, roundId } = await assessedRound(lastFirst(t), { stage: 'closed', applications: 12, assessors: 4 })
    await doUnderstandJob(services, { roundId, by: null })
    const waiting = await latestUnderstanding(services.db, roundId)
    assert.equal(waiting?.state, 'waiting')
    await doUnderstandJob(services, { runId: waiting.id })
    assert.equal((await latestUnderstanding(services.db, roundId))?.state, 'done')
  })

  it('refuses while scores are blind', async (t) => {
    const { services, roundId } = await assessedRound(lastFirst(t), { stage: 'scored', applications: 12, assessors: 4 })
    const round = await roundById(services.db, roundId)
    assert.ok(round)
    const asked = await services.db
      .transaction()
      .execute(async (tx) => await queueUnderstanding(tx, services, { round, by: null, at: services.clock() }))
    assert.deepEqual(asked.ok ? [] : asked.problems, [{ code: 'still-blind' }])
  })

  it('leaves out what is set aside and takes points as moderated', async (t) => {
    const { services, roundId } = await assessedRound(lastFirst(t), { stage: 'closed', applications: 12, assessors: 4 })
    const { db } = services
    const seal = await sealOf(db, roundId)
    assert.ok(seal)
    const before = await readCase(db, services, roundId, seal)
    const [first, second] = before.reviews
    assert.ok(first && second)
    const idOf = async ({ application, assessor }: typeof first) => {
      const { rows } = await sql<{ id: string }>`
        select id from review where application_id = ${application}::uuid and person_id = ${assessor}::uuid`.execute(db)
      return rows[0]?.id ?? ''
    }
    await sql`insert into review_set_aside (review_id, number, set_aside, reason, decided_at)
      values (${await idOf(first)}::uuid, 1, true, 'Of another bid', now())`.execute(db)
    await sql`insert into score_moderation (review_id, criterion_id, number, points, reason, moderated_at)
      values (${await idOf(second)}::uuid, 'outcomes', 1, 4, 'Agreed at the meeting', now())`.execute(db)
    const after = await readCase(db, services, roundId, seal)
    assert.equal(after.reviews.length, before.reviews.length - 1)
    const moderated = after.reviews.find(
      (each) => each.application === second.application && each.assessor === second.assessor,
    )
    assert.equal(moderated?.points.outcomes, 4)
    const worth = 25 / 4
    assert.ok(Math.abs((moderated?.total ?? 0) - second.total - (4 - (second.points.outcomes ?? 0)) * worth) < 1e-6)
  })
})
