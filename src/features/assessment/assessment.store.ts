import { sql } from 'kysely'
import type { AssessmentTimes } from '../../core/assessment/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

/** Where a round's assessment stands. `dueAt`: when assessors are asked to have scored. */
export type Assessment = AssessmentTimes & { readonly roundId: string; readonly dueAt: Date | null }

/** Of a round that nobody has begun to assess: everything null. */
export async function assessmentOf(db: Database | Tx, roundId: string): Promise<Assessment> {
  const { rows } = await sql<Omit<Assessment, 'roundId'>>`
    select s.opened_at as "openedAt", s.due_at as "dueAt", s.closed_at as "closedAt", l.frozen_at as "frozenAt"
    from round r left join assessment s on s.round_id = r.id left join shortlist l on l.round_id = r.id
    where r.id = ${roundId}::uuid`.execute(db)
  return { roundId, ...(rows[0] ?? { openedAt: null, dueAt: null, closedAt: null, frozenAt: null }) }
}

/** Saves of reviews and the end of scoring wait until the transaction ends. */
export async function holdAssessment(tx: Tx, roundId: string): Promise<void> {
  await sql`select from assessment where round_id = ${roundId}::uuid for update`.execute(tx)
}

/** Whether anybody has scored an application of this round, practice apart. */
export async function hasScores(db: Database | Tx, roundId: string): Promise<boolean> {
  const { rows } = await sql<{ scored: boolean }>`
    select exists (select from score join review v on v.id = review_id join application a on a.id = v.application_id
      where a.round_id = ${roundId}::uuid and not v.practice) as scored`.execute(db)
  return rows[0]?.scored === true
}

/** A round whose applications are being sifted or scored, or wait for a decision. */
export type RoundUnderWay = AssessmentTimes & {
  readonly fundId: string
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  readonly dueAt: Date | null
  /** Applications of which nobody has said yet whether they are eligible and within scope. */
  readonly toSift: number
  /** Of the reviews that are asked for, how many there are and how many are in. */
  readonly reviews: number
  readonly submitted: number
}

/**
 * The rounds of these funds in which scoring has opened and the shortlist is not frozen: one statement.
 *
 * @param sifted funds of which rounds are told that have closed and are not scored yet
 */
export async function roundsUnderWay(
  db: Database | Tx,
  { read, sifted, now }: { readonly read: readonly string[]; readonly sifted: readonly string[]; readonly now: Date },
): Promise<readonly RoundUnderWay[]> {
  if (read.length === 0) return []
  const { rows } = await sql<RoundUnderWay>`
    select f.id as "fundId", f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName",
      s.opened_at as "openedAt", s.due_at as "dueAt", s.closed_at as "closedAt", null as "frozenAt",
      (select count(*) from application a left join application_sift t on t.application_id = a.id
        where a.round_id = r.id and a.mode = 'live' and a.state = 'submitted'
          and (t.application_id is null or t.eligibility = 'open'
            or (t.eligibility = 'eligible' and t.scope = 'open'))) as "toSift",
      given.reviews, given.submitted
    from round r join fund f on f.id = r.fund_id left join assessment s on s.round_id = r.id
    cross join lateral (select count(*) as reviews, count(*) filter (where v.state = 'submitted') as submitted
      from assignment g join application a on a.id = g.application_id
      left join review v on v.application_id = a.id and v.person_id = g.person_id and not v.practice
      where a.round_id = r.id and a.state = 'submitted' and g.ended_at is null and g.why <> 'practice') as given
    where r.fund_id = any(${[...read]}::uuid[]) and r.cancelled_at is null
      and not exists (select from shortlist l where l.round_id = r.id)
      and (s.opened_at is not null or (r.fund_id = any(${[...sifted]}::uuid[]) and r.deadline_at < ${now}
        and exists (select from sealed_rules e where e.round_id = r.id)
        and exists (select from application a where a.round_id = r.id and a.mode = 'live' and a.state = 'submitted')))
    order by s.opened_at, r.name`.execute(db)
  return rows
}
