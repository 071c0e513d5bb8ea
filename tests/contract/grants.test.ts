import assert from 'node:assert/strict'
import { sql } from 'kysely'
import {
  insertClaim,
  markChecked,
  markClaimAnswered,
  markClaimPaid,
  markClaimTakenBack,
} from '../../src/features/support/grants/claims.store.ts'
import { insertConditionMet, insertSchedule } from '../../src/features/support/grants/schedules.store.ts'
import { insertReturn, insertStatement } from '../../src/features/support/grants/settling.store.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { type AwardedFund, awardedFund } from '../support/awarded-fund.ts'
import { onBothEngines } from '../support/both-engines.ts'

const at = new Date('2026-11-01T12:00:00Z')

type Line = { readonly number: number; readonly pence: number; readonly condition?: string }

const schedule = (db: Database, awardId: string, number: number, lines: readonly Line[]): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const instalments = lines.map((line) => ({
      condition: '',
      ...line,
      title: 'Start',
      upon: 'milestone' as const,
      dueOn: '2026-01-01',
    }))
    await insertSchedule(tx, awardId, { number, reason: number === 1 ? '' : 'Changed', instalments, at, by: null })
  })

const claim = (db: Database, awardId: string, number: number, pence: number, instalment = 1): Promise<void> =>
  db.transaction().execute((tx) => insertClaim(tx, awardId, { number, instalment, pence, what: 'Work', at, by: null }))

/** Two people of a programme team. */
async function team(db: Database): Promise<readonly [string, string]> {
  const ids = ['00000000-0000-7000-8000-000000000901', '00000000-0000-7000-8000-000000000902'] as const
  for (const id of ids)
    await sql`insert into person (id, email, created_at) values (${id}::uuid, ${`${id}@x.example`}, now())`.execute(db)
  return ids
}

async function approve(db: Database, awardId: string, number: number, by: readonly [string, string]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await markChecked(tx, awardId, number, { reason: 'Right', at, by: by[0] })
    await markClaimAnswered(tx, awardId, number, { state: 'approved', reason: 'Right', at, by: by[1] })
  })
}

const pay = (db: Database, awardId: string, number: number): Promise<void> =>
  db
    .transaction()
    .execute((tx) => markClaimPaid(tx, awardId, number, { paidOn: '2026-10-01', reference: 'BACS', by: null }))

async function granted(db: Database, awards = 1): Promise<{ readonly fund: AwardedFund; readonly award: string }> {
  const fund = await awardedFund(db, { awards, pounds: 1000, budgetPounds: 1500, vat: 'included', type: 'grant' })
  return { fund, award: fund.awards[0] ?? '' }
}

const outcome = (all: readonly PromiseSettledResult<unknown>[]): readonly string[] =>
  all.map(({ status }) => status).sort()

onBothEngines(
  'of two claims at once that each fit their instalment and not together, one is refused',
  async ({ db }) => {
    const { award } = await granted(db)
    await schedule(db, award, 1, [{ number: 1, pence: 60_000 }])
    const both = await Promise.allSettled([claim(db, award, 1, 40_000), claim(db, award, 2, 40_000)])
    assert.deepEqual(outcome(both), ['fulfilled', 'rejected'])
    await claim(db, award, 3, 20_000)
    const beyond = { constraint: 'grant_claim_is_within_instalment' }
    await assert.rejects(claim(db, award, 4, 1), beyond)
    await assert.rejects(claim(db, award, 4, 1, 9), beyond)
  },
)

onBothEngines('claims of several grants stay within the fund, whoever claims at once', async ({ db }) => {
  const { fund } = await granted(db, 3)
  for (const award of fund.awards) await schedule(db, award, 1, [{ number: 1, pence: 100_000 }])
  const all = await Promise.allSettled(fund.awards.map((award) => claim(db, award, 1, 70_000)))
  assert.deepEqual(outcome(all), ['fulfilled', 'fulfilled', 'rejected'])
  const refused = all.find(({ status }) => status === 'rejected')
  assert.equal(refused?.status === 'rejected' && refused.reason.constraint, 'grant_claim_is_within_award')
})

onBothEngines('an award that is lowered takes no claims beyond it', async ({ db }) => {
  const { award } = await granted(db)
  await schedule(db, award, 1, [{ number: 1, pence: 100_000 }])
  await sql`alter table award disable trigger award_within_fund`.execute(db)
  await sql`update award set pounds = 500, committed_pounds = 500`.execute(db)
  await claim(db, award, 1, 50_000)
  await assert.rejects(claim(db, award, 2, 1), { constraint: 'grant_claim_is_within_award' })
})

onBothEngines('instalments are no more than the award, and no less than is claimed of each', async ({ db }) => {
  const { award } = await granted(db)
  const beyond = { constraint: 'grant_schedule_is_within_award' }
  await assert.rejects(
    schedule(db, award, 1, [
      { number: 1, pence: 99_999 },
      { number: 2, pence: 2 },
    ]),
    beyond,
  )
  await schedule(db, award, 1, [
    { number: 1, pence: 60_000 },
    { number: 2, pence: 40_000 },
  ])
  await claim(db, award, 1, 30_000)
  const below = { constraint: 'grant_schedule_covers_claims' }
  await assert.rejects(schedule(db, award, 2, [{ number: 1, pence: 29_999 }]), below)
  await assert.rejects(schedule(db, award, 2, [{ number: 2, pence: 40_000 }]), below)
  await schedule(db, award, 2, [{ number: 1, pence: 30_000 }])
  await assert.rejects(sql`update grant_instalment set pence = 1`.execute(db), /never altered/)
})

