import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import type { Place } from './places.ts'
import type { Parts, Row } from './route-table.ts'

const slug = 'interviewing-round'
const referenceOf = ({ fund }: Place) => `DD-2026-I${fund.length}`
const freshOf = ({ fund }: Place) => `DD-2026-J${fund.length}`
const criterion = {
  id: 'vision',
  name: 'Vision',
  looksFor: 'It',
  questions: [],
  weightPercent: 100,
  leastPoints: null,
  bands: [0, 1, 2].map((points) => ({ points, name: `Band ${points}`, guidance: '' })),
}
const interview = { held: true, criteria: [criterion], writtenPercent: 60, quorum: 1, invited: null }

/** A round of the fund that has come as far as interviews: two on the shortlist, one of whom has a place, and a panel of one. */
async function interviewing(place: Place, db: Database): Promise<Parts> {
  const { rows } = await sql<{ id: string }>`
    select r.id from round r join fund f on f.id = r.fund_id where f.slug = ${place.fund} and r.slug = ${slug}`.execute(
    db,
  )
  if (rows[0] === undefined) await addRound(place, db)
  const round = sql`(select r.id from round r join fund f on f.id = r.fund_id where f.slug = ${place.fund} and r.slug = ${slug})`
  const application = sql`(select id from application where reference = ${referenceOf(place)})`
  const member = sql`${cast.panelMember.id}::uuid`
  await sql`insert into interviewing (round_id, opened_at) values (${round}, now())
    on conflict (round_id) do update set opened_at = now(), closed_at = null`.execute(db)
  await sql`insert into panel_member (round_id, person_id, chair, added_at) values (${round}, ${member}, true, now())
    on conflict (round_id, person_id) do update set ended_at = null`.execute(db)
  await sql`insert into conflict_declaration (application_id, person_id, number, has_conflict, declared_at)
    select ${application}, ${member}, coalesce(max(number), 0) + 1, false, now() from conflict_declaration
    where application_id = ${application} and person_id = ${member}`.execute(db)
  await sql`insert into interview_review (id, application_id, person_id, opened_at, saved_at, rules_sha256)
    values (gen_random_uuid(), ${application}, ${member}, now(), now(), 'x') on conflict do nothing`.execute(db)
  await sql`insert into interview_place (application_id, number, session_id, slot, starts_at, ends_at, place, member_ids,
      published_at)
    select application_id, number + 1, s.id, 1, now(), now(), 'Room', array[${member}], now()
    from interview_place p, interview_session s where s.round_id = ${round} and p.application_id = ${application}
      and p.session_id is null and p.number = (select max(number) from interview_place x where x.application_id = ${application})`.execute(
    db,
  )
  const { rows: sessions } = await sql<{ id: string }>`
    select id from interview_session where round_id = ${round}`.execute(db)
  return {
    round: slug,
    reference: referenceOf(place),
    person: cast.panelMember.id,
    session: sessions[0]?.id ?? '',
    number: '1',
  }
}

