import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { hashToken } from '../../src/platform/sign-in/token.ts'
import { begunUpload, keptFile } from './file-rows.ts'
import { type Place, teamOf } from './places.ts'
import type { Row } from './route-table.ts'

type Parts = Readonly<Record<string, string>>

/** The link by which an applicant said that what was keyed in is theirs: until then the programme team may write it. */
async function keyedLink(place: Place, db: Database): Promise<Parts> {
  const token = `keyed-${place.fund}`.padEnd(43, '0').slice(0, 43)
  await sql`
    insert into keyed_application (application_id, channel, received_at, keyed_by, keyed_at, applicant_name,
      applicant_email, token_hash, confirmed_at)
    select a.id, 'paper', now(), a.created_by, now(), 'A. Person', 'a@example.gov.uk', ${hashToken(token)}, now()
    from application a where a.reference = ${place.submitted}
    on conflict (application_id) do nothing`.execute(db)
  return { token }
}

/** An application that is being keyed in, in a round that asks for a sponsor, with a scan. */
async function keyedIn(place: Place, db: Database): Promise<Parts> {
  const reference = `KEYED-${place.fund.toUpperCase()}`
  const round = sql`(select r.id from round r join fund f on f.id = r.fund_id
    where f.slug = ${place.fund} and r.slug = ${place.round})`
  await sql`update round set sign_offs = '{sponsor,section-151,partner}' where id = ${round}`.execute(db)
  await sql`
    insert into application (id, reference, round_id, lead_id, form_version_id, created_at, created_by, illustrative)
    select gen_random_uuid(), ${reference}, r.id, (select id from organisation where id not in (
        select lead_id from application) order by id limit 1), r.form_version_id, now(), ${place.leadPerson}::uuid, true
    from round r where r.id = ${round} and not exists (
      select from application where reference = ${reference})`.execute(db)
  await sql`
    insert into keyed_application (application_id, channel, received_at, keyed_by, keyed_at, applicant_name,
      applicant_email)
    select a.id, 'paper', now(), a.created_by, now(), 'A. Person', 'a@example.gov.uk'
    from application a where a.reference = ${reference} on conflict (application_id) do nothing`.execute(db)
  return { ...(await keptFile(reference, db, '@scan')), slot: 'sponsor' }
}

/** What the applicant of an application that is being keyed in is asked to compare: a submission that names a scan. */
async function confirmedScan(place: Place, db: Database): Promise<Parts> {
  const { reference = '', file = '' } = await keyedIn(place, db)
  const token = `scan-of-${place.fund}`.padEnd(43, '0').slice(0, 43)
  await sql`update keyed_application set token_hash = ${hashToken(token)}
    where application_id = (select id from application where reference = ${reference})`.execute(db)
  const scans = JSON.stringify([{ id: file, name: 'letter.txt', size: 8, sha256: 'a'.repeat(64) }])
  await sql`
    insert into submission (id, application_id, number, received_at, submitted_by, content, sha256, outcome)
    select gen_random_uuid(), a.id, (select count(*) + 1 from submission s where s.application_id = a.id), now(),
      a.created_by, old.content || jsonb_build_object('keyed', jsonb_build_object('channel', 'paper', 'receivedAt',
      '2026-11-01T00:00:00Z', 'keyedBy', 'A', 'sentBy', 'B', 'scans', ${scans}::jsonb)), old.sha256, old.outcome
    from application a, (select * from submission limit 1) old where a.reference = ${reference}`.execute(db)
  return { token, file }
}

/** An upload that the programme team has begun of a scan. */
async function scanUpload(place: Place, db: Database): Promise<Parts> {
  const { reference = '' } = await keyedIn(place, db)
  return { reference, upload: await begunUpload(db, { type: 'application', id: reference }, teamOf(place)) }
}

const one = '/manage/funds/:fund/:round/key-in/:reference'
const team = { rule: 'runsFund', parts: keyedIn } as const

/** Who keys in what came by email or on paper, and who says whether it is theirs. */
export const keying: Readonly<Record<string, Row>> = {
  'GET /manage/funds/:fund/:round/key-in': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/key-in': { rule: 'runsFund' },
  [`GET ${one}`]: team,
  [`POST ${one}/scans`]: team,
  [`POST ${one}/scans/uploads`]: team,
  [`POST ${one}/scans/uploads/:upload`]: { rule: 'runsFund', parts: scanUpload },
  [`GET ${one}/scans/:file`]: team,
  [`POST ${one}/scans/:file/remove`]: team,
  [`GET ${one}/sign-offs/:slot`]: team,
  [`POST ${one}/sign-offs/:slot`]: team,
  [`POST ${one}/sign-offs/:slot/remove`]: team,
  'GET /keyed/:token': { rule: 'anyone', parts: keyedLink },
  'POST /keyed/:token': { rule: 'anyone', parts: keyedLink },
  'GET /keyed/:token/files/:file': { rule: 'anyone', parts: confirmedScan },
}
