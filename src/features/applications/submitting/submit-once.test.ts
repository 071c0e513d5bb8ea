import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { describeOnBothEngines } from '../../../../tests/support/both-engines.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import {
  codesOf,
  fillApplication,
  receiptOf,
  type Setting,
  setUpSubmitting,
  submitNow,
  withdrawAll,
} from '../../../../tests/support/submit-application.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { fieldsOf } from '../../../core/forms/index.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationByReference } from '../applications.store.ts'
import { saveAnswers } from '../writing/save-answers.ts'

const life = lastFirst({ after })
let shared: Setting | undefined
before(async () => {
  shared = await setUpSubmitting(life, await freshDatabase(life))
})
const setting = (): Setting => shared ?? assert.fail('nothing is set up')

/** Until so many sessions of this database wait for a lock. */
async function waiting(db: Services['db'], sessions: number): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ count: number }>`
      select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if ((rows[0]?.count ?? 0) >= sessions) return
  }
}

describe('submitting more than once, or two at once', () => {
  it('gives the receipt of the first to a second submit, also at the same moment', async () => {
    const all = setting()
    const reference = await all.round.draft()
    await fillApplication(all, reference)
    const receipts = (
      await Promise.all([submitNow(all, reference), submitNow(all, reference), submitNow(all, reference)])
    ).map(receiptOf)
    assert.equal(
      new Set(receipts.map(({ sha256, receivedAt, number }) => `${sha256} ${receivedAt.getTime()} ${number}`)).size,
      1,
    )
    const again = receiptOf(await submitNow(all, reference))
    assert.deepEqual(again, receipts[0])
    const { rows } = await sql<{ submissions: number; messages: number; events: number }>`
      select (select count(*) from submission s join application a on a.id = s.application_id where a.reference = ${reference}) as submissions,
        (select count(*) from message where body like ${`%${reference}%`}) as messages,
        (select count(*) from audit_event where object_id = ${reference} and action = 'application.submitted') as events`.execute(
      all.services.db,
    )
    assert.deepEqual(rows[0], { submissions: 1, messages: 1, events: 1 })
    await withdrawAll(all, reference)
  })

  it('lets one application of an authority in, and names the one that was first', async () => {
    const all = setting()
    const [one, other] = [await all.round.draft(), await all.round.draft()]
    await fillApplication(all, one)
    await fillApplication(all, other)
    receiptOf(await submitNow(all, one))
    const second = await submitNow(all, other)
    assert.deepEqual(codesOf(second), ['another-submitted'])
    assert.ok(!second.ok && second.problems[0]?.code === 'another-submitted')
    assert.equal(second.problems[0].reference, one)
    assert.equal(second.problems[0].by, 'Ann')
    await withdrawAll(all, one)
    receiptOf(await submitNow(all, other))
    await withdrawAll(all, other)
  })

  it('lets one of two applications in that are submitted at the same moment', async () => {
    const all = setting()
    const { services } = all
    const [one, other] = [await all.round.draft(), await all.round.draft()]
    await fillApplication(all, one)
    await fillApplication(all, other)
    // Neither can see the other: both are let go while this transaction holds what each must lock first.
    const both = await services.db.transaction().execute(async (tx) => {
      await sql`select from application where reference in (${one}, ${other}) for update`.execute(tx)
      const started = [submitNow(all, one), submitNow(all, other)]
      await waiting(services.db, 2)
      return started
    })
    const results = await Promise.all(both)
    assert.deepEqual(results.map(({ ok }) => ok).sort(), [false, true])
    assert.deepEqual(results.flatMap(codesOf), ['another-submitted'])
    const winner = results[0]?.ok ? one : other
    assert.equal((await applicationByReference(services.db, winner, [], []))?.state, 'submitted')
    await withdrawAll(all, winner)
  })

  it('is refused by the database itself when a second application is marked as submitted', async () => {
    const all = setting()
    const [one, other] = [await all.round.draft(), await all.round.draft()]
    const mark = (reference: string) =>
      sql`update application set state = 'submitted', submitted_at = now() where reference = ${reference}`.execute(
        all.services.db,
      )
    await mark(one)
    await assert.rejects(mark(other), /application_one_submitted_for_each_slot/)
    await sql`update application set state = 'withdrawn' where reference = ${one}`.execute(all.services.db)
  })

  it('holds a save back until a submission under way is over, so that nothing acknowledged is missing from it', async () => {
    const all = setting()
    const { services, round, ann } = all
    const reference = await round.draft()
    await fillApplication(all, reference)
    const saving = await services.db.transaction().execute(async (tx) => {
      await sql`select from application where reference = ${reference} for update`.execute(tx)
      const started = saveAnswers(services, ann, {
        reference,
        pageId: 'drivers',
        formVersionId: round.round.formVersionId ?? '',
        fields: fieldsOf({ drivers: 'while it is sent' }),
        versions: '1',
        keepTheirs: new Set(),
        undecided: new Set(),
        receivedAt: services.clock(),
      })
      await waiting(services.db, 1)
      await sql`update application set state = 'submitted', submitted_at = now() where reference = ${reference}`.execute(
        tx,
      )
      return { started }
    })
    assert.equal((await saving.started).kind, 'submitted')
    await sql`update application set state = 'withdrawn' where reference = ${reference}`.execute(services.db)
  })
})

describeOnBothEngines('an application', (open) => {
  it('is filled in, submitted once and refused twice', async (t) => {
    const all = await setUpSubmitting(t, open())
    const [one, other] = [await all.round.draft(), await all.round.draft()]
    await fillApplication(all, one)
    await fillApplication(all, other)
    const receipts = await Promise.all([submitNow(all, one), submitNow(all, one)])
    assert.deepEqual(receiptOf(receipts[0] as never), receiptOf(receipts[1] as never))
    assert.deepEqual(codesOf(await submitNow(all, other)), ['another-submitted'])
  })
})
