import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import { type Place, places, spare } from './places.ts'
import type { Parts, Row } from './route-table.ts'

const received = (place: Place) => ({ reference: place.listed })

/** An assignment of the round that nobody could make. */
async function impossibleRun(place: Place, db: Database): Promise<Parts> {
  await sql`
    insert into assessment_run (id, round_id, kind, number, state, requested_at, input, input_sha256, seed)
    select gen_random_uuid(), r.id, 'assignment', 999, 'impossible', now(),
      '{"applications":[],"assessors":[],"excluded":[],"before":[],"fixed":[]}', 'none', 1
    from round r join fund f on f.id = r.fund_id where f.slug = ${place.fund} and r.slug = ${place.round}
    on conflict do nothing`.execute(db)
  return { number: '999' }
}

/** The assessor of the cast as one of the round, with an interest; also where others try. */
async function inRound(place: Place, db: Database): Promise<Parts> {
  await sql`
    insert into assessor (round_id, person_id, state, invited_at, answered_at)
    select r.id, ${cast.assessor.id}::uuid, 'accepted', now(), now()
    from round r join fund f on f.id = r.fund_id
    where f.slug = ${place.fund} and r.slug = ${place.round} and f.slug = ${places.ours.fund}
    on conflict (round_id, person_id) do update set state = 'accepted'`.execute(db)
  return { person: cast.assessor.id }
}

async function withInterest(place: Place, db: Database): Promise<Parts> {
  await inRound(place, db)
  const { rows } = await sql<{ id: string }>`
    insert into assessor_interest (id, round_id, person_id, kind, organisation_id, recorded_at)
    select gen_random_uuid(), s.round_id, s.person_id, 'home', ${place.lead}, now()
    from assessor s join round r on r.id = s.round_id join fund f on f.id = r.fund_id
    where f.slug = ${place.fund} and r.slug = ${place.round} and s.person_id = ${cast.assessor.id}::uuid returning id`.execute(
    db,
  )
  return { interest: rows[0]?.id ?? cast.assessor.id }
}

/** Somebody asked to assess whom the programme team can let go. */
async function spareAssessor(place: Place, db: Database): Promise<Parts> {
  await sql`
    insert into assessor (round_id, person_id, state, invited_at)
    select r.id, ${spare.bystander}::uuid, 'invited', now() from round r join fund f on f.id = r.fund_id
    where f.slug = ${place.fund} and r.slug = ${place.round}
    on conflict (round_id, person_id) do update set state = 'invited', ended_at = null`.execute(db)
  return { person: spare.bystander }
}

/** Somebody who lives in the authority that leads an application: a soft conflict. */
async function softConflict(place: Place, db: Database): Promise<Parts> {
  await spareAssessor(place, db)
  await sql`
    insert into application_sift (application_id, eligibility, scope, sifted_at)
    select id, 'eligible', 'in-scope', now() from application where reference = ${place.listed}
    on conflict (application_id) do update set eligibility = 'eligible', scope = 'in-scope'`.execute(db)
  await sql`
    insert into assessor_interest (id, round_id, person_id, kind, organisation_id, recorded_at)
    select gen_random_uuid(), a.round_id, ${spare.bystander}::uuid, 'home', a.lead_id, now()
    from application a where a.reference = ${place.listed}`.execute(db)
  return { person: spare.bystander, reference: place.listed }
}

/** Who may sift, ask assessors, look at conflicts and work out who reads what; and what assessors say of themselves. */
export const assigningRows: Readonly<Record<string, Row>> = {
  'GET /manage/funds/:fund/:round/assessment/sift': { rule: 'readsAssessment' },
  'GET /manage/funds/:fund/:round/assessment/sift.csv': { rule: 'readsAssessment' },
  'POST /manage/funds/:fund/:round/assessment/sift/by-rules': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/assessment/sift/in-scope': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/assessment/sift/applications/:reference': { rule: 'runsFund', parts: received },
  'POST /manage/funds/:fund/:round/assessment/sift/applications/:reference': { rule: 'runsFund', parts: received },
  'GET /manage/funds/:fund/:round/assessment/assignment': { rule: 'readsAssessment' },
  'POST /manage/funds/:fund/:round/assessment/assignment': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/assessment/assignment/runs/:number': {
    rule: 'readsAssessment',
    parts: impossibleRun,
  },
  'POST /manage/funds/:fund/:round/assessment/assignment/runs/:number/accept': {
    rule: 'runsFund',
    parts: impossibleRun,
  },
  'POST /manage/funds/:fund/:round/assessment/assignment/runs/:number/cancel': {
    rule: 'runsFund',
    parts: impossibleRun,
  },
  'GET /manage/funds/:fund/:round/assessment/assessors': { rule: 'readsAssessment' },
  'POST /manage/funds/:fund/:round/assessment/assessors': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/assessment/assessors/:person': { rule: 'runsFund', parts: spareAssessor },
  'POST /manage/funds/:fund/:round/assessment/assessors/:person/end': { rule: 'runsFund', parts: spareAssessor },
  'GET /manage/funds/:fund/:round/assessment/conflicts': { rule: 'readsAssessment' },
  'GET /manage/funds/:fund/:round/assessment/conflicts/:reference/:person': { rule: 'runsFund', parts: softConflict },
  'POST /manage/funds/:fund/:round/assessment/conflicts/:reference/:person/release': {
    rule: 'runsFund',
    parts: softConflict,
  },
  'POST /manage/funds/:fund/:round/assessment/conflicts/:reference/:person/withdraw-release': {
    rule: 'runsFund',
    parts: softConflict,
  },
  'GET /assess/:fund/:round/invitation': { rule: 'assessorOfRound', parts: inRound },
  'POST /assess/:fund/:round/invitation': { rule: 'assessorOfRound', parts: inRound },
  'GET /assess/:fund/:round/profile': { rule: 'assessorOfRound', parts: inRound },
  'POST /assess/:fund/:round/profile': { rule: 'assessorOfRound', parts: inRound },
  'POST /assess/:fund/:round/profile/interests': { rule: 'assessorOfRound', parts: inRound },
  'POST /assess/:fund/:round/profile/interests/confirm': { rule: 'assessorOfRound', parts: inRound },
  'GET /assess/:fund/:round/profile/interests/:interest/remove': { rule: 'assessorOfRound', parts: withInterest },
  'POST /assess/:fund/:round/profile/interests/:interest/remove': { rule: 'assessorOfRound', parts: withInterest },
  // The rules of the world do not ask for bids, so that there is nothing to see.
  'GET /assess/:fund/:round/bids': { rule: 'nobodyUntilBidding', parts: inRound },
  'POST /assess/:fund/:round/bids': { rule: 'nobodyUntilBidding', parts: inRound },
}
