import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import { sentFile } from './file-rows.ts'
import { type Place, places } from './places.ts'
import type { Parts, Row } from './route-table.ts'

const assessor = cast.assessor.id

/** Scoring is open, and the assessor has been given the submitted application of the place and knows of no conflict. */
async function given(place: Place, db: Database): Promise<Parts> {
  await sql`insert into assessment (round_id, opened_at, due_at)
    select round_id, now(), now() + interval '9 days' from application where reference = ${place.listed}
    on conflict (round_id) do update set opened_at = now(), closed_at = null, closed_by = null
    where not exists (select from shortlist l where l.round_id = assessment.round_id)`.execute(db)
  await sql`insert into assignment (id, application_id, person_id, why, place, assigned_at)
    select gen_random_uuid(), id, ${assessor}::uuid, 'assigned', 1, now() from application a
    where reference = ${place.listed} and not exists (select from assignment g where g.application_id = a.id
      and g.person_id = ${assessor}::uuid and g.ended_at is null and g.why <> 'practice')`.execute(db)
  await sql`insert into conflict_declaration (application_id, person_id, number, has_conflict, declared_at)
    select a.id, ${assessor}::uuid, 1 + (select count(*) from conflict_declaration d where d.application_id = a.id
      and d.person_id = ${assessor}::uuid), false, now()
    from application a where reference = ${place.listed}`.execute(db)
  return { reference: place.listed }
}

/** The same, to practise on. */
async function practised(place: Place, db: Database): Promise<Parts> {
  await given(place, db)
  await sql`insert into practice_score (round_id, application_id, criterion_id, points, explanation, agreed_at)
    select a.round_id, a.id, c ->> 'id', 2, 'As agreed', now() from application a
    join sealed_rules s on s.round_id = a.round_id, jsonb_array_elements(s.document::jsonb -> 'locked' -> 'criteria') as c
    where a.reference = ${place.listed} on conflict do nothing`.execute(db)
  return { reference: place.listed }
}

/** Content opens with the review; before that it is asked whether there is a conflict. */
async function setOpen(place: Place, db: Database, open: boolean, practice: boolean): Promise<void> {
  const of = sql`application_id = (select id from application where reference = ${place.listed})
    and person_id = ${assessor}::uuid and practice = ${practice}`
  if (open) {
    await sql`insert into review (id, application_id, person_id, practice, opened_at, saved_at)
      select gen_random_uuid(), id, ${assessor}::uuid, ${practice}, now(), now() from application
      where reference = ${place.listed} on conflict do nothing`.execute(db)
    return
  }
  const ids = sql`(select id from review where ${of})`
  await sql`delete from score_evidence where review_id in ${ids}`.execute(db)
  await sql`delete from score where review_id in ${ids}`.execute(db)
  await sql`delete from review where ${of} and not exists (select from score_version b where b.review_id = review.id)`.execute(
    db,
  )
}

const started =
  (practice: boolean, open: boolean) =>
  async (place: Place, db: Database): Promise<Parts> => {
    const parts = await (practice ? practised : given)(place, db)
    await setOpen(place, db, open, practice)
    return parts
  }

/** The rules that the page was made from. */
const withRules = async (place: Place, db: Database): Promise<Parts> => {
  const { rows } = await sql<{ rules: string }>`
    select s.sha256 as rules from sealed_rules s join application a on a.round_id = s.round_id
    where a.reference = ${place.listed} order by s.version desc limit 1`.execute(db)
  return { rules: rows[0]?.rules ?? '' }
}

const one = (practice: boolean): Readonly<Record<string, Row>> => {
  const at = `/assess/:fund/:round/${practice ? 'practice' : 'applications'}/:reference`
  const [opened, asked] = [started(practice, true), started(practice, false)]
  return {
    [`GET ${at}`]: { rule: 'scores', parts: opened },
    [`POST ${at}`]: { rule: 'scores', parts: opened, fields: withRules },
    [`GET ${at}/declare`]: { rule: 'scores', parts: asked },
    [`POST ${at}/declare`]: { rule: 'scores', parts: asked, fields: () => ({ conflict: 'no' }) },
    [`POST ${at}/conflict`]: { rule: 'scores', parts: opened },
  }
}

/** A view of blind scores, opened by whoever runs the fund of the place. */
async function throughGlass(place: Place, db: Database): Promise<Parts> {
  await given(place, db)
  const person = place.fund === places.ours.fund ? cast.team.id : cast.teamElsewhere.id
  const { rows } = await sql<{ glass: string }>`
    insert into break_glass (id, round_id, person_id, reason, opened_at, ends_at)
    select gen_random_uuid(), round_id, ${person}::uuid, 'For a test of who may look', now(), now() + interval '1 hour'
    from application where reference = ${place.listed} returning id as glass`.execute(db)
  return { glass: rows[0]?.glass ?? '' }
}

/** A file among those that were submitted. */
const withFile =
  (practice: boolean) =>
  async (place: Place, db: Database): Promise<Parts> => {
    const parts = await started(practice, true)(place, db)
    return { ...parts, ...(await sentFile(place, db)) }
  }

/** Found eligible and within scope, before scoring opens. */
async function sifted(place: Place, db: Database): Promise<Parts> {
  await sql`delete from assessment where round_id = (select round_id from application where reference = ${place.listed})
    and ${place.fund === places.ours.fund}`.execute(db)
  await sql`insert into application_sift (application_id, eligibility, scope, sifted_at)
    select id, 'eligible', 'in-scope', now() from application where reference = ${place.listed}
    on conflict (application_id) do update set eligibility = 'eligible', scope = 'in-scope'`.execute(db)
  return { reference: place.listed }
}

const board = '/manage/funds/:fund/:round/assessment/scoring'
const practice = '/manage/funds/:fund/:round/assessment/practice'
const glass = '/manage/funds/:fund/:round/assessment/break-glass'

/** Who may use the routes of scoring. */
export const scoringRows: Readonly<Record<string, Row>> = {
  'GET /assess/:fund/:round': { rule: 'scores' },
  'GET /assess/:fund/:round/own-pattern': { rule: 'scores' },
  ...one(false),
  ...one(true),
  'GET /assess/:fund/:round/pack': { rule: 'scores', parts: started(false, true) },
  'GET /assess/:fund/:round/pack.pdf': { rule: 'scores', parts: started(false, true) },
  'GET /assess/:fund/:round/applications/:reference/files/:file': { rule: 'scores', parts: withFile(false) },
  'GET /assess/:fund/:round/practice/:reference/files/:file': { rule: 'scores', parts: withFile(true) },
  [`GET ${board}`]: { rule: 'readsAssessment' },
  [`POST ${board}/open`]: { rule: 'runsAssessment' },
  [`POST ${board}/due`]: { rule: 'runsAssessment' },
  [`POST ${board}/remind`]: { rule: 'runsAssessment' },
  [`POST ${board}/close`]: { rule: 'runsAssessment' },
  [`GET ${practice}`]: { rule: 'readsAssessment' },
  [`GET ${practice}/:reference`]: { rule: 'readsAssessment', parts: sifted },
  [`POST ${practice}/:reference`]: { rule: 'runsAssessment', parts: sifted },
  [`GET ${glass}`]: { rule: 'readsAssessment' },
  [`POST ${glass}`]: { rule: 'runsAssessment' },
  [`GET ${glass}/:glass`]: { rule: 'runsAssessment', parts: throughGlass },
  'POST /assess/:fund/:round/applications/:reference/hand-back': { rule: 'scores', parts: started(false, true) },
}
