import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { insertConfirmations, insertFinance } from '../../src/features/benefits/confirming/confirmations.store.ts'
import { insertReturn, insertStep, takeReminder } from '../../src/features/benefits/returning/returns.store.ts'
import type { Database, Tx } from '../../src/platform/database/database.ts'
import { awardedFund } from '../support/awarded-fund.ts'
import { onBothEngines } from '../support/both-engines.ts'

const at = new Date('2026-11-01T12:00:00Z')
const [writer, finance] = ['00000000-0000-7000-8000-000000000911', '00000000-0000-7000-8000-000000000912'] as const

/** An award whose council has written one actual. @returns its id */
async function withActual(db: Database): Promise<string> {
  const fund = await awardedFund(db, { awards: 1, pounds: 1000, budgetPounds: 1500, vat: 'included' })
  const [award = ''] = fund.awards
  for (const id of [writer, finance])
    await sql`insert into person (id, email, created_at) values (${id}::uuid, ${`${id}@x.example`}, now())`.execute(db)
  await writeActual(db, award, 1, writer)
  return award
}

const writeActual = async (db: Database, award: string, version: number, by: string): Promise<void> => {
  await sql`insert into award_entry (award_id, sheet, entry, version, place, content, changed_at, changed_by)
    values (${award}::uuid, 'actuals', 'a-1', ${version}, 1, '{}', ${at}, ${by}::uuid)`.execute(db)
}

const doing = <Value>(db: Database, work: (tx: Tx) => Promise<Value>): Promise<Value> => db.transaction().execute(work)

const confirm = (db: Database, award: string, version: number, by: string): Promise<void> =>
  doing(db, (tx) => insertConfirmations(tx, award, [{ entry: 'a-1', version }], { at, by }))

const freeze = (db: Database, award: string): Promise<number> =>
  doing(db, (tx) => insertReturn(tx, award, { months: 12, record: '{}', sha256: 'a'.repeat(64), at, by: writer }))

const step = (
  db: Database,
  awardId: string,
  done: {
    readonly step: 'confirmed' | 'sent' | 'questioned' | 'accepted'
    readonly said?: string
    readonly by: string
  },
): Promise<void> => doing(db, (tx) => insertStep(tx, { awardId, months: 12, number: 1 }, { said: '', at, ...done }))

const outcome = (all: readonly PromiseSettledResult<unknown>[]): readonly string[] =>
  all.map(({ status }) => status).sort()

onBothEngines('an actual is confirmed once, of a version that there is, by nobody who wrote any', async ({ db }) => {
  const award = await withActual(db)
  await assert.rejects(confirm(db, award, 1, writer), /not confirmed by who wrote it/)
  await assert.rejects(confirm(db, award, 2, finance), { constraint: 'actual_confirmation_actual_exists' })
  await Promise.all([confirm(db, award, 1, finance), confirm(db, award, 1, finance)])
  const { rows } = await sql`select 1 from actual_confirmation`.execute(db)
  assert.equal(rows.length, 1)
  await writeActual(db, award, 2, finance)
  await assert.rejects(confirm(db, award, 2, finance), /not confirmed by who wrote it/)
  await assert.rejects(sql`delete from actual_confirmation`.execute(db), /kept|never|alter/)
})

onBothEngines('of two changes of one actual at once, one is refused', async ({ db }) => {
  const award = await withActual(db)
  const both = await Promise.allSettled([writeActual(db, award, 2, writer), writeActual(db, award, 2, finance)])
  assert.deepEqual(outcome(both), ['fulfilled', 'rejected'])
  await assert.rejects(sql`update award_entry set content = null`.execute(db), /kept|never|alter/)
})

onBothEngines(
  'of two versions of a return made at once, each has a number of its own or one is refused',
  async ({ db }) => {
    const award = await withActual(db)
    const both = await Promise.allSettled([freeze(db, award), freeze(db, award)])
    const numbers = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    assert.ok(numbers.length > 0)
    assert.deepEqual(numbers.toSorted(), numbers.length === 2 ? [1, 2] : [1])
    const refused = both.find((each) => each.status === 'rejected')
    assert.ok(refused === undefined || refused.reason.constraint === 'benefit_return_pk')
  },
)

onBothEngines('a return is confirmed by another than who made it, and each step is taken once', async ({ db }) => {
  const award = await withActual(db)
  await assert.rejects(step(db, award, { step: 'sent', by: writer }), {
    constraint: 'benefit_return_step_return_exists',
  })
  await freeze(db, award)
  await assert.rejects(step(db, award, { step: 'confirmed', by: writer }), /not confirmed by who made it/)
  const both = await Promise.allSettled([
    step(db, award, { step: 'confirmed', by: finance }),
    step(db, award, { step: 'confirmed', by: finance }),
  ])
  assert.deepEqual(outcome(both), ['fulfilled', 'rejected'])
  await step(db, award, { step: 'sent', by: writer })
  await assert.rejects(step(db, award, { step: 'questioned', by: finance }), {
    constraint: 'benefit_return_question_is_said',
  })
  await assert.rejects(sql`update benefit_return set record = '[]'`.execute(db), /kept|never|alter/)
})

onBothEngines('a reminder of a return is sent by one of two who would send it at once', async ({ db }) => {
  const award = await withActual(db)
  const take = () => doing(db, (tx) => takeReminder(tx, { awardId: award, months: 12, days: 30, at }))
  assert.deepEqual((await Promise.all([take(), take(), take()])).toSorted(), [false, false, true])
})

onBothEngines(
  'whoever confirms for finance is the last one named, and two at once never have one number',
  async ({ db }) => {
    const award = await withActual(db)
    const name = (email: string) => doing(db, (tx) => insertFinance(tx, award, { email, name: 'F', at, by: writer }))
    const both = await Promise.allSettled([name('a@x.example'), name('b@x.example')])
    const kept = both.filter(({ status }) => status === 'fulfilled').length
    const { rows } = await sql<{ number: number }>`select number from award_finance order by number`.execute(db)
    assert.deepEqual(
      rows.map(({ number }) => number),
      kept === 2 ? [1, 2] : [1],
    )
  },
)
