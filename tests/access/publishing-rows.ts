import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import { type Place, places } from './places.ts'
import { publishedResults } from './published-results.ts'
import type { Parts, Row } from './route-table.ts'

const api = '/api/v1'

const results = '/funds/:fund/:round/results'
const published: Row = { rule: 'anyoneOncePublished', parts: publishedResults }

/** An application that something happened to. */
async function withTrail(place: Place, db: Database): Promise<Parts> {
  await sql`insert into audit_event (id, at, action, fund_id, object_type, object_id, facts)
    select gen_random_uuid(), now(), 'application.submitted', r.fund_id, 'application', a.reference, '{}'
    from application a join round r on r.id = a.round_id where a.reference = ${place.listed}`.execute(db)
  return { reference: place.listed }
}

const samples = '/manage/funds/:fund/:round/evidence/samples'

/** A sample of one item, drawn by its auditor. */
async function withSample(place: Place, db: Database): Promise<Parts> {
  const auditor = place.fund === places.ours.fund ? cast.auditor.id : cast.auditorElsewhere.id
  const members = JSON.stringify([
    { id: place.listed, label: 'A council', outcome: 'submitted', reference: place.listed, region: '' },
  ])
  await sql`insert into evidence_sample (id, round_id, number, population, strata, size, seed, members, sha256, drawn,
      drawn_at, drawn_by)
    select gen_random_uuid(), r.id, 1, 'applications', 'none', 1, 1, ${members}::text,
      encode(sha256(convert_to(${members}::text, 'UTF8')), 'hex'), array[${place.listed}]::text[], now(), ${auditor}::uuid
    from round r join fund f on f.id = r.fund_id where f.slug = ${place.fund} and r.slug = ${place.round}
    on conflict on constraint evidence_sample_number_is_unique do nothing`.execute(db)
  return { number: '1', place: '1' }
}

/** What is expected of the routes that tell everyone. */
export const publishingRows: Readonly<Record<string, Row>> = {
  [`GET ${api}/funds`]: { rule: 'anyone' },
  [`GET ${api}/funds/:fund`]: { rule: 'anyone' },
  [`GET ${api}/rounds`]: { rule: 'anyone' },
  [`GET ${api}/funds/:fund/rounds`]: { rule: 'anyone' },
  [`GET ${api}/funds/:fund/rounds/:round`]: { rule: 'anyone' },
  [`GET ${api}/funds/:fund/rounds/:round/applications`]: published,
  [`GET ${api}/awards`]: { rule: 'anyone' },
  [`POST ${api}/calculate/:calculator`]: { rule: 'anyone', parts: () => ({ calculator: 'discount' }) },
  [`GET ${api}/openapi.json`]: { rule: 'anyone' },
  'GET /developers': { rule: 'anyone' },
  [`GET ${results}`]: published,
  [`GET ${results}/versions/:number`]: published,
  [`GET ${results}/applications`]: published,
  [`GET ${results}/results.json`]: published,
  [`GET ${results}/awards.json`]: published,
  [`GET ${results}/awards.csv`]: published,
  [`GET ${results}/decision-record.json`]: published,
  'GET /manage/funds/:fund/:round/results': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/results': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/evidence': { rule: 'readsApplications' },
  'POST /manage/funds/:fund/:round/evidence/pack': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/evidence/trail': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/evidence/trail/:reference': { rule: 'readsApplications', parts: withTrail },
  [`GET ${samples}/new`]: { rule: 'audits' },
  [`POST ${samples}`]: { rule: 'audits' },
  [`GET ${samples}/:number`]: { rule: 'readsApplications', parts: withSample },
  [`GET ${samples}/:number/sheet.csv`]: { rule: 'readsApplications', parts: withSample },
  [`GET ${samples}/:number/sheet.ods`]: { rule: 'readsApplications', parts: withSample },
  [`GET ${samples}/:number/sheet.xlsx`]: { rule: 'readsApplications', parts: withSample },
  [`GET ${samples}/:number/items/:place`]: { rule: 'readsApplications', parts: withSample },
  [`POST ${samples}/:number/items/:place`]: { rule: 'audits', parts: withSample },
  'GET /manage/funds/:fund/:round/ggis': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/ggis/scheme.csv': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/ggis/awards.csv': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/ggis/payments.csv': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/ggis/records.ods': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/ggis/records.xlsx': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/report': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/report/applications': { rule: 'readsApplications', query: 'figure=received' },
  'GET /manage/funds/:fund/:round/report.csv': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/report.ods': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/report.xlsx': { rule: 'readsApplications' },
}
