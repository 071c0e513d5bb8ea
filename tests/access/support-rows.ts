import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
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

const managed = '/manage/funds/:fund/support'
const own = '/applications/:reference/support'

/** Who may use the routes of support: who runs or looks at the fund, the council, and the people of a supplier. */
export const supportRows: Readonly<Record<string, Row>> = {
  [`GET ${managed}`]: { rule: 'readsSupport' },
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
  [`GET ${own}`]: { rule: 'lead', parts: award },
  [`GET ${own}/needs`]: { rule: 'lead', parts: award },
  [`POST ${own}/needs`]: { rule: 'lead', parts: award },
  [`GET ${own}/orders/:order`]: { rule: 'lead', parts: order },
  'GET /support': { rule: 'anyoneSignedIn' },
  'POST /support/interests': {
    rule: 'suppliesSupport',
    fields: async (place, db) => {
      const { supplier, application } = await supportOf(place, db)
      return { supplier, application, interested: 'no' }
    },
  },
  'GET /support/orders/:order': { rule: 'suppliesSupport', parts: order },
}
