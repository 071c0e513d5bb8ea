import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { defaultChance } from '../../../core/interviews/index.ts'
import { rulesIn } from '../../../core/rules/index.ts'
import { sealOf } from '../../funds/index.ts'
import { finalScores, interviewsClosed } from '../index.ts'
import { interviewErrors } from './interview-errors.ts'

const life = lastFirst({ after })
let world: AssessedRound
before(async () => {
  world = await assessedRound(life, { applications: 24, assessors: 6, stage: 'shortlisted' })
})

const rules = async () => {
  const seal = await sealOf(world.services.db, world.roundId)
  assert.ok(seal !== undefined)
  return rulesIn(seal.document)
}

const scores = async () => await finalScores(world.services.db, { id: world.roundId }, await rules())

/** Somebody scores an interview; whoever is not of the panel can, for this is of what is stored. */
async function score(applicationId: string, n: number, points: number): Promise<string> {
  const { db, newId } = world.services
  const id = newId()
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from assignment order by 1 offset ${n} limit 1`.execute(db)
  const personId = rows[0]?.id ?? ''
  await sql`insert into interviewing (round_id, opened_at) values (${world.roundId}::uuid, now())
    on conflict do nothing`.execute(db)
  await sql`insert into interview_review (id, application_id, person_id, opened_at, saved_at, rules_sha256)
    values (${id}::uuid, ${applicationId}::uuid, ${personId}::uuid, now(), now(), 'x')`.execute(db)
  await sql`insert into interview_score (review_id, criterion_id, points, version, saved_at)
    select ${id}::uuid, criterion, ${points}, 1, now()
    from unnest(array['interview-understanding', 'interview-leadership']) as criterion`.execute(db)
  await sql`update interview_review set state = 'submitted', submitted_at = now() where id = ${id}::uuid`.execute(db)
  return personId
}

describe('final scores', () => {
  it('are of what is on the frozen shortlist, in the written score alone until the panel has scored', async () => {
    const found = await scores()
    assert.equal(found.length > 0, true)
    for (const { writtenPercent, interviewPercent, totalPercent, aboveThreshold } of found) {
      assert.ok(writtenPercent > 0 && writtenPercent <= 100)
      assert.deepEqual([interviewPercent, aboveThreshold], [null, false])
      assert.ok(Math.abs(totalPercent - 0.6 * writtenPercent) < 1e-6)
    }
    assert.equal(await interviewsClosed(world.services.db, world.roundId), false)
  })

  it('take the mean of those in the room who submitted, and leave out who turned out to have a conflict', async () => {
    const [first, second] = await scores()
    assert.ok(first !== undefined && second !== undefined)
    await score(first.applicationId, 0, 4)
    const conflicted = await score(first.applicationId, 1, 2)
    const of = async () => (await scores()).find(({ applicationId }) => applicationId === first.applicationId)
    // The scale goes up to four.
    assert.equal((await of())?.interviewPercent, 75)
    await sql`insert into conflict_declaration (application_id, person_id, number, has_conflict, statement, declared_at)
      select ${first.applicationId}::uuid, ${conflicted}::uuid, coalesce(max(number), 0) + 1, true, 'They are a friend', now()
      from conflict_declaration where application_id = ${first.applicationId}::uuid
        and person_id = ${conflicted}::uuid`.execute(world.services.db)
    const found = await of()
    assert.equal(found?.interviewPercent, 100)
    assert.ok(Math.abs((found?.totalPercent ?? 0) - (0.6 * first.writtenPercent + 40)) < 1e-6)
    const withdrawn = second.applicationId
    await sql`update application set state = 'withdrawn' where id = ${withdrawn}::uuid`.execute(world.services.db)
    assert.equal(
      (await scores()).some(({ applicationId }) => applicationId === withdrawn),
      false,
    )
  })

  it('may be off by what is assumed where few have scored, less where more heard the interview', async () => {
    const { db } = world.services
    const [first] = await scores()
    assert.ok(first !== undefined)
    const errors = async () => await interviewErrors(db, { id: world.roundId }, (await rules()).interview)
    const one = await errors()
    assert.deepEqual([one.noise.from, one.errorOf(first.applicationId)], ['default', defaultChance])
    await score(first.applicationId, 2, 3)
    assert.ok(Math.abs((await errors()).errorOf(first.applicationId) - defaultChance / Math.SQRT2) < 1e-9)
  })

  it('cannot be changed once submitted, by nobody', async () => {
    const { db } = world.services
    await assert.rejects(sql`update interview_score set points = 1`.execute(db), /before it is submitted/)
    await assert.rejects(
      sql`update interview_review set state = 'open', submitted_at = null`.execute(db),
      /never altered/,
    )
  })

  it('are closed when interviews are', async () => {
    const { db } = world.services
    await sql`update interviewing set closed_at = now() where round_id = ${world.roundId}::uuid`.execute(db)
    assert.equal(await interviewsClosed(db, world.roundId), true)
  })
})