const addRound = async (place: Place, db: Database): Promise<void> =>
  await db.transaction().execute(async (tx) => {
    const old = sql`round r join fund f on f.id = r.fund_id where f.slug = ${place.fund} and r.slug = ${place.round}`
    const { rows } = await sql<{ id: string }>`
      insert into round (id, fund_id, slug, name, published_at, opens_at, deadline_at, eligible_kinds, contact_email,
        form_version_id, created_at)
      select gen_random_uuid(), r.fund_id, ${slug}, 'With interviews', now() - interval '9 days',
        now() - interval '8 days', now() - interval '1 day', r.eligible_kinds, r.contact_email, r.form_version_id, now()
      from ${old} returning id`.execute(tx)
    const round = sql`${rows[0]?.id}::uuid`
    await sql`insert into sealed_rules (round_id, version, document, sha256, previous_sha256, reason, sealed_at)
      select ${round}, 1, text, encode(sha256(convert_to(text, 'UTF8')), 'hex'), null, '', now()
      from sealed_rules s, lateral (select jsonb_set(s.document::jsonb, '{locked,interview}',
        ${JSON.stringify(interview)}::jsonb)::text as text) as made
      where s.round_id = (select r.id from ${old}) and s.version = 1`.execute(tx)
    await sql`insert into application (id, reference, round_id, lead_id, form_version_id, state, created_at, created_by,
        submitted_at)
      select gen_random_uuid(), a.reference, ${round}, a.lead, r.form_version_id, 'submitted', now(),
        ${place.leadPerson}::uuid, now()
      from round r, (values (${referenceOf(place)}, ${place.lead}), (${freshOf(place)}, (select id from organisation
        where id <> ${place.lead} and kind = 'district' order by id limit 1))) as a (reference, lead)
      where r.id = ${round}`.execute(tx)
    await sql`insert into submission (id, application_id, number, received_at, submitted_by, content, sha256, outcome)
      select gen_random_uuid(), a.id, 1, now(), ${place.leadPerson}::uuid, '{"pages":[]}', 'made up', 'pass'
      from application a where a.round_id = ${round}`.execute(tx)
    await sql`insert into application_sift (application_id, eligibility, scope, sifted_at)
      select id, 'eligible', 'in-scope', now() from application where round_id = ${round}`.execute(tx)
    const partners = JSON.stringify(place.partners)
    await sql`insert into application_partner (application_id, organisation_id, state, asked_at, asked_by, decided_at)
      select a.id, p.organisation, p.state, now(), ${place.leadPerson}::uuid, now()
      from application a, jsonb_to_recordset(${partners}::jsonb) as p (organisation text, state text)
      where a.reference = ${referenceOf(place)}`.execute(tx)
    await sql`insert into shortlist (round_id, document, sha256, frozen_at, tell_at, told_at)
      select ${round}, text, encode(sha256(convert_to(text, 'UTF8')), 'hex'), now(), now(), now() from (
        select jsonb_build_object('document', 'shortlist', 'approval', jsonb_build_object('asked', false, 'reason',
          'Made up'), 'tellAt', '2026-01-01T00:00:00.000Z', 'frozenAt', '2026-01-01T00:00:00.000Z', 'frozenBy', 'Team', 'case', jsonb_build_object('candidates', jsonb_agg(jsonb_build_object('id', id,
          'reference', reference, 'region', '', 'deliveryModels', '[]'::jsonb))), 'applications', jsonb_agg(
          jsonb_build_object('reference', reference, 'lead', '', 'mean', 70, 'missed', '[]'::jsonb,
          'shortlisted', true, 'departure', null)))::text as text from application where round_id = ${round}) as made
      `.execute(tx)
    await sql`insert into interview_session (id, round_id, held_on, half, starts_at, place, slots, minutes)
      values (gen_random_uuid(), ${round}, '2026-01-12', 'morning', now(), 'Room', 2, 60)`.execute(tx)
    await sql`insert into interview_place (application_id, number, session_id, slot, starts_at, ends_at, place,
        member_ids, published_at)
      select a.id, 1, s.id, 1, now(), now(), 'Room', array[${cast.panelMember.id}::uuid], now()
      from application a, interview_session s where a.reference = ${referenceOf(place)} and s.round_id = ${round}`.execute(
      tx,
    )
    const input = {
      format: 1,
      nodes: 200,
      withinGap: 0,
      case: { interviews: [], members: [], sessions: [], quorum: 1, seed: 1 },
    }
    const result = { status: 'optimal', unplaced: [], placed: [], gap: 0, because: [] }
    await sql`insert into assessment_run (id, round_id, kind, number, state, requested_at, ended_at, input, input_sha256,
        seed, result, result_sha256)
      values (gen_random_uuid(), ${round}, 'timetable', 1, 'done', now(), now(), ${JSON.stringify(input)}::jsonb, 'in', 1,
        ${JSON.stringify(result)}::jsonb, 'out')`.execute(tx)
  })

/** The interview of which the member of the panel has not said whether they have a conflict. */
const undeclared = async (place: Place, db: Database): Promise<Parts> => ({
  ...(await interviewing(place, db)),
  reference: freshOf(place),
})

/** The application stands, whoever has withdrawn it before. */
async function sentAgain(place: Place, db: Database): Promise<Parts> {
  const parts = await interviewing(place, db)
  await sql`with again as (update application set state = 'submitted'
      where reference = ${referenceOf(place)} and state = 'withdrawn' returning id)
    insert into submission (id, application_id, number, received_at, submitted_by, content, sha256, outcome)
    select gen_random_uuid(), id, 1 + (select max(number) from submission s where s.application_id = again.id), now(),
      ${place.leadPerson}::uuid, '{"pages":[]}', 'made up', 'pass' from again`.execute(db)
  return parts
}

