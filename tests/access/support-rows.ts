import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import { begunUpload, keptFile } from './file-rows.ts'
import { type Place, places } from './places.ts'
import type { Parts, Row } from './route-table.ts'
import { supportOf } from './supported-award.ts'

const supplier = async (place: Place, db: Database): Promise<Parts> => ({
  supplier: (await supportOf(place, db)).supplier,
})
const award = async (place: Place, db: Database): Promise<Parts> => ({
  reference: (await supportOf(place, db)).application,
})
const order = async (place: Place, db: Database): Promise<Parts> => {
  const { application, order } = await supportOf(place, db)
  return { reference: application, order }
}

const first = async (place: Place, db: Database): Promise<Parts> => ({ ...(await order(place, db)), number: '1' })

/** One more deliverable, so that the next can take one out. */
async function fresh(place: Place, db: Database): Promise<Parts> {
  const parts = await order(place, db)
  const { rows } = await sql<{ number: number }>`
    insert into support_deliverable (order_id, number, title, due_on, net_pence, added_at)
    select o.id, (select max(number) + 1 from support_deliverable where order_id = o.id), 'Notes', '2027-01-01', 0, now()
    from support_order o where reference = ${parts.order} returning number`.execute(db)
  return { ...parts, number: String(rows[0]?.number) }
}

/** An invoice that waits, so that the next can answer one. */
async function invoice(place: Place, db: Database): Promise<Parts> {
  const parts = await order(place, db)
  const { rows } = await sql<{ number: number }>`
    insert into support_invoice (order_id, number, name, dated_on, net_pence, vat_pence, sent_at)
    select o.id, n.next, 'INV-' || n.next, '2026-11-01', 0, 0, now()
    from support_order o, lateral (select coalesce(max(number), 0) + 1 as next from support_invoice where order_id = o.id) n
    where reference = ${parts.order} returning number`.execute(db)
  return { ...parts, number: String(rows[0]?.number) }
}

/** A file that was delivered. */
async function file(place: Place, db: Database): Promise<Parts> {
  const parts = await order(place, db)
  const owner = { type: 'support', id: parts.order ?? '' } as const
  const { file: id = '' } = await keptFile(place.submitted, db, 'delivery-1-1', owner)
  return { ...parts, file: id }
}

/** An interest that has not been waived, so that there is one to waive. */
async function withInterest(place: Place, db: Database): Promise<Parts> {
  const { supplier, application } = await supportOf(place, db)
  const person = place === places.ours ? cast.stranger.id : cast.waitingMember.id
  await sql`
    insert into support_interest (supplier_id, award_id, number, interested, what, declared_at, declared_by)
    select ${supplier}::uuid, w.id, (select max(number) + 1 from support_interest where supplier_id = ${supplier}::uuid),
      true, 'It may run it', now(), ${person}::uuid
    from award w join application a on a.id = w.application_id where a.reference = ${application}`.execute(db)
  return { supplier, reason: 'Nobody else knows it' }
}

/** An upload that somebody of the supplier has begun for a delivery. */
async function uploadOf(place: Place, db: Database): Promise<Parts> {
  const parts = await first(place, db)
  const by = place === places.ours ? cast.stranger : cast.waitingMember
  return { ...parts, upload: await begunUpload(db, { type: 'support', id: parts.order ?? '' }, by.id) }
}

const managed = '/manage/funds/:fund/support'
const own = '/applications/:reference/support'

