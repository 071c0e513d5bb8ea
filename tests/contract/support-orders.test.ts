import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type OrderTerms, orderCost } from '../../src/core/support/index.ts'
import { insertOrder } from '../../src/features/support/orders/orders.store.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { type AwardedFund, awardedFund } from '../support/awarded-fund.ts'
import { onBothEngines } from '../support/both-engines.ts'

const terms: OrderTerms = { tenthDays: 100, ratePence: 100_000, expensesPence: 0, vatPercent: 20 }

type Asked = Partial<OrderTerms> & { readonly award?: number; readonly work?: 'legal' | 'options-appraisal' }

/** Orders as whoever asks straight of the database. */
async function order(
  db: Database,
  fund: AwardedFund,
  { award = 0, work = 'legal', ...changed }: Asked,
): Promise<string> {
  const reference = `ORDER-${randomUUID()}`
  const { supplierId, lotId } = fund
  await db.transaction().execute(async (tx) => {
    await insertOrder(tx, {
      ...terms,
      ...changed,
      id: randomUUID(),
      reference,
      awardId: fund.awards[award] ?? '',
      supplierId,
      lotId,
      work,
      title: 'Advice',
      what: 'Advise',
      dueOn: '2030-01-01',
      at: new Date(),
      by: null,
    })
  })
  return reference
}

const counted = async (db: Database): Promise<readonly number[]> => {
  const { rows } = await sql<{ pence: number }>`select counted_pence as pence from support_order order by 1`.execute(db)
  return rows.map(({ pence }) => pence)
}

const beyond = { constraint: 'support_order_is_within_award' }

onBothEngines('of two orders at once that each fit and do not fit together, one is refused', async ({ db }) => {
  const fund = await awardedFund(db, { awards: 1, pounds: 15_000, budgetPounds: 100_000, vat: 'included' })
  const both = await Promise.allSettled([order(db, fund, {}), order(db, fund, {})])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.deepEqual(await counted(db), [1_200_000])
})

onBothEngines('orders of several awards stay within their fund, whoever orders at once', async ({ db }) => {
  const fund = await awardedFund(db, { awards: 3, pounds: 15_000, budgetPounds: 25_000, vat: 'included' })
  const all = await Promise.allSettled([0, 1, 2].map((award) => order(db, fund, { award })))
  assert.deepEqual(all.map(({ status }) => status).sort(), ['fulfilled', 'fulfilled', 'rejected'])
})

onBothEngines('an order may use an award to the last penny and not one more', async ({ db }) => {
  const fund = await awardedFund(db, { awards: 1, pounds: 12_000, budgetPounds: 12_000, vat: 'not-stated' })
  await assert.rejects(order(db, fund, { expensesPence: 1 }), beyond)
  const made = await order(db, fund, {})
  assert.deepEqual(await counted(db), [1_200_000])
  await assert.rejects(order(db, fund, { tenthDays: 1, ratePence: 10 }), beyond)
  await assert.rejects(sql`update support_order set tenth_days = 101 where reference = ${made}`.execute(db), beyond)
  await sql`update support_order set withdrawn_at = now(), reason = 'Not needed' where reference = ${made}`.execute(db)
  assert.deepEqual(await counted(db), [0])
  await order(db, fund, {})
})

onBothEngines('tax counts as the fund says, and the database works it out as we do', async ({ db }) => {
  const fund = await awardedFund(db, { awards: 1, pounds: 90_000, budgetPounds: 90_000, vat: 'excluded' })
  const odd = { tenthDays: 15, ratePence: 33_333, expensesPence: 17, vatPercent: 5 } as const
  await order(db, fund, odd)
  const { rows } = await sql<{ net: number; vat: number; counted: number }>`
    select net_pence as net, vat_pence as vat, counted_pence as counted from support_order`.execute(db)
  const { netPence, vatPence, countedPence } = orderCost(odd, 'excluded')
  assert.deepEqual(rows, [{ net: netPence, vat: vatPence, counted: countedPence }])
  assert.equal(countedPence, netPence)
})

onBothEngines('options advice is not ordered from somebody with an interest, until it is waived', async ({ db }) => {
  const fund = await awardedFund(db, { awards: 1, pounds: 90_000, budgetPounds: 90_000, vat: 'excluded' })
  const { supplierId, personId, awards } = fund
  await sql`insert into support_interest (supplier_id, award_id, number, interested, what, declared_at, declared_by)
    values (${supplierId}::uuid, ${awards[0]}::uuid, 2, true, 'It may run it', now(), ${personId}::uuid)`.execute(db)
  const refused = { constraint: 'support_order_is_without_interest' }
  await assert.rejects(order(db, fund, { work: 'options-appraisal' }), refused)
  await order(db, fund, { work: 'legal' })
  await sql`insert into support_waiver (supplier_id, award_id, number, reason, waived_at, waived_by)
    values (${supplierId}::uuid, ${awards[0]}::uuid, 2, 'Nobody else', now(), ${personId}::uuid)`.execute(db)
  await order(db, fund, { work: 'options-appraisal' })
})

onBothEngines('nothing is ordered from a supplier that has declared nothing', async ({ db }) => {
  const fund = await awardedFund(db, { awards: 1, pounds: 90_000, budgetPounds: 90_000, vat: 'excluded' })
  const silent = randomUUID()
  await sql`insert into support_supplier (id, fund_id, name, terms, added_at)
    values (${silent}::uuid, ${fund.fundId}::uuid, 'Another', '', now())`.execute(db)
  await sql`insert into support_supplier_lot (supplier_id, lot_id) values (${silent}::uuid, ${fund.lotId}::uuid)`.execute(
    db,
  )
  await assert.rejects(order(db, { ...fund, supplierId: silent }, {}), /declares its interest first/)
})

onBothEngines('support is not ordered for an award of money, and no declaration is taken back', async ({ db }) => {
  const fund = await awardedFund(db, {
    awards: 1,
    pounds: 90_000,
    budgetPounds: 90_000,
    vat: 'excluded',
    type: 'grant',
  })
  await assert.rejects(order(db, fund, {}), /award of support that is accepted/)
  await assert.rejects(sql`delete from support_interest`.execute(db), /never altered/)
})
