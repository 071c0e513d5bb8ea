import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { awardedFund } from '../../../../tests/support/awarded-fund.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { remindOfStatements } from './remind-of-statements.ts'

const life = lastFirst({ after })
let server: TestServer
let today = '2026-04-01'
let awards: readonly string[] = []
const officer = 'f@council.example'

before(async () => {
  server = await testServer(life, await freshDatabase(life), { clock: () => new Date(`${today}T12:00:00Z`) })
  const { db } = server.services
  const size = { awards: 3, pounds: 1000, budgetPounds: 3000, vat: 'included', type: 'grant' } as const
  const fund = await awardedFund(db, size)
  awards = fund.awards
  await sql`alter table grant_claim disable trigger user`.execute(db)
  await sql`alter table grant_statement disable trigger user`.execute(db)
  const [first, second, third] = awards
  // Of the first and the second money was paid in a year that is over; of the third in the year that began.
  for (const [award, paidOn] of [
    [first, '2026-03-31'],
    [second, '2025-05-01'],
    [third, '2026-04-01'],
  ])
    await sql`insert into grant_claim (award_id, number, instalment, pence, what, state, sent_at, checked_at, checked_by,
        checked_reason, answered_at, reason, paid_on, payment_reference)
      values (${award}::uuid, 1, 1, 50000, 'Work', 'paid', now(), now(), ${fund.personId}::uuid, 'x', now(), 'x',
        ${paidOn}::date, 'BACS')`.execute(db)
  for (const award of awards)
    await sql`insert into award_signer (award_id, role, name, job_title, email, named_at)
      values (${award}::uuid, 'section-151', 'F', 'Director', ${`${award === first ? '' : 'other.'}${officer}`}, now())`.execute(
      db,
    )
  await sql`insert into grant_statement (award_id, number, until_on, spent_pence, what, name, job_title, statement, signed_at,
      signed_by)
    values (${second}::uuid, 1, '2026-03-31', 40000, 'Work', 'F', 'D', 'x', now(), ${fund.personId}::uuid)`.execute(db)
})

/** What was written so far on this day. */
const sentOn = async (day: string): Promise<readonly string[]> => {
  today = day
  await remindOfStatements(server.services)
  await remindOfStatements(server.services)
  const { rows } = await sql<{ recipient: string; subject: string }>`
    select recipient, subject from message where kind = 'support.grant-statement-due' order by created_at, subject`.execute(
    server.services.db,
  )
  return rows.map(({ recipient, subject }) => `${recipient}: ${subject}`)
}

describe('the statement of what was spent of a grant', () => {
  const state = `${officer}: [Illustrative] State by 30 June 2026 what Council 1 spent of its grant`
  const overdue = `${officer}: [Illustrative] Overdue: state what Council 1 spent of its grant`

  it('is asked of the finance officer a month and a week before it is due and once after, each time once', async () => {
    assert.deepEqual(await sentOn('2026-05-30'), [])
    assert.deepEqual(await sentOn('2026-05-31'), [state])
    assert.deepEqual(await sentOn('2026-06-22'), [state])
    assert.deepEqual(await sentOn('2026-06-23'), [state, state])
    assert.deepEqual(await sentOn('2026-06-30'), [state, state])
    assert.deepEqual((await sentOn('2026-07-01')).toSorted(), [overdue, state, state])
    assert.equal((await sentOn('2027-03-31')).length, 3)
  })

  it('is asked again after the next year, of every grant with money that is not accounted for', async () => {
    const sent = await sentOn('2027-06-01')
    assert.deepEqual(
      sent.slice(3).toSorted(),
      ['2', '3', '1']
        .map((council) =>
          council === '1'
            ? `${officer}: [Illustrative] State by 30 June 2027 what Council 1 spent of its grant`
            : `other.${officer}: [Illustrative] State by 30 June 2027 what Council ${council} spent of its grant`,
        )
        .toSorted(),
    )
  })

  it('leads the officer to where it is signed, and is sent at once', async () => {
    const { rows } = await sql<{ body: string }>`
      select body from message where kind = 'support.grant-statement-due' limit 1`.execute(server.services.db)
    assert.match(rows[0]?.body ?? '', /section|finances of Council \d[\s\S]*\/applications\/AWARD-\d\/support/)
  })
})