/** Who may use the routes of support: who runs or looks at the fund, the council, and the people of a supplier. */
export const supportRows: Readonly<Record<string, Row>> = {
  [`GET ${managed}`]: { rule: 'readsSupport' },
  [`GET ${managed}/spend.csv`]: { rule: 'readsSupport' },
  [`GET ${managed}/suppliers`]: { rule: 'readsSupport' },
  [`POST ${managed}/suppliers`]: { rule: 'runsFund' },
  [`POST ${managed}/lots`]: { rule: 'runsFund' },
  [`GET ${managed}/suppliers/:supplier`]: { rule: 'readsSupport', parts: supplier },
  [`POST ${managed}/suppliers/:supplier`]: { rule: 'runsFund', parts: supplier },
  [`POST ${managed}/suppliers/:supplier/people`]: { rule: 'runsFund', parts: supplier },
  [`POST ${managed}/suppliers/:supplier/people/remove`]: { rule: 'runsFund', parts: supplier },
  [`GET ${managed}/awards/:reference`]: { rule: 'readsSupport', parts: award },
  [`POST ${managed}/awards/:reference/waivers`]: { rule: 'runsFund', parts: award, fields: withInterest },
  [`GET ${managed}/awards/:reference/needs`]: { rule: 'runsFund', parts: award },
  [`POST ${managed}/awards/:reference/needs`]: { rule: 'runsFund', parts: award },
  [`GET ${managed}/awards/:reference/orders/new`]: { rule: 'runsFund', parts: award },
  [`POST ${managed}/awards/:reference/orders/new`]: { rule: 'runsFund', parts: award },
  [`GET ${managed}/orders/:order`]: { rule: 'readsSupport', parts: order },
  [`POST ${managed}/orders/:order/deliverables`]: { rule: 'runsFund', parts: order },
  [`POST ${managed}/orders/:order/deliverables/:number/remove`]: { rule: 'runsFund', parts: fresh },
  [`POST ${managed}/orders/:order/deliverables/:number/answers`]: { rule: 'runsFund', parts: first },
  [`POST ${managed}/orders/:order/changes`]: { rule: 'runsFund', parts: order },
  [`POST ${managed}/orders/:order/changes/:number/answers`]: { rule: 'runsFund', parts: first },
  [`POST ${managed}/orders/:order/invoices/:number/answers`]: { rule: 'runsFund', parts: invoice },
  [`POST ${managed}/orders/:order/invoices/:number/paid`]: { rule: 'runsFund', parts: invoice },
  [`POST ${managed}/orders/:order/withdraw`]: { rule: 'runsFund', parts: order },
  [`POST ${managed}/orders/:order/close`]: { rule: 'runsFund', parts: order },
  [`GET ${managed}/orders/:order/files/:file`]: { rule: 'readsSupport', parts: file },
  [`GET ${own}`]: { rule: 'lead', parts: award },
  [`GET ${own}/needs`]: { rule: 'lead', parts: award },
  [`POST ${own}/needs`]: { rule: 'lead', parts: award },
  [`GET ${own}/orders/:order`]: { rule: 'lead', parts: order },
  [`POST ${own}/orders/:order/deliverables/:number/answers`]: { rule: 'lead', parts: first },
  [`POST ${own}/orders/:order/changes`]: { rule: 'lead', parts: order },
  [`POST ${own}/orders/:order/changes/:number/answers`]: { rule: 'lead', parts: first },
  [`GET ${own}/orders/:order/files/:file`]: { rule: 'lead', parts: file },
  'GET /support': { rule: 'anyoneSignedIn' },
  'POST /support/interests': {
    rule: 'suppliesSupport',
    fields: async (place, db) => {
      const { supplier, application } = await supportOf(place, db)
      return { supplier, application, interested: 'no' }
    },
  },
  'GET /support/orders/:order': { rule: 'suppliesSupport', parts: order },
  'POST /support/orders/:order/deliverables/:number/deliveries': { rule: 'suppliesSupport', parts: first },
  'POST /support/orders/:order/deliverables/:number/deliveries/uploads': { rule: 'suppliesSupport', parts: first },
  'POST /support/orders/:order/deliverables/:number/deliveries/uploads/:upload': {
    rule: 'suppliesSupport',
    parts: uploadOf,
  },
  'POST /support/orders/:order/invoices': { rule: 'suppliesSupport', parts: order },
  'POST /support/orders/:order/changes': { rule: 'suppliesSupport', parts: order },
  'GET /support/orders/:order/files/:file': { rule: 'suppliesSupport', parts: file },
}
