import { sql } from 'kysely'
import { stopToken } from '../../src/features/notifications/centre/stop-token.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { testConfig } from '../support/server.ts'
import type { Place } from './places.ts'
import type { Parts, Row } from './route-table.ts'

const { secretKey = '' } = testConfig()

/** A message about the fund to the lead's own person. */
async function ownMessage(place: Place, db: Database): Promise<Parts> {
  const { rows } = await sql<{ id: string }>`
    insert into message (id, kind, recipient, person_id, fund_id, subject, body, created_at)
    select gen_random_uuid(), 'page-given', email, person.id, fund.id, 'A page for you', 'It is yours', now()
    from person, fund where person.id = ${place.leadPerson}::uuid and fund.slug = ${place.fund} returning id`.execute(
    db,
  )
  return { message: rows[0]?.id ?? '' }
}

/** The fund is in the address already. */
async function ownFund(place: Place, db: Database): Promise<Parts> {
  await ownMessage(place, db)
  return {}
}

const stop = (place: Place) => ({ token: stopToken({ personId: place.leadPerson, group: 'network' }, secretKey) })

export const notificationRows: Readonly<Record<string, Row>> = {
  'GET /notifications': { rule: 'anyoneSignedIn' },
  'POST /notifications/read': { rule: 'anyoneSignedIn' },
  'GET /notifications/messages/:message': { rule: 'addressee', parts: ownMessage },
  'GET /notifications/delivery': { rule: 'anyoneSignedIn' },
  'POST /notifications/delivery': { rule: 'anyoneSignedIn' },
  'GET /notifications/delivery/:fund': { rule: 'addressee', parts: ownFund },
  'POST /notifications/delivery/:fund': { rule: 'addressee', parts: ownFund },
  // Whoever has the link may stop the emails that have it.
  'GET /notifications/stop/:token': { rule: 'anyone', parts: stop },
  'POST /notifications/stop/:token': { rule: 'anyone', parts: stop },
}
