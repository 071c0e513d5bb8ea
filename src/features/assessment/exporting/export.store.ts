import { sql } from 'kysely'
import type { SealedEvent } from '../../../core/audit/chain.ts'
import type { Json } from '../../../core/canonical/index.ts'
import type { ExportedParts } from '../../../core/replay/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { namesOf } from '../scoring/scoring.store.ts'

/** An instant as ISO 8601 in UTC to the millisecond, as canonical JSON has it. */
const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

const ofRound = (roundId: string) => sql`a.round_id = ${roundId}::uuid and a.mode = 'live' and a.state <> 'draft'`

type Part<Name extends keyof ExportedParts> = Promise<ExportedParts[Name]>

export async function exportedApplications(db: Database | Tx, roundId: string): Part<'applications'> {
  const { rows } = await sql<ExportedParts['applications'][number]>`
    select a.id, a.reference, o.name as lead, ${namesOf} as names, a.state, ${iso('a.submitted_at')} as "submittedAt",
      (select s.sha256 from submission s where s.application_id = a.id order by s.number desc limit 1)
        as "submissionSha256"
    from application a join organisation o on o.id = a.lead_id where ${ofRound(roundId)} order by a.reference`.execute(
    db,
  )
  return rows
}

export async function exportedSift(db: Database | Tx, roundId: string): Part<'sift'> {
  const { rows } = await sql<ExportedParts['sift'][number]>`
    select s.application_id as "applicationId", s.eligibility, s.eligibility_reason as "eligibilityReason", s.scope,
      s.scope_reason as "scopeReason", ${iso('s.sifted_at')} as "siftedAt"
    from application_sift s join application a on a.id = s.application_id where ${ofRound(roundId)}
    order by a.reference`.execute(db)
  return rows
}

export async function exportedConflicts(
  db: Database | Tx,
  roundId: string,
): Promise<Omit<ExportedParts['conflicts'], 'standing'>> {
  const { rows: declared } = await sql<ExportedParts['conflicts']['declared'][number]>`
    select d.application_id as "applicationId", d.person_id as "personId", d.number, d.has_conflict as "hasConflict",
      ${iso('d.declared_at')} as "declaredAt"
    from conflict_declaration d join application a on a.id = d.application_id where ${ofRound(roundId)}
    order by a.reference, d.person_id, d.number`.execute(db)
  const { rows: releases } = await sql<ExportedParts['conflicts']['releases'][number]>`
    select r.application_id as "applicationId", r.person_id as "personId", r.kind, r.reason,
      ${iso('r.released_at')} as "releasedAt", ${iso('r.withdrawn_at')} as "withdrawnAt"
    from conflict_release r join application a on a.id = r.application_id where ${ofRound(roundId)}
    order by a.reference, r.person_id, r.kind, r.released_at`.execute(db)
  return { declared, releases }
}

export async function exportedRuns(db: Database | Tx, roundId: string): Part<'runs'> {
  const { rows } = await sql<ExportedParts['runs'][number]>`
    select kind, number, state, solver, seed, rules_sha256 as "rulesSha256", input, input_sha256 as "inputSha256", result,
      result_sha256 as "resultSha256", ${iso('accepted_at')} as "acceptedAt"
    from assessment_run where round_id = ${roundId}::uuid order by kind, number`.execute(db)
  return rows
}

export async function exportedAssignments(db: Database | Tx, roundId: string): Part<'assignments'> {
  const { rows } = await sql<ExportedParts['assignments'][number]>`
    select g.id, g.application_id as "applicationId", g.person_id as "personId", g.why,
      ${iso('g.assigned_at')} as "assignedAt", ${iso('g.ended_at')} as "endedAt", g.ended_why as "endedWhy",
      g.ended_reason as "endedReason"
    from assignment g join application a on a.id = g.application_id where ${ofRound(roundId)}
    order by a.reference, g.person_id, g.assigned_at, g.id`.execute(db)
  return rows
}

/** Every review with every version of its scores, practice among them: only once scoring has closed. */
export async function exportedReviews(db: Database | Tx, roundId: string): Part<'reviews'> {
  const { rows } = await sql<ExportedParts['reviews'][number]>`
    select v.id, v.application_id as "applicationId", v.person_id as "personId", v.practice, v.state,
      v.in_scope as "inScope", v.confidence, v.scope_comment as "scopeComment", v.overall_comment as "overallComment",
      ${iso('v.submitted_at')} as "submittedAt", v.rules_sha256 as "rulesSha256",
      (select coalesce(jsonb_agg(jsonb_build_object('criterionId', s.criterion_id, 'points', s.points::float8,
        'comment', s.comment, 'version', s.version) order by s.criterion_id), '[]') from score s
        where s.review_id = v.id) as scores,
      (select coalesce(jsonb_agg(jsonb_build_object('criterionId', s.criterion_id, 'version', s.version,
        'points', s.points::float8, 'comment', s.comment, 'savedAt', ${iso('s.saved_at')})
        order by s.criterion_id, s.version), '[]') from score_version s where s.review_id = v.id) as versions
    from review v join application a on a.id = v.application_id where ${ofRound(roundId)}
    order by a.reference, v.person_id, v.practice`.execute(db)
  return rows
}

