import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Where and when an application is interviewed, as it was published last; all of the place null when it has none any more. */
export type InterviewPlace = {
  readonly applicationId: string
  readonly reference: string
  readonly number: number
  readonly sessionId: string | null
  readonly slot: number | null
  readonly startsAt: Date | null
  readonly endsAt: Date | null
  readonly place: string
  readonly memberIds: readonly string[]
  readonly recusedIds: readonly string[]
  readonly reason: string
  readonly publishedAt: Date
}

/** What stands now of every application of a round that ever had a place, in the order of time. */
export async function placesOf(db: Database | Tx, roundId: string): Promise<readonly InterviewPlace[]> {
  const { rows } = await sql<InterviewPlace>`
    select * from (
      select distinct on (p.application_id) p.application_id as "applicationId", a.reference, p.number,
        p.session_id as "sessionId", p.slot, p.starts_at as "startsAt", p.ends_at as "endsAt", p.place,
        to_jsonb(p.member_ids) as "memberIds", to_jsonb(p.recused_ids) as "recusedIds", p.reason,
        p.published_at as "publishedAt"
      from interview_place p join application a on a.id = p.application_id
      where a.round_id = ${roundId}::uuid and a.state = 'submitted' order by p.application_id, p.number desc) as placed
    order by "startsAt" nulls last, reference`.execute(db)
  return rows
}

/** A place that stands: it has a session and a time. */
export type StandingPlace = InterviewPlace & {
  readonly sessionId: string
  readonly slot: number
  readonly startsAt: Date
  readonly endsAt: Date
}

export const stands = (place: InterviewPlace): place is StandingPlace => place.sessionId !== null

export type NewPlace = Omit<InterviewPlace, 'reference' | 'number' | 'publishedAt'> & {
  readonly runId: string | null
  readonly at: Date
  readonly by: string | null
}

/** Publishes a place after those before it. */
export async function insertPlace(tx: Tx, place: NewPlace): Promise<void> {
  await sql`
    insert into interview_place (application_id, number, session_id, slot, starts_at, ends_at, place, member_ids,
      recused_ids, run_id, reason, published_at, published_by)
    select ${place.applicationId}::uuid, coalesce(max(number), 0) + 1, ${place.sessionId}::uuid, ${place.slot}::integer,
      ${place.startsAt}::timestamptz, ${place.endsAt}::timestamptz, ${place.place}, ${[...place.memberIds]}::uuid[],
      ${[...place.recusedIds]}::uuid[], ${place.runId}::uuid, ${place.reason}, ${place.at}::timestamptz,
      ${place.by}::uuid
    from interview_place where application_id = ${place.applicationId}::uuid`.execute(tx)
}
