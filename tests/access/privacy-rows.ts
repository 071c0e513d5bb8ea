import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import type { Place } from './places.ts'
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

/** Who looks after personal data: those who look after the service. */
export const privacyRows: Readonly<Record<string, Row>> = {
  'GET /admin/retention': { rule: 'looksAfterService' },
  'POST /admin/retention/switch': { rule: 'looksAfterService', fields: () => ({ turn: 'off', reason }) },
  'POST /admin/retention/switch/:number/confirm': { rule: 'looksAfterService', parts: () => ({ number: '1' }) },
  'GET /admin/holds': { rule: 'looksAfterService' },
  'POST /admin/holds': { rule: 'looksAfterService' },
  'POST /admin/holds/:hold/release': { rule: 'looksAfterService', parts: freshHold, fields: () => ({ why: reason }) },
}
