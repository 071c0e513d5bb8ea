import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import type { Place } from './places.ts'
import type { Parts, Row } from './route-table.ts'

/** A request about the round of a place: once, however often it is asked for. */
async function logged({ fund, round, leadPerson }: Place, db: Database): Promise<Parts> {
  await sql`
    insert into information_request (id, round_id, number, kind, received_on, due_on, from_whom, asked, applications,
      of_decision, owner_id, logged_at, logged_by)
    select gen_random_uuid(), r.id, 1, 'foi', '2026-01-05', '2026-02-02', 'A resident', 'How many applied?', '{}', false,
      ${leadPerson}::uuid, now(), ${leadPerson}::uuid
    from round r join fund f on f.id = r.fund_id where f.slug = ${fund} and r.slug = ${round}
    on conflict do nothing`.execute(db)
  return { number: '1' }
}

const all = '/manage/funds/:fund/:round/requests'
const runs: Row = { rule: 'runsFund', parts: logged }

/** Who may use the routes of requests for information. */
export const requestRows: Readonly<Record<string, Row>> = {
  [`GET ${all}`]: { rule: 'readsApplications' },
  [`GET ${all}.csv`]: { rule: 'readsApplications' },
  [`GET ${all}/new`]: { rule: 'runsFund' },
  [`POST ${all}/new`]: { rule: 'runsFund' },
  [`GET ${all}/:number`]: { rule: 'readsApplications', parts: logged },
  [`POST ${all}/:number/drafts`]: runs,
  [`POST ${all}/:number/clear`]: runs,
  [`POST ${all}/:number/answer`]: runs,
  [`POST ${all}/:number/ask-back`]: runs,
  [`POST ${all}/:number/hear-back`]: runs,
  [`POST ${all}/:number/extend`]: runs,
  [`POST ${all}/:number/publish`]: runs,
  [`POST ${all}/:number/owner`]: runs,
  'GET /funds/:fund/:round/disclosures': { rule: 'anyoneOncePublished' },
}
