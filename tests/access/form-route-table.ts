import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import type { Place } from './places.ts'
import type { Parts, Row } from './route-table.ts'

/** The draft of the fund's form, and a page and a question of it. */
async function draftVersion(place: Place, db: Database): Promise<Parts> {
  const { rows } = await sql<{ version: string; form: string }>`
    select v.id as version, f.id as form from form_version v join form f on f.id = v.form_id join fund on fund.id = fund_id
    where fund.slug = ${place.fund} and v.published_at is null`.execute(db)
  return {
    version: rows[0]?.version ?? '',
    form: rows[0]?.form ?? '',
    page: 'drivers',
    question: 'drivers',
    ...buildingParts,
  }
}

/** What else of a draft has an address. */
const buildingParts = { section: 'first', kind: 'question', id: 'drivers' }

const draft = (place: Place) => ({ reference: place.draft })
const template = () => ({ template: 'local-digital-fund' })
const screenerPage = () => ({ page: 'authority' })
const screenerOfDraft = (place: Place) => ({ reference: place.draft, page: 'authority' })

const form = '/manage/funds/:fund/:round/form'
const readsForm: Row = { rule: 'readsFund', parts: draftVersion }
const editsForm: Row = { rule: 'runsFund', parts: draftVersion }
const editsGroup: Row = {
  rule: 'runsFund',
  parts: async (place, db) => ({ ...(await draftVersion(place, db)), question: 'crew' }),
}
const editsRule: Row = {
  rule: 'runsFund',
  parts: async (place, db) => ({ ...(await draftVersion(place, db)), kind: 'rule', id: 'with-others' }),
}

/** A test application of its own for each who would delete it. */
async function freshTest(place: Place, db: Database): Promise<Parts> {
  const parts = await draftVersion(place, db)
  const { rows } = await sql<{ id: string }>`
    with tried as (
      insert into round select (jsonb_populate_record(null::round, to_jsonb(r) || jsonb_build_object(
        'id', gen_random_uuid(), 'test_of', r.id, 'slug', 'test-' || gen_random_uuid(), 'published_at', null))).*
      from round r join fund f on f.id = r.fund_id where f.slug = ${place.fund} and r.slug = ${place.round} returning id
    )
    select id from tried`.execute(db)
  const test = rows[0]?.id ?? ''
  const { rows: made } = await sql<{ id: string }>`
    insert into application (id, reference, round_id, lead_id, form_version_id, created_at, created_by, mode)
    select gen_random_uuid(), ${test}, ${test}::uuid, ${place.lead}, ${parts.version}::uuid, now(), id, 'test'
    from person limit 1 returning id`.execute(db)
  return { ...parts, test: made[0]?.id ?? '' }
}

/** A set of the fund, and one of the service, of its own for each who would offer or remove it. */
async function freshSet(place: Place, db: Database): Promise<Parts> {
  const { rows } = await sql<{ id: string }>`
    insert into question_set (id, fund_id, name, questions, created_at, created_by)
    select gen_random_uuid(), f.id, gen_random_uuid()::text, '[]', now(), p.id
    from fund f, (select id from person limit 1) p where f.slug = ${place.fund} returning id`.execute(db)
  return { set: rows[0]?.id ?? '' }
}

async function freshServiceSet(place: Place, db: Database): Promise<Parts> {
  const parts = await freshSet(place, db)
  await sql`update question_set set fund_id = null where id::text = ${parts.set ?? ''}`.execute(db)
  return parts
}

