import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import {
  fillWhole,
  type RoundWithClock,
  roundWithClock,
  submitAt,
} from '../../../../tests/support/whole-application.ts'
import { NotFound } from '../../../core/errors.ts'
import { extensionsOf } from '../../funds/index.ts'
import { applicationByReference } from '../applications.store.ts'
import { lateAttemptsOf, receivedCounts } from '../submitting/late-attempts.store.ts'
import { latestSubmission } from '../submitting/submissions.store.ts'
import { lateByWords } from './late.routes.ts'
import { letInLate } from './let-in-late.ts'

const start = new Date('2026-11-25T12:00:00Z')
const path = { fundSlug: 'test-fund', roundSlug: 'first' }

let all: RoundWithClock
const life = lastFirst({ after })
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), start)
})

const late = (ms: number): Date => new Date(all.round.deadlineAt.getTime() + ms)
const attempts = async () => await lateAttemptsOf(all.services.db, all.round.round.id)
const letIn = async (attemptId: string, reason: string, who: 'pam' | 'oli' | 'sid' = 'pam') =>
  await letInLate(all.services, {
    actor: await all.round.actor(who),
    path,
    attemptId,
    reason,
    at: late(3_600_000),
    origin: 'http://localhost:3000',
  })

describe('a submission after the deadline', () => {
  it('is refused and kept with its content and hash, once however often it is sent', async () => {
    const reference = await all.round.draft()
    await fillWhole(all, reference)
    const [first, second] = [await submitAt(all, reference, late(1)), await submitAt(all, reference, late(9))]
    for (const result of [first, second]) {
      assert.ok(!result.ok)
      assert.deepEqual(
        result.problems.map((problem) => problem.code === 'round-closed' && problem.kept),
        [`${reference}-L1`],
      )
    }
    const [kept, ...more] = await attempts()
    assert.deepEqual([kept?.receivedAt, kept?.complete, more.length], [late(1), true, 0])
    assert.equal((await applicationByReference(all.services.db, reference, [], []))?.state, 'draft')
    all.setClock(late(60_000))
    const ann = await all.server.signedIn(all.round.people.ann)
    const { body } = await ann.get(`/applications/${reference}/check`)
    assert.match(body, /What you tried to send is kept[\s\S]*-L1[\s\S]*It is not submitted/)
  })

  it('is let in only for a reason, by the programme team of its fund, as it was sent', async () => {
    const [attempt] = await attempts()
    assert.ok(attempt)
    await assert.rejects(letIn(attempt.id, 'x', 'oli'), NotFound)
    await assert.rejects(letIn(attempt.id, 'x', 'sid'), NotFound)
    const without = await letIn(attempt.id, ' ')
    assert.deepEqual(without.ok ? [] : without.problems.map(({ code }) => code), ['extension-reason-missing'])
    // What is written after the attempt is not what was sent.
    await sql`update answer set value = '"Something else"' where question_id = 'drivers'`.execute(all.services.db)
    const result = await letIn(attempt.id, 'The power was off in the whole town')
    assert.ok(result.ok, JSON.stringify(result))
    const submission = await latestSubmission(all.services.db, attempt.applicationId)
    assert.deepEqual([submission?.sha256, submission?.receivedAt], [attempt.sha256, attempt.receivedAt])
    assert.equal(submission?.submittedBy, all.round.people.ann)
    assert.doesNotMatch(JSON.stringify(submission?.content), /Something else/)
    const { rows } = await sql<{ at: Date; came: string }>`
      select at, facts ->> 'receivedAt' as came from audit_event
      where action = 'application.submitted' and object_id = ${attempt.reference}`.execute(all.services.db)
    assert.deepEqual(rows, [{ at: all.services.clock(), came: attempt.receivedAt.toISOString() }])
    const [extension] = await extensionsOf(all.services.db, all.round.round.id)
    assert.deepEqual(
      [extension?.lateAttemptId, extension?.reason, extension?.deadlineAt],
      [attempt.id, 'The power was off in the whole town', attempt.receivedAt],
    )
    const again = await letIn(attempt.id, 'Once more')
    assert.deepEqual(again.ok ? [] : again.problems.map(({ code }) => code), ['late-submitted-since'])
  })

  it('that was not complete is kept, and cannot be let in', async () => {
    all.setClock(start)
    const reference = await all.round.draft()
    await submitAt(all, reference, late(2))
    const attempt = (await attempts()).find((each) => each.reference === reference)
    assert.equal(attempt?.complete, false)
    const result = await letIn(attempt?.id ?? '', 'x')
    assert.deepEqual(result.ok ? [] : result.problems.map(({ code }) => code), [
      'late-not-complete',
      'late-another-submitted',
    ])
  })

  it('is counted apart from what was received, doubled and withdrawn', async () => {
    assert.deepEqual(await receivedCounts(all.services.db, all.round.round.id), {
      received: 1,
      late: 1,
      duplicate: 1,
      withdrawn: 0,
    })
    const team = await all.server.signedIn(all.round.people.pam)
    const { body } = await team.get('/manage/funds/test-fund/first/late')
    assert.match(body, /Let in at/)
    assert.match(body, /Refused, and not complete/)
  })
})

it('says by how much it was late in two units at most', () => {
  assert.equal(lateByWords(999), 'less than a second')
  assert.equal(lateByWords(61_000), '1 minute 1 second')
  assert.equal(lateByWords(90_061_000), '1 day 1 hour')
})
