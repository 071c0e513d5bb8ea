import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { begunUpload } from './file-rows.ts'
import { keying } from './keying-rows.ts'
import type { Place } from './places.ts'
import type { Row } from './route-table.ts'

type Parts = Readonly<Record<string, string>>

const listed = (place: Place) => ({ reference: place.listed })

/** A request about an application, overdue. Whoever may withdraw it has done so before, perhaps. */
async function answerRequest(reference: string, db: Database): Promise<Parts> {
  await sql`update application set state = 'submitted' where reference = ${reference}`.execute(db)
  await sql`
    with request as (
      insert into answer_request (id, application_id, number, note, due_at, created_at, author_id)
      select gen_random_uuid(), a.id, 1, '', '2026-11-01T00:00:01Z', '2026-11-01T00:00:00Z', a.created_by
      from application a where a.reference = ${reference} on conflict (application_id, number) do nothing returning id)
    insert into answer_request_question (request_id, question_id, position, asked)
    select id, 'drivers', 0, 'What do you mean?' from request`.execute(db)
  return { reference, number: '1' }
}

/** A notice of its own for each who tries to take it down. */
async function notice(_: Place, db: Database): Promise<Parts> {
  const { rows } = await sql<{ id: string }>`
    insert into service_notice (id, text, starts_at, ends_at, created_at, author_id)
    select gen_random_uuid(), 'Down', now(), now() + interval '1 minute', now(), id from person limit 1
    returning id`.execute(db)
  return { notice: rows[0]?.id ?? '' }
}

/** A late submission in the round of this place. */
async function lateAttempt(place: Place, db: Database): Promise<Parts> {
  const { rows } = await sql<{ id: string }>`
    insert into late_attempt (id, application_id, number, received_at, deadline_at, attempted_by, content, sha256, complete)
    select gen_random_uuid(), a.id, 1, '2026-11-01T00:00:01Z', '2026-11-01T00:00:00Z', a.created_by,
      (select content from submission limit 1), '0', false
    from application a join round r on r.id = a.round_id join fund f on f.id = r.fund_id
    where f.slug = ${place.fund} and r.slug = ${place.round} order by a.reference limit 1
    on conflict (application_id, number) do nothing returning id`.execute(db)
  if (rows[0] !== undefined) return { attempt: rows[0].id }
  const { rows: there } = await sql<{ id: string }>`
    select t.id from late_attempt t join application a on a.id = t.application_id join round r on r.id = a.round_id
    join fund f on f.id = r.fund_id where f.slug = ${place.fund} and r.slug = ${place.round}`.execute(db)
  return { attempt: there[0]?.id ?? '' }
}

/** What has to do with the deadline of a round, and what comes after it. */
export const deadlines: Readonly<Record<string, Row>> = {
  'GET /manage/funds/:fund/:round/extensions': { rule: 'readsFund' },
  'POST /manage/funds/:fund/:round/extensions': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/reminders': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/reminders': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/applications/:reference/requests': { rule: 'readsApplications', parts: listed },
  'POST /manage/funds/:fund/:round/applications/:reference/requests': {
    rule: 'runsFund',
    parts: async (place, db) => await answerRequest(place.listed, db),
  },
  'POST /manage/funds/:fund/:round/applications/:reference/requests/:number/close': {
    rule: 'runsFund',
    parts: async (place, db) => await answerRequest(place.listed, db),
  },
  'GET /applications/:reference/requests/:number': {
    rule: 'leadOrPartner',
    parts: async (place, db) => await answerRequest(place.submitted, db),
  },
  'POST /applications/:reference/requests/:number': {
    rule: 'lead',
    parts: async (place, db) => await answerRequest(place.submitted, db),
  },
  'POST /applications/:reference/requests/:number/uploads': {
    rule: 'lead',
    parts: async (place, db) => await answerRequest(place.submitted, db),
  },
  'POST /applications/:reference/requests/:number/uploads/:upload': {
    rule: 'lead',
    parts: async ({ submitted, leadPerson }, db) => ({
      ...(await answerRequest(submitted, db)),
      upload: await begunUpload(db, { type: 'application', id: submitted }, leadPerson),
    }),
  },
  ...keying,
  'GET /manage/notices': { rule: 'notifies' },
  'POST /manage/notices': { rule: 'notifies' },
  'POST /manage/notices/:notice/take-down': { rule: 'notifies', parts: notice },
  'GET /manage/funds/:fund/:round/late': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/late/:attempt': { rule: 'readsApplications', parts: lateAttempt },
  'POST /manage/funds/:fund/:round/late/:attempt': { rule: 'runsFund', parts: lateAttempt },
}
