import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { begunUpload, keptFile } from './file-rows.ts'
import type { Place } from './places.ts'
import { reviewOf } from './review-rows.ts'
import type { Parts, Row } from './route-table.ts'
import { acceptedAward } from './supported-award.ts'

/** An award that the lead of a place has accepted, with a benefit in its register. Once, however often it is asked for. */
async function awardOf(place: Place, db: Database): Promise<Parts & { readonly award: string }> {
  const { application, award } = await acceptedAward(place, db)
  const content = { title: 'Two buildings given up', kind: 'cashable', line: 'Premises' }
  await sql`
    insert into award_entry (award_id, sheet, entry, version, place, content, changed_at, changed_by)
    values (${award}::uuid, 'benefits', 'first', 1, 1, ${JSON.stringify(content)}::jsonb, now(), ${place.leadPerson}::uuid)
    on conflict do nothing`.execute(db)
  return { reference: application, award }
}

/** A benefit in its register. One that was removed comes back, so that the next can try. */
async function benefitOf(place: Place, db: Database): Promise<Parts> {
  const { award, ...parts } = await awardOf(place, db)
  await sql`
    insert into award_entry (award_id, sheet, entry, version, place, content, changed_at, changed_by)
    select award_id, sheet, entry, version + 1, place,
      (select content from award_entry where award_id = ${award}::uuid and entry = 'first' and version = 1), now(), changed_by
    from award_entry where award_id = ${award}::uuid and entry = 'first' and content is null and version =
      (select max(version) from award_entry where award_id = ${award}::uuid and entry = 'first')`.execute(db)
  return { ...parts, sheet: 'benefits', entry: 'first' }
}

/** A file that shows an actual. */
async function fileOf(place: Place, db: Database): Promise<Parts> {
  const { reference = '' } = await awardOf(place, db)
  const file = await keptFile(reference, db, 'files', { type: 'award', id: reference })
  return { ...file, sheet: 'actuals' }
}

/** An upload that its lead person has begun for such a file. */
async function uploadOf(place: Place, db: Database): Promise<Parts> {
  const { reference = '' } = await awardOf(place, db)
  const upload = await begunUpload(db, { type: 'award', id: reference }, place.leadPerson)
  return { reference, sheet: 'benefits', page: 'add', upload }
}

/** The award with the review that it pays for, which its lead person writes. */
async function reviewedOf(place: Place, db: Database): Promise<Parts> {
  const { reference = '' } = await awardOf(place, db)
  const review = await reviewOf(place, db)
  await sql`
    update strategic_review set application_id = (select id from application where reference = ${reference})
    where reference = ${review.reference}`.execute(db)
  return { reference }
}

/** A version of its first return. */
async function returnOf(place: Place, db: Database): Promise<Parts> {
  const { award, ...parts } = await awardOf(place, db)
  const frozen = { award: { acceptedOn: '2026-01-01' }, months: 6, sheets: {}, confirmed: [] }
  await sql`
    insert into benefit_return (award_id, months, number, record, sha256, frozen_at, frozen_by)
    values (${award}::uuid, 6, 1, ${JSON.stringify(frozen)}, repeat('0', 64), now(), ${place.leadPerson}::uuid)
    on conflict do nothing`.execute(db)
  return { ...parts, months: '6', number: '1' }
}

/** Its first return as it is put before the public. */
async function publishedOf(place: Place, db: Database): Promise<Parts> {
  const parts = await returnOf(place, db)
  const { award } = await awardOf(place, db)
  const frozen = {
    award: { reference: parts.reference, organisation: 'A council', title: 'Youth service', acceptedOn: '2025-01-01' },
    months: 12,
    sheets: {},
    confirmed: [],
  }
  await sql`
    insert into benefit_return (award_id, months, number, record, sha256, frozen_at, frozen_by)
    values (${award}::uuid, 12, 1, ${JSON.stringify(frozen)}, repeat('0', 64), now(), ${place.leadPerson}::uuid)
    on conflict do nothing`.execute(db)
  await sql`
    insert into benefit_return_step (award_id, months, number, step, said, done_at, done_by)
    values (${award}::uuid, 12, 1, 'published', '', now(), ${place.leadPerson}::uuid) on conflict do nothing`.execute(
    db,
  )
  return { reference: parts.reference ?? '' }
}

