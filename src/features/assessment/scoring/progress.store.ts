import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** How far one assessor is: counts, and no scores. */
export type AssessorProgress = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly given: number
  readonly declared: number
  readonly begun: number
  readonly submitted: number
  readonly lastSavedAt: Date | null
}

/** Everybody who was given something to score in a round and still has it, by name: one statement. */
export async function progressOf(db: Database | Tx, roundId: string): Promise<readonly AssessorProgress[]> {
  const { rows } = await sql<AssessorProgress>`
    select p.id as "personId", p.name, p.email, count(*) as given,
      count(*) filter (where exists (select from conflict_declaration d where d.application_id = g.application_id
        and d.person_id = g.person_id)) as declared,
      count(*) filter (where exists (select from score c where c.review_id = v.id)) as begun,
      count(*) filter (where v.state = 'submitted') as submitted, max(v.saved_at) as "lastSavedAt"
    from assignment g join application a on a.id = g.application_id join person p on p.id = g.person_id
    left join review v on v.application_id = g.application_id and v.person_id = g.person_id and not v.practice
    where a.round_id = ${roundId}::uuid and g.ended_at is null and g.why <> 'practice'
    group by p.id, p.name, p.email order by p.name, p.email`.execute(db)
  return rows
}

/** What there is to score and what is ready for it. */
export type Readiness = {
  /** Submitted applications that nobody has sifted to an end. */
  readonly unsifted: number
  /** Those that are scored. */
  readonly scorable: number
  /** Those among them that nobody reads. */
  readonly unassigned: number
}

export async function readinessOf(db: Database | Tx, roundId: string): Promise<Readiness> {
  const { rows } = await sql<Readiness>`
    select count(*) filter (where unsifted) as unsifted, count(*) filter (where scorable) as scorable,
      count(*) filter (where scorable and not assigned) as unassigned
    from (
      select s.application_id is null or s.eligibility = 'open' or (s.eligibility = 'eligible' and s.scope = 'open')
          as unsifted,
        coalesce(s.eligibility = 'eligible' and s.scope = 'in-scope', false) as scorable,
        exists (select from assignment g where g.application_id = a.id and g.ended_at is null and g.why <> 'practice')
          as assigned
      from application a left join application_sift s on s.application_id = a.id
      where a.round_id = ${roundId}::uuid and a.state = 'submitted' and a.mode = 'live') as sent`.execute(db)
  return rows[0] ?? { unsifted: 0, scorable: 0, unassigned: 0 }
}

/** An application that is scored, with how many read it and how many of them have submitted. */
export type ReadBy = { readonly reference: string; readonly readers: number; readonly submitted: number }

export async function readersOf(db: Database | Tx, roundId: string): Promise<readonly ReadBy[]> {
  const { rows } = await sql<ReadBy>`
    select a.reference, count(g.id) as readers, count(v.id) as submitted
    from application a join application_sift s on s.application_id = a.id
    left join assignment g on g.application_id = a.id and g.ended_at is null and g.why <> 'practice'
    left join review v on v.application_id = a.id and v.person_id = g.person_id and not v.practice
      and v.state = 'submitted'
    where a.round_id = ${roundId}::uuid and a.state = 'submitted' and a.mode = 'live' and s.eligibility = 'eligible'
      and s.scope = 'in-scope'
    group by a.reference order by a.reference`.execute(db)
  return rows
}

/** Opens scoring in a round, once. @returns false when it was open already, or closed */
export async function markScoringOpened(
  tx: Tx,
  row: { readonly roundId: string; readonly at: Date; readonly by: string; readonly dueAt: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into assessment (round_id, opened_at, opened_by, due_at)
    values (${row.roundId}::uuid, ${row.at}, ${row.by}::uuid, ${row.dueAt})
    on conflict (round_id) do update set opened_at = excluded.opened_at, opened_by = excluded.opened_by,
      due_at = excluded.due_at where assessment.opened_at is null
    returning round_id`.execute(tx)
  return rows.length === 1
}

/** Sets when scores are due, while scoring is open. @returns false when it is not */
export async function updateDue(tx: Tx, roundId: string, dueAt: Date): Promise<boolean> {
  const { rows } = await sql`update assessment set due_at = ${dueAt} where round_id = ${roundId}::uuid
    and opened_at is not null and closed_at is null returning round_id`.execute(tx)
  return rows.length === 1
}

/** Closes scoring in a round, for good. Saves under way are waited for. @returns false when it was not open */
export async function markScoringClosed(tx: Tx, roundId: string, at: Date, by: string): Promise<boolean> {
  const { rows } = await sql`
    update assessment set closed_at = ${at}, closed_by = ${by}::uuid
    where round_id = ${roundId}::uuid and opened_at is not null and closed_at is null returning round_id`.execute(tx)
  return rows.length === 1
}

/** How many reviews have not been submitted. */
export const closedMissing = (people: readonly AssessorProgress[]): number =>
  people.reduce((sum, { given, submitted }) => sum + given - submitted, 0)