export async function exportedGlass(db: Database | Tx, roundId: string): Part<'breakGlass'> {
  const { rows } = await sql<ExportedParts['breakGlass'][number]>`
    select person_id as "personId", reason, ${iso('opened_at')} as "openedAt", ${iso('ends_at')} as "endsAt"
    from break_glass where round_id = ${roundId}::uuid order by opened_at, id`.execute(db)
  return rows
}

/** Everybody whose id or name stands in an export, those too who only decided, compared or froze. */
export async function exportedPeople(db: Database | Tx, roundId: string): Part<'people'> {
  const { rows } = await sql<ExportedParts['people'][number]>`
    select p.id, p.name from person p where p.id in (
      select s.person_id from assessor s where s.round_id = ${roundId}::uuid
      union select v.person_id from review v join application a on a.id = v.application_id where ${ofRound(roundId)}
      union select g.person_id from assignment g join application a on a.id = g.application_id where ${ofRound(roundId)}
      union select b.person_id from break_glass b where b.round_id = ${roundId}::uuid
      union select m.moderated_by from score_moderation m join review v on v.id = m.review_id
        join application a on a.id = v.application_id where ${ofRound(roundId)}
      union select x.decided_by from review_set_aside x join review v on v.id = x.review_id
        join application a on a.id = v.application_id where ${ofRound(roundId)}
      union select n.noted_by from moderation_note n join application a on a.id = n.application_id
        where ${ofRound(roundId)}
      union select c.decided_by from shortlist_choice c where c.round_id = ${roundId}::uuid
      union select c.decided_by from shortlist_comparison c where c.round_id = ${roundId}::uuid
      union select l.frozen_by from shortlist l where l.round_id = ${roundId}::uuid)
    order by p.id`.execute(db)
  return rows
}

/**
 * The sealed events of a round, in the order of the chain: of the round itself, its applications, reviews, assignments and
 * runs. What applicants wrote before they submitted is none of it.
 */
export async function exportedEvents(
  db: Database | Tx,
  fundId: string,
  roundId: string,
): Promise<readonly SealedEvent[]> {
  const { rows } = await sql<{
    readonly id: string
    readonly at: Date
    readonly action: string
    readonly actorId: string | null
    readonly fundId: string | null
    readonly objectType: string
    readonly objectId: string
    readonly facts: Json
    readonly sequence: number
    readonly previousHash: string
    readonly hash: string
  }>`
    with thing as (
      select ${roundId}::text as id
      union select a.id::text from application a where ${ofRound(roundId)}
      union select a.reference from application a where ${ofRound(roundId)}
      union select v.id::text from review v join application a on a.id = v.application_id where ${ofRound(roundId)}
      union select g.id::text from assignment g join application a on a.id = g.application_id where ${ofRound(roundId)}
      union select r.id::text from assessment_run r where r.round_id = ${roundId}::uuid)
    select e.id, e.at, e.action, e.actor_id as "actorId", e.fund_id as "fundId", e.object_type as "objectType",
      e.object_id as "objectId", e.facts, e.sequence, e.previous_hash as "previousHash", e.hash
    from audit_event e
    where e.fund_id = ${fundId}::uuid and e.sequence is not null and split_part(e.object_id, '/', 1) in (select id from thing)
      and (e.action not like 'application.%' or e.action in ('application.submitted', 'application.withdrawn',
        'application.sifted', 'application.answers-clarified'))
    order by e.sequence`.execute(db)
  return rows.map(({ at, ...event }) => ({ ...event, at: at.toISOString() }))
}

/** What withheld values of a round are salted with; '' before anything was published. */
export async function exportSaltOf(db: Database | Tx, roundId: string): Promise<string> {
  const { rows } = await sql<{ salt: string }>`
    select salt from assessment_export_salt where round_id = ${roundId}::uuid`.execute(db)
  return rows[0]?.salt ?? ''
}

/** Keeps this salt for a round that has none yet. */
export async function keepExportSalt(
  tx: Tx,
  { roundId, salt, at }: { readonly roundId: string; readonly salt: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into assessment_export_salt (round_id, salt, made_at) values (${roundId}::uuid, ${salt}, ${at})
    on conflict on constraint assessment_export_salt_pk do nothing`.execute(tx)
}
