import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import { begunUpload, keptFile } from './file-rows.ts'
import type { Place } from './places.ts'
import { reviewOf } from './review-rows.ts'
import type { Parts, Row } from './route-table.ts'
import { acceptedAward } from './supported-award.ts'

const profile = JSON.stringify({ 'service-areas': ['children'], about: 'Youth services', hours: 10 })

/**
 * The panel of a fund: the lead of the place holds an award and has asked something, which was offered to a stranger, who is an
 * expert. Once, however often it is asked for.
 */
export async function panelOf(place: Place, db: Database): Promise<Parts> {
  const { application } = await acceptedAward(place, db)
  const fund = sql`(select id from fund where slug = ${place.fund})`
  const expert = sql`(select id from expert where fund_id = ${fund} and person_id = ${cast.stranger.id}::uuid)`
  await sql`
    insert into expert_terms (fund_id, number, text, fee_pounds, sha256, made_at)
    values (${fund}, 1, 'Terms', 80, ${'a'.repeat(64)}, now()) on conflict do nothing`.execute(db)
  await sql`
    insert into expert (id, fund_id, person_id, invited_at)
    values (gen_random_uuid(), ${fund}, ${cast.stranger.id}::uuid, now()) on conflict do nothing`.execute(db)
  await sql`
    insert into expert_acceptance (expert_id, fund_id, number, accepted_at) values (${expert}, ${fund}, 1, now())
    on conflict do nothing`.execute(db)
  await sql`
    insert into expert_profile (expert_id, version, content, saved_at) values (${expert}, 1, ${profile}::jsonb, now())
    on conflict do nothing`.execute(db)
  await sql`
    insert into expert_request (id, fund_id, number, application_id, organisation_id, title, words, service_areas,
      delivery_models, disciplines, state, asked_at, asked_by)
    select gen_random_uuid(), ${fund}, 1, id, lead_id, 'VAT', 'Can a mutual reclaim it?', '{children}', '{}', '{}', 'offered',
      now(), ${place.leadPerson}::uuid from application where reference = ${application} on conflict do nothing`.execute(
    db,
  )
  await sql`
    insert into expert_offer (request_id, number, expert_id, first, match, offered_at)
    select id, 1, ${expert}, true, '{}', now() from expert_request where fund_id = ${fund} and number = 1
    on conflict do nothing`.execute(db)
  const { rows } = await sql<{ expert: string; request: string }>`
    select ${expert} as expert, (select id from expert_request where fund_id = ${fund} and number = 1) as request`.execute(
    db,
  )
  return { number: '1', expert: rows[0]?.expert ?? '', request: rows[0]?.request ?? '' }
}

/** A paper for all who take part. */
async function withPaper(place: Place, db: Database): Promise<Parts> {
  const parts = await panelOf(place, db)
  const { rows } = await sql<{ id: string }>`
    insert into expert_post (id, request_id, words, seen_by, posted_at, posted_by)
    values (gen_random_uuid(), ${parts.request}::uuid, 'A paper', 'team', now(), ${place.leadPerson}::uuid) returning id`.execute(
    db,
  )
  const owner = { type: 'expert-request', id: parts.request ?? '' } as const
  return { ...parts, ...(await keptFile(place.draft, db, rows[0]?.id ?? '', owner)) }
}

/** The answer is published. */
async function published(place: Place, db: Database): Promise<Parts> {
  const parts = await panelOf(place, db)
  await sql`
    insert into expert_publication (request_id, version, title, question, advice, let_stand, prepared_at, prepared_by)
    values (${parts.request}::uuid, 1, 'VAT', 'Can it?', 'Yes.', '[]', now(), ${place.leadPerson}::uuid)
    on conflict do nothing`.execute(db)
  await sql`
    insert into expert_consent (request_id, version, side, consents, given_at, given_by)
    select ${parts.request}::uuid, 1, side, true, now(), ${place.leadPerson}::uuid
    from unnest(array['council', 'expert']) as side on conflict do nothing`.execute(db)
  return parts
}

/** Booked hours to come. */
async function booked(place: Place, db: Database): Promise<Parts> {
  const parts = await panelOf(place, db)
  const { rows } = await sql<{ id: string }>`
    insert into expert_booking (id, request_id, expert_id, starts_at, hours, place, booked_at, booked_by)
    values (gen_random_uuid(), ${parts.request}::uuid, ${parts.expert}::uuid, '2099-01-05T10:00:00Z', 1, 'Room 1', now(),
      ${place.leadPerson}::uuid) returning id`.execute(db)
  return { ...parts, booking: rows[0]?.id ?? '' }
}