/** A supplier in which the member of the panel has an interest. */
async function withInterest(place: Place, db: Database): Promise<Parts> {
  const parts = await interviewing(place, db)
  const { rows } = await sql<{ id: string }>`
    with made as (insert into supplier (id, fund_id, name)
      select gen_random_uuid(), r.fund_id, gen_random_uuid()::text from round r join application a on a.round_id = r.id
      where a.reference = ${referenceOf(place)} returning id)
    insert into assessor_interest (id, round_id, person_id, kind, supplier_id, recorded_at)
    select gen_random_uuid(), a.round_id, ${cast.panelMember.id}::uuid, 'supplier', s.id, now()
    from application a, made as s where a.reference = ${referenceOf(place)} returning id`.execute(db)
  return { ...parts, interest: rows[0]?.id ?? '' }
}

/** A question of its own for each who would take it back. */
async function question(place: Place, db: Database): Promise<Parts> {
  await interviewing(place, db)
  const { rows } = await sql<{ id: string }>`
    insert into interview_question (id, round_id, place, question, written_at)
    select gen_random_uuid(), round_id, 1, 'Why?', now() from application where reference = ${referenceOf(place)}
    returning id`.execute(db)
  return { id: rows[0]?.id ?? '' }
}

const reads: Row = { rule: 'readsAssessment', parts: interviewing }
const runs: Row = { rule: 'runsFund', parts: interviewing }
const sits: Row = { rule: 'sitsOnPanel', parts: interviewing }
const interviews = '/manage/funds/:fund/:round/decisions/interviews'
const one = `${interviews}/applications/:reference`
const panel = '/panel/:fund/:round'

/** Who may use the routes of interviews and decisions. */
export const interviewRows: Readonly<Record<string, Row>> = {
  'GET /manage/funds/:fund/:round/decisions': { rule: 'readsAssessment' },
  // Running the interviews.
  [`GET ${interviews}`]: reads,
  [`POST ${interviews}/open`]: runs,
  [`POST ${interviews}/close`]: runs,
  [`GET ${interviews}/panel`]: reads,
  [`POST ${interviews}/panel`]: runs,
  [`GET ${interviews}/panel/:person`]: runs,
  [`POST ${interviews}/panel/:person`]: runs,
  [`POST ${interviews}/panel/:person/end`]: runs,
  [`GET ${interviews}/sessions`]: reads,
  [`POST ${interviews}/sessions`]: runs,
  [`POST ${interviews}/sessions/:session/remove`]: runs,
  [`GET ${interviews}/timetable`]: reads,
  [`POST ${interviews}/timetable`]: runs,
  [`GET ${interviews}/timetable/runs/:number`]: reads,
  [`POST ${interviews}/timetable/runs/:number/accept`]: runs,
  [`POST ${interviews}/timetable/runs/:number/cancel`]: runs,
  [`GET ${interviews}/questions`]: reads,
  [`POST ${interviews}/questions`]: runs,
  [`POST ${interviews}/questions/remove`]: { ...runs, fields: question },
  [`GET ${one}`]: runs,
  [`POST ${one}/move`]: runs,
  [`POST ${one}/keep`]: runs,
  [`POST ${one}/absence`]: runs,
  [`POST ${one}/questions`]: runs,
  [`POST ${one}/questions/remove`]: { ...runs, fields: question },
  // Sitting on the panel: of this round, whatever else somebody may do.
  [`GET ${panel}`]: sits,
  [`GET ${panel}/availability`]: sits,
  [`POST ${panel}/availability`]: sits,
  [`GET ${panel}/profile`]: sits,
  [`POST ${panel}/profile/interests`]: sits,
  [`POST ${panel}/profile/interests/confirm`]: sits,
  [`GET ${panel}/profile/interests/:interest/remove`]: { ...sits, parts: withInterest },
  [`POST ${panel}/profile/interests/:interest/remove`]: { ...sits, parts: withInterest },
  [`GET ${panel}/interviews/:reference`]: sits,
  [`POST ${panel}/interviews/:reference`]: sits,
  [`GET ${panel}/interviews/:reference/declare`]: { ...sits, parts: undeclared },
  [`POST ${panel}/interviews/:reference/declare`]: { ...sits, parts: undeclared },
  [`POST ${panel}/interviews/:reference/conflict`]: sits,
  // The applicants: their own interview.
  'GET /applications/:reference/interview': { rule: 'leadOrPartner', parts: interviewing },
  'POST /applications/:reference/interview': { rule: 'leadOrPartner', parts: interviewing },
  'GET /applications/:reference/interview/withdraw': { rule: 'lead', parts: sentAgain },
  'POST /applications/:reference/interview/withdraw': { rule: 'lead', parts: sentAgain },
  'GET /applications/:reference/interview.ics': { rule: 'leadOrPartner', parts: interviewing },
}