onBothEngines('a claim is approved by a second person, once its condition as it reads now is met', async ({ db }) => {
  const { award } = await granted(db)
  const by = await team(db)
  await schedule(db, award, 1, [{ number: 1, pence: 60_000, condition: 'Case approved' }])
  await claim(db, award, 1, 60_000)
  await assert.rejects(approve(db, award, 1, by), { constraint: 'grant_claim_condition_is_met' })
  const meet = (number: number) =>
    db
      .transaction()
      .execute((tx) => insertConditionMet(tx, award, { schedule: number, instalment: 1, reason: 'Seen', at, by: null }))
  await meet(1)
  await schedule(db, award, 2, [{ number: 1, pence: 60_000, condition: 'Case approved by the board' }])
  await assert.rejects(approve(db, award, 1, by), { constraint: 'grant_claim_condition_is_met' })
  await schedule(db, award, 3, [{ number: 1, pence: 70_000, condition: 'Case approved' }])
  await assert.rejects(approve(db, award, 1, [by[0], by[0]]), { constraint: 'grant_claim_is_approved_by_a_second' })
  await approve(db, award, 1, by)
  await assert.rejects(sql`update grant_claim set pence = 1`.execute(db), /stays as it was sent/)
  await assert.rejects(sql`update grant_claim set state = 'sent'`.execute(db), /stays as it was sent/)
  await assert.rejects(
    sql`insert into grant_claim (award_id, number, instalment, pence, what, state, sent_at)
      values (${award}::uuid, 9, 1, 1, 'x', 'checked', now())`.execute(db),
    /sent first/,
  )
})

onBothEngines('of taking a claim back and approving it at once, one is refused', async ({ db }) => {
  const { award } = await granted(db)
  const by = await team(db)
  await schedule(db, award, 1, [{ number: 1, pence: 60_000 }])
  await claim(db, award, 1, 60_000)
  const checked = { reason: 'Right', at, by: by[0] }
  await db.transaction().execute((tx) => markChecked(tx, award, 1, checked))
  const approved = { state: 'approved', reason: 'Right', at, by: by[1] } as const
  const both = await Promise.allSettled([
    db.transaction().execute((tx) => markClaimAnswered(tx, award, 1, approved)),
    db.transaction().execute((tx) => markClaimTakenBack(tx, award, 1, { reason: 'Wrong', at, by: null })),
  ])
  assert.deepEqual(outcome(both), ['fulfilled', 'rejected'])
  const { rows } = await sql<{ state: string; taken: boolean }>`
    select state, taken_back as taken from grant_claim`.execute(db)
  assert.equal(rows[0]?.taken, both[1].status === 'fulfilled')
  assert.equal(rows[0]?.state, rows[0]?.taken ? 'refused' : 'approved')
})

onBothEngines('no more comes back, and no more is said to be spent, than was paid', async ({ db }) => {
  const { award, fund } = await granted(db)
  const by = await team(db)
  await schedule(db, award, 1, [{ number: 1, pence: 60_000 }])
  await claim(db, award, 1, 60_000)
  await approve(db, award, 1, by)
  const back = (number: number, pence: number) =>
    db.transaction().execute((tx) =>
      insertReturn(tx, award, {
        number,
        pence,
        returnedOn: '2026-11-01',
        reference: 'R',
        reason: 'Unspent',
        at,
        by: null,
      }),
    )
  const spent = (spentPence: number) =>
    db.transaction().execute((tx) =>
      insertStatement(tx, award, {
        number: 1,
        untilOn: '2026-11-01',
        spentPence,
        what: 'Work',
        lessBecause: '',
        name: 'N',
        jobTitle: 'J',
        statement: 'S',
        read: null,
        at,
        by: fund.personId,
      }),
    )
  await assert.rejects(back(1, 1), { constraint: 'grant_return_is_of_what_was_paid' })
  await assert.rejects(spent(1), { constraint: 'grant_statement_is_of_what_was_paid' })
  await pay(db, award, 1)
  const both = await Promise.allSettled([back(1, 40_000), back(2, 40_000)])
  assert.deepEqual(outcome(both), ['fulfilled', 'rejected'])
  await assert.rejects(spent(60_001), { constraint: 'grant_statement_is_of_what_was_paid' })
  await spent(60_000)
  await assert.rejects(sql`delete from grant_statement`.execute(db), /never altered/)
})

onBothEngines('what came back can be claimed by another grant of the fund', async ({ db }) => {
  const { fund } = await granted(db, 2)
  const [first = '', second = ''] = fund.awards
  const by = await team(db)
  for (const award of [first, second]) await schedule(db, award, 1, [{ number: 1, pence: 100_000 }])
  await claim(db, first, 1, 100_000)
  await approve(db, first, 1, by)
  await pay(db, first, 1)
  await assert.rejects(claim(db, second, 1, 50_001), { constraint: 'grant_claim_is_within_award' })
  await db.transaction().execute((tx) =>
    insertReturn(tx, first, {
      number: 1,
      pence: 1,
      returnedOn: '2026-11-01',
      reference: 'R',
      reason: 'x',
      at,
      by: null,
    }),
  )
  await claim(db, second, 1, 50_001)
})

onBothEngines('money is claimed of an award of money that is accepted, and of no other', async ({ db }) => {
  const fund = await awardedFund(db, { awards: 1, pounds: 1000, budgetPounds: 1500, vat: 'included' })
  const [award = ''] = fund.awards
  await assert.rejects(schedule(db, award, 1, [{ number: 1, pence: 1 }]), /award of money that is accepted/)
  await assert.rejects(claim(db, award, 1, 1), /award of money that is accepted/)
})