/** Its advice is accepted. Once, since nothing that was said is altered. */
async function advised(place: Place, db: Database): Promise<Parts> {
  const parts = await panelOf(place, db)
  await sql`
    insert into expert_request (id, fund_id, number, application_id, organisation_id, title, words, service_areas,
      delivery_models, disciplines, state, asked_at, asked_by)
    select gen_random_uuid(), fund_id, 2, application_id, organisation_id, title, words, service_areas, delivery_models,
      disciplines, 'advised', asked_at, asked_by from expert_request where id = ${parts.request}::uuid
    on conflict do nothing`.execute(db)
  await sql`
    insert into expert_note (request_id, number, expert_id, advice, hours, written_at)
    select q.id, 1, ${parts.expert}::uuid, 'Yes.', 1, now() from expert_request q
    where q.number = 2 and q.fund_id = (select fund_id from expert_request where id = ${parts.request}::uuid)
    on conflict do nothing`.execute(db)
  return { ...parts, number: '2' }
}

/** Advised, and the award has a review that its lead person writes. */
async function reviewed(place: Place, db: Database): Promise<Parts> {
  const parts = await advised(place, db)
  const { reference } = await reviewOf(place, db)
  await sql`
    update strategic_review set application_id = (select application_id from expert_request where id = ${parts.request}::uuid)
    where reference = ${reference ?? ''}`.execute(db)
  await sql`
    insert into expert_note_answer (request_id, number, answer, answered_at, answered_by)
    select n.request_id, 1, 'accepted', now(), ${place.leadPerson}::uuid from expert_note n
      join expert_request q on q.id = n.request_id
    where q.number = 2 and q.fund_id = (select fund_id from expert_request where id = ${parts.request}::uuid)
    on conflict do nothing`.execute(db)
  return parts
}

/** An upload that the council has begun for a message about a question. */
async function uploadOf(place: Place, db: Database): Promise<Parts> {
  const parts = await panelOf(place, db)
  return {
    ...parts,
    upload: await begunUpload(db, { type: 'expert-request', id: parts.request ?? '' }, place.leadPerson),
  }
}

const panel: Row = { rule: 'ofPanel', parts: panelOf }
const own: Row = { rule: 'expertOfPanel', parts: panelOf }
const asks: Row = { rule: 'holdsAward', parts: panelOf }
const reads: Row = { rule: 'readsPanel', parts: panelOf }
const runs: Row = { rule: 'runsFund', parts: panelOf }
const one = '/experts/:fund/requests/:number'
const managed = '/manage/funds/:fund/experts'

/** Who may use the routes of expert panels. */
export const expertRows: Readonly<Record<string, Row>> = {
  'GET /experts': { rule: 'anyoneSignedIn' },
  'GET /experts/:fund': panel,
  'GET /experts/:fund/terms': own,
  'POST /experts/:fund/terms': own,
  'GET /experts/:fund/profile': own,
  'POST /experts/:fund/profile': own,
  'GET /experts/:fund/ask': asks,
  'POST /experts/:fund/ask': asks,
  'GET /experts/:fund/answers': panel,
  'GET /experts/:fund/answers/:number': { rule: 'ofPanel', parts: published },
  [`GET ${one}`]: panel,
  [`POST ${one}/answer`]: own,
  [`POST ${one}/posts`]: { rule: 'takesPartInQuestion', parts: panelOf },
  [`POST ${one}/posts/uploads`]: { rule: 'takesPartInQuestion', parts: panelOf },
  [`POST ${one}/posts/uploads/:upload`]: { rule: 'holdsAward', parts: uploadOf },
  [`GET ${one}/files/:file`]: { rule: 'takesPartInQuestion', parts: withPaper },
  [`POST ${one}/note`]: own,
  [`POST ${one}/note-answer`]: asks,
  [`POST ${one}/withdraw`]: asks,
  [`POST ${one}/follow-up`]: asks,
  'GET /experts/:fund/hours': own,
  'POST /experts/:fund/hours': own,
  'POST /experts/:fund/hours/take-back': {
    rule: 'expertOfPanel',
    parts: panelOf,
    fields: () => ({ starts: '2099-01-05T10:00:00Z' }),
  },
  [`POST ${one}/bookings`]: asks,
  [`GET ${one}/bookings/:booking/event.ics`]: { rule: 'asksOrAdvises', parts: booked },
  [`POST ${one}/bookings/:booking/cancel`]: { rule: 'asksOrAdvises', parts: booked },
  [`POST ${one}/review`]: { rule: 'holdsAward', parts: reviewed },
  [`POST ${one}/consent`]: { rule: 'asksOrAdvises', parts: published },
  [`GET ${managed}/requests/:number/publish`]: { rule: 'runsFund', parts: advised },
  [`POST ${managed}/requests/:number/publish`]: { rule: 'runsFund', parts: advised },
  [`GET ${managed}`]: reads,
  [`POST ${managed}`]: runs,
  [`GET ${managed}/terms`]: runs,
  [`POST ${managed}/terms`]: runs,
  [`GET ${managed}/people/:expert`]: reads,
  [`POST ${managed}/people/:expert/end`]: runs,
  [`GET ${managed}/requests/:number`]: reads,
  [`POST ${managed}/requests/:number`]: runs,
  [`GET ${managed}/use`]: reads,
  [`GET ${managed}/use.csv`]: reads,
}