/** What is expected of the routes on which forms are built. */
export const forms: Readonly<Record<string, Row>> = {
  [`GET ${form}`]: { rule: 'readsFund' },
  [`POST ${form}`]: { rule: 'runsFund' },
  [`GET ${form}/new`]: { rule: 'runsFund' },
  [`POST ${form}/new`]: { rule: 'runsFund' },
  [`GET ${form}/templates`]: { rule: 'runsFund' },
  [`GET ${form}/templates/:template`]: { rule: 'runsFund', parts: template },
  [`POST ${form}/templates/:template`]: { rule: 'runsFund', parts: template },
  'GET /funds/:fund/:round/eligibility': { rule: 'anyone' },
  'GET /funds/:fund/:round/eligibility/questions/:page': { rule: 'anyone', parts: screenerPage },
  'POST /funds/:fund/:round/eligibility/questions/:page': { rule: 'anyone', parts: screenerPage },
  'GET /funds/:fund/:round/eligibility/result': { rule: 'anyone' },
  'GET /applications/:reference/eligibility': { rule: 'leadOrPartner', parts: draft },
  'GET /applications/:reference/eligibility/questions/:page': { rule: 'lead', parts: screenerOfDraft },
  'POST /applications/:reference/eligibility/questions/:page': { rule: 'lead', parts: screenerOfDraft },
  [`GET ${form}/forms/:form/definition`]: editsForm,
  [`POST ${form}/forms/:form/definition`]: editsForm,
  [`POST ${form}/forms/:form/draft`]: editsForm,
  [`GET ${form}/versions/:version`]: readsForm,
  [`GET ${form}/versions/:version/preview`]: readsForm,
  [`GET ${form}/versions/:version/download`]: readsForm,
  [`GET ${form}/versions/:version/paths`]: readsForm,
  'GET /manage/funds/:fund/:round/applying': { rule: 'readsFund' },
  'POST /manage/funds/:fund/:round/applying': { rule: 'runsFund' },
  [`GET ${form}/versions/:version/tests`]: editsForm,
  [`POST ${form}/versions/:version/tests`]: editsForm,
  [`POST ${form}/versions/:version/tests/:test/delete`]: { rule: 'runsFund', parts: freshTest },
  [`GET ${form}/versions/:version/try`]: readsForm,
  [`POST ${form}/versions/:version/try`]: readsForm,
  [`GET ${form}/versions/:version/save-set`]: editsForm,
  [`POST ${form}/versions/:version/save-set`]: editsForm,
  [`GET ${form}/versions/:version/insert-set`]: editsForm,
  [`POST ${form}/versions/:version/insert-set`]: editsForm,
  [`POST ${form}/versions/:version/retire-set`]: editsForm,
  'GET /admin/question-sets': { rule: 'looksAfterService' },
  'POST /admin/question-sets': { rule: 'looksAfterService', fields: freshSet },
  'POST /admin/question-sets/:set/retire': { rule: 'looksAfterService', parts: freshServiceSet },
  // Without the hash of what was seen, nothing is published, deleted or removed: everybody meets the same draft.
  [`POST ${form}/versions/:version/publish`]: editsForm,
  [`GET ${form}/versions/:version/delete`]: editsForm,
  [`POST ${form}/versions/:version/delete`]: editsForm,
  [`GET ${form}/versions/:version/edit`]: editsForm,
  [`POST ${form}/versions/:version/move`]: editsForm,
  [`GET ${form}/versions/:version/title`]: editsForm,
  [`POST ${form}/versions/:version/title`]: editsForm,
  [`GET ${form}/versions/:version/new-page`]: editsForm,
  [`POST ${form}/versions/:version/new-page`]: editsForm,
  [`GET ${form}/versions/:version/pages/:page`]: editsForm,
  [`POST ${form}/versions/:version/pages/:page`]: editsForm,
  [`POST ${form}/versions/:version/pages/:page/remove`]: editsForm,
  [`GET ${form}/versions/:version/pages/:page/new-question`]: editsForm,
  [`POST ${form}/versions/:version/pages/:page/new-question`]: editsForm,
  [`GET ${form}/versions/:version/questions/:question`]: editsForm,
  [`POST ${form}/versions/:version/questions/:question`]: editsForm,
  [`GET ${form}/versions/:version/questions/:question/remove`]: editsForm,
  [`POST ${form}/versions/:version/questions/:question/remove`]: editsForm,
  [`GET ${form}/versions/:version/questions/:question/new-question`]: editsGroup,
  [`POST ${form}/versions/:version/questions/:question/new-question`]: editsGroup,
  [`POST ${form}/versions/:version/copy`]: editsForm,
  [`GET ${form}/versions/:version/pages/:page/remove`]: editsForm,
  [`GET ${form}/versions/:version/new-section`]: editsForm,
  [`POST ${form}/versions/:version/new-section`]: editsForm,
  [`POST ${form}/versions/:version/move-section`]: editsForm,
  [`GET ${form}/versions/:version/sections/:section`]: editsForm,
  [`POST ${form}/versions/:version/sections/:section`]: editsForm,
  [`GET ${form}/versions/:version/sections/:section/remove`]: editsForm,
  [`POST ${form}/versions/:version/sections/:section/remove`]: editsForm,
  [`GET ${form}/versions/:version/conditions/:kind/:id`]: editsForm,
  [`POST ${form}/versions/:version/conditions/:kind/:id`]: editsForm,
  [`GET ${form}/versions/:version/conditions/:kind/:id/test`]: editsForm,
  [`POST ${form}/versions/:version/conditions/:kind/:id/test`]: editsForm,
  [`GET ${form}/versions/:version/logic`]: editsForm,
  [`GET ${form}/versions/:version/logic/:kind`]: editsRule,
  [`POST ${form}/versions/:version/logic/:kind`]: editsRule,
  [`GET ${form}/versions/:version/logic/:kind/:id`]: editsRule,
  [`POST ${form}/versions/:version/logic/:kind/:id`]: editsRule,
  [`POST ${form}/versions/:version/logic/:kind/:id/remove`]: editsRule,
}
