import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { begunUpload, keptFile } from './file-rows.ts'
import type { Place } from './places.ts'
import type { Parts, Row } from './route-table.ts'

/** The review of a place, in which its lead person is everything; its options are one entry. Once, however often it is asked for. */
export async function reviewOf({ lead, leadPerson, submitted }: Place, db: Database): Promise<Parts> {
  const reference = submitted.replace('DD', 'REVIEW')
  await sql`
    insert into strategic_review (id, reference, organisation_id, title, depth, illustrative, started_at, started_by)
    values (gen_random_uuid(), ${reference}, ${lead}, 'Youth service', 'full', true, now(), ${leadPerson}::uuid)
    on conflict do nothing`.execute(db)
  await sql`
    insert into strategic_review_person (review_id, person_id, roles, speaks_for, credentials, changed_at, changed_by)
    select id, ${leadPerson}::uuid, array['lead', 'writer', 'facilitator', 'scorer', 'expert', 'reader'], 'Staff', 'Head', now(),
      ${leadPerson}::uuid from strategic_review where reference = ${reference}
    on conflict do nothing`.execute(db)
  const content = { title: 'Stop', model: 'stop', description: 'It is not delivered.' }
  await sql`
    insert into strategic_review_entry (review_id, sheet, entry, version, place, content, changed_at, changed_by)
    select id, 'options', 'first', 1, 1, ${JSON.stringify(content)}::jsonb, now(), ${leadPerson}::uuid
    from strategic_review where reference = ${reference}
    on conflict do nothing`.execute(db)
  return { reference }
}

/** An option on its longlist. One that was removed comes back, so that the next can try. */
export async function optionOf(place: Place, db: Database): Promise<Parts> {
  const parts = await reviewOf(place, db)
  await sql`
    insert into strategic_review_entry (review_id, sheet, entry, version, place, content, changed_at, changed_by)
    select e.review_id, sheet, entry, version + 1, place,
      (select content from strategic_review_entry f where f.review_id = e.review_id and f.entry = e.entry and version = 1), now(), changed_by
    from strategic_review_entry e join strategic_review r on r.id = e.review_id
    where r.reference = ${parts.reference} and entry = 'first' and content is null and version =
      (select max(version) from strategic_review_entry f where f.review_id = e.review_id and f.entry = e.entry)`.execute(
    db,
  )
  return { ...parts, sheet: 'options', entry: 'first' }
}

/** A file in its evidence library. */
async function fileOf(place: Place, db: Database): Promise<Parts> {
  const { reference = '' } = await reviewOf(place, db)
  const { file = '' } = await keptFile(place.submitted, db, 'files', { type: 'review', id: reference })
  return { reference, sheet: 'evidence', file }
}

/** An upload that its lead person has begun for its evidence library. */
async function uploadOf(place: Place, db: Database): Promise<Parts> {
  const { reference = '' } = await reviewOf(place, db)
  const upload = await begunUpload(db, { type: 'review', id: reference }, place.leadPerson)
  return { reference, sheet: 'evidence', page: 'add', upload }
}

export const own: Row = { rule: 'worksOnReview', parts: reviewOf }
const option: Row = { rule: 'worksOnReview', parts: optionOf }
const one = '/reviews/:reference'

/** Who may use the routes of strategic reviews: their own people alone. */
export const reviewRows: Readonly<Record<string, Row>> = {
  'GET /reviews': { rule: 'anyoneSignedIn' },
  'GET /reviews/new': { rule: 'anyoneSignedIn' },
  'POST /reviews/new': { rule: 'anyoneSignedIn' },
  [`GET ${one}`]: own,
  [`GET ${one}/settings`]: own,
  [`POST ${one}/settings`]: own,
  [`GET ${one}/people`]: own,
  [`POST ${one}/people`]: own,
  [`POST ${one}/people/remove`]: own,
  [`GET ${one}/sheets/:sheet`]: option,
  [`POST ${one}/sheets/:sheet`]: {
    rule: 'worksOnReview',
    parts: async (place, db) => ({ ...(await optionOf(place, db)), sheet: 'service' }),
  },
  [`GET ${one}/sheets/:sheet/files/:file`]: { rule: 'worksOnReview', parts: fileOf },
  [`POST ${one}/sheets/:sheet/uploads/:page`]: { rule: 'worksOnReview', parts: uploadOf },
  [`POST ${one}/sheets/:sheet/uploads/:page/:upload`]: { rule: 'worksOnReview', parts: uploadOf },
  [`GET ${one}/sheets/:sheet/add`]: option,
  [`POST ${one}/sheets/:sheet/add`]: option,
  [`GET ${one}/sheets/:sheet/:entry`]: option,
  [`POST ${one}/sheets/:sheet/:entry`]: option,
  [`GET ${one}/sheets/:sheet/:entry/remove`]: option,
  [`POST ${one}/sheets/:sheet/:entry/remove`]: option,
}
