import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { fillIn, referenceOf } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { roundAtWork } from '../../../../tests/support/round-at-work.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import type { Services } from '../../../platform/services.ts'

const life = lastFirst({ after })
const { all, as } = roundAtWork(life, () => new Date('2026-11-02T10:00:00.000Z'))

/** Writes two versions of an answer, asks for the first again, and says what the next page says. */
async function putBack(browser: TestBrowser, application: string): Promise<{ said: string; answer: unknown }> {
  const page = `${application}/pages/drivers`
  await fillIn(browser, page, { drivers: 'The first text' })
  await fillIn(browser, page, { drivers: 'The second text' })
  const answer = await browser.post(`${page}/history`, { question: 'drivers', version: '1', shown: '2' })
  assert.equal(answer.status, 303)
  return { said: (await browser.get(`${page}/history`)).body, answer: await driversOf(application) }
}

async function driversOf(application: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`
    select s.value from answer s join application a on a.id = s.application_id
    where a.reference = ${referenceOf(application)} and s.question_id = 'drivers'`.execute(all().server.services.db)
  return rows[0]?.value
}

describe('an earlier version of an answer', () => {
  it('is put back in a test application by those who run the fund', async () => {
    const pam = await as('pam')
    const tests = `/manage/funds/test-fund/first/form/versions/${all().round.round.formVersionId}/tests`
    const { location = '' } = await pam.post(tests, {})
    const { said, answer } = await putBack(pam, location)
    assert.match(said, /The earlier version is the answer again/)
    assert.equal(answer, 'The first text')
  })

  it('is put back by the people of the body that took over from a partner', async () => {
    const application = `/applications/${await all().round.draft()}`
    const { db } = all().server.services
    await sql`insert into application_partner (application_id, organisation_id, state, asked_at, asked_by, decided_at, decided_by)
      select id, 'T-FIRE', 'accepted', now(), ${all().round.people.ann}::uuid, now(), ${all().round.people.adam}::uuid
      from application where reference = ${referenceOf(application)}`.execute(db)
    await sql`update organisation set in_being_to = '2026-10-31' where id = 'T-FIRE'`.execute(db)
    await sql`insert into organisation_successor (predecessor_id, successor_id) values ('T-FIRE', 'T-BIRCH')`.execute(
      db,
    )
    const { said, answer } = await putBack(await as('ben'), application)
    assert.match(said, /The earlier version is the answer again/)
    assert.equal(answer, 'The first text')
  })

  it('is not said to be put back when the form is switched at that moment', async () => {
    const ann = await as('ann')
    const application = `/applications/${await all().round.draft()}`
    const page = `${application}/pages/drivers`
    await fillIn(ann, page, { drivers: 'The first text' })
    await fillIn(ann, page, { drivers: 'The second text' })
    const { db } = all().server.services
    const asked = await db.transaction().execute(async (tx) => {
      const reference = referenceOf(application)
      await sql`select from application where reference = ${reference} for update`.execute(tx)
      const answer = ann.post(`${page}/history`, { question: 'drivers', version: '1', shown: '2' })
      await oneWaits(db)
      await sql`insert into form_version (id, form_id, number, definition, sha256, saved_at, published_at, change_note)
        select gen_random_uuid(), form_id, number + 1, definition, sha256, saved_at, published_at, 'Again'
        from form_version v where v.id = ${all().round.round.formVersionId}::uuid`.execute(tx)
      await sql`update application a set form_version_id = (
        select v.id from form_version v where v.id <> a.form_version_id and v.change_note = 'Again')
        where reference = ${reference}`.execute(tx)
      return [answer]
    })
    assert.equal((await asked[0])?.status, 303)
    assert.match((await ann.get(`${page}/history`)).body, /Nothing was put back, because the form changed/)
    assert.equal(await driversOf(application), 'The second text')
  })
})

/** Until a session of this database waits for a lock. */
async function oneWaits(db: Services['db']): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if (rows.length > 0) return
  }
}
