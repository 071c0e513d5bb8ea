import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import { type Place, spare } from './places.ts'
import type { Parts, Row } from './route-table.ts'

const reason = 'The board agreed on it at its meeting in November'

/** A hold that stands, on something that nobody else needs. */
async function freshHold(_: Place, db: Database): Promise<Parts> {
  const { rows } = await sql<{ id: string }>`
    insert into legal_hold (id, kind, object_id, reason, placed_at, placed_by)
    values (gen_random_uuid(), 'person', gen_random_uuid(), ${reason}, now(), ${cast.administrator.id}::uuid)
    returning id`.execute(db)
  return { hold: rows[0]?.id ?? '' }
}

/** A request of somebody to be forgotten, which others wait for too. */
async function freshRequest(_: Place, db: Database): Promise<Parts> {
  const { rows } = await sql<{ number: number }>`
    insert into subject_request (id, number, kind, person_id, received_on, due_on, identity_note, logged_at, logged_by)
    select gen_random_uuid(), coalesce(max(number), 0) + 1, 'erasure', ${spare.bystander}::uuid, '2026-01-05', '2026-02-05',
      'They wrote from that address', now(), ${cast.administrator.id}::uuid from subject_request
    returning number`.execute(db)
  return { number: String(rows[0]?.number) }
}

/** Who looks after personal data: those who look after the service. */
export const privacyRows: Readonly<Record<string, Row>> = {
  'GET /admin/retention': { rule: 'looksAfterService' },
  'POST /admin/retention/switch': { rule: 'looksAfterService', fields: () => ({ turn: 'off', reason }) },
  'POST /admin/retention/switch/:number/confirm': { rule: 'looksAfterService', parts: () => ({ number: '1' }) },
  'GET /admin/holds': { rule: 'looksAfterService' },
  'POST /admin/holds': { rule: 'looksAfterService' },
  'POST /admin/holds/:hold/release': { rule: 'looksAfterService', parts: freshHold, fields: () => ({ why: reason }) },
  'GET /admin/subject-requests': { rule: 'looksAfterService' },
  'POST /admin/subject-requests': { rule: 'looksAfterService' },
  'GET /admin/subject-requests/:number': { rule: 'looksAfterService', parts: freshRequest },
  'POST /admin/subject-requests/:number/data': { rule: 'looksAfterService', parts: freshRequest },
  'POST /admin/subject-requests/:number/close': { rule: 'looksAfterService', parts: freshRequest },
  'POST /admin/subject-requests/:number/anonymise': { rule: 'looksAfterService', parts: freshRequest },
  'GET /account/your-data': { rule: 'anyoneSignedIn' },
  'POST /account/your-data': { rule: 'anyoneSignedIn' },
}