const read: Row = { rule: 'seesBenefits', parts: awardOf }
const write: Row = { rule: 'lead', parts: awardOf }
const seen: Row = { rule: 'seesBenefits', parts: benefitOf }
const written: Row = { rule: 'lead', parts: benefitOf }
/** Nobody is named for finance. */
const confirmed: Row = { rule: 'nobodyUntilBidding', parts: awardOf }

const one = '/applications/:reference'
const sheet = `${one}/sheets/:sheet`

/** Who may use the routes of benefits. */
export const benefitRows: Readonly<Record<string, Row>> = {
  [`GET ${one}/benefits`]: read,
  [`GET ${one}/go-live`]: read,
  [`GET ${one}/benefits/finance`]: write,
  [`POST ${one}/benefits/finance`]: write,
  [`GET ${one}/benefits/risks`]: { rule: 'lead', parts: reviewedOf },
  [`POST ${one}/benefits/risks`]: { rule: 'lead', parts: reviewedOf },
  [`GET ${one}/benefits/confirm`]: confirmed,
  [`POST ${one}/benefits/confirm`]: confirmed,
  [`POST ${one}/benefits/send-back`]: confirmed,
  [`GET ${one}/benefits/returns`]: read,
  [`GET ${one}/benefits/returns/:months`]: { rule: 'seesBenefits', parts: returnOf },
  [`GET ${one}/benefits/returns/:months/:number/record.json`]: { rule: 'seesBenefits', parts: returnOf },
  [`POST ${one}/benefits/returns/:months/freeze`]: { rule: 'lead', parts: returnOf },
  [`POST ${one}/benefits/returns/:months/step`]: {
    rule: 'lead',
    parts: returnOf,
    fields: () => ({ step: 'sent', number: '1' }),
  },
  'GET /manage/funds/:fund/benefits': { rule: 'readsSupport' },
  'GET /manage/funds/:fund/benefits/outturns.csv': { rule: 'readsSupport' },
  'GET /manage/funds/:fund/benefits/between-awards': { rule: 'readsSupport' },
  'POST /manage/funds/:fund/benefits/between-awards': { rule: 'runsFund' },
  'GET /funds/:fund/benefits': { rule: 'anyoneOncePublished', parts: publishedOf },
  'GET /funds/:fund/benefits/benefits.csv': { rule: 'anyoneOncePublished', parts: publishedOf },
  'GET /funds/:fund/benefits/:reference': { rule: 'anyoneOncePublished', parts: publishedOf },
  'GET /worked-examples/3bm': { rule: 'anyone' },
  [`GET ${sheet}`]: seen,
  [`POST ${sheet}`]: { rule: 'nobodyUntilBidding', parts: benefitOf },
  [`GET ${sheet}/add`]: written,
  [`POST ${sheet}/add`]: written,
  [`POST ${sheet}/move`]: {
    rule: 'lead',
    parts: benefitOf,
    fields: () => ({ move: 'down:0:first' }),
  },
  [`GET ${sheet}/:entry`]: seen,
  [`POST ${sheet}/:entry`]: written,
  [`GET ${sheet}/:entry/remove`]: written,
  [`POST ${sheet}/:entry/remove`]: written,
  [`GET ${sheet}/:entry/history`]: seen,
  [`GET ${sheet}/files/:file`]: { rule: 'seesBenefits', parts: fileOf },
  [`POST ${sheet}/uploads/:page`]: { rule: 'lead', parts: uploadOf },
  [`POST ${sheet}/uploads/:page/:upload`]: { rule: 'lead', parts: uploadOf },
}
