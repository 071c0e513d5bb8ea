import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Where and when an application is interviewed, as it was published last; all of the place null when it has none any more. */
export type InterviewPlace = {
  readonly applicationId: string
  readonly reference: string
  readonly number: number
  /** The number from which it has been at this time in this place: what was answered since is about it. */
  readonly since: number
  readonly sessionId: string | null
  readonly slot: number | null
  readonly startsAt: Date | null
  readonly endsAt: Date | null
  readonly place: string
  readonly memberIds: readonly string[]
  readonly recusedIds: readonly string[]
  readonly reason: string
  readonly publishedAt: Date
  /** The application is withdrawn: its place does not stand. */
  readonly withdrawn: boolean
}

/** The last place of each application for which this is true. */
const lastPlaces = (which: RawBuilder<unknown>): RawBuilder<InterviewPlace> => sql<InterviewPlace>`
  select distinct on (p.application_id) p.application_id as "applicationId", a.reference, p.number,
    p.session_id as "sessionId", p.slot, p.starts_at as "startsAt", p.ends_at as "endsAt", p.place,
    to_jsonb(p.member_ids) as "memberIds", to_jsonb(p.recused_ids) as "recusedIds", p.reason,
    p.published_at as "publishedAt", a.state = 'withdrawn' as withdrawn,
    (select coalesce(max(o.number), 0) + 1 from interview_place o where o.application_id = p.application_id
      and o.number < p.number and (o.session_id, o.slot) is distinct from (p.session_id, p.slot)) as since
  from interview_place p join application a on a.id = p.application_id
  where ${which} order by p.application_id, p.number desc`

/** What stands now of every application of a round that ever had a place, in the order of time. */
export async function placesOf(db: Database | Tx, roundId: string): Promise<readonly InterviewPlace[]> {
  const { rows } = await sql<InterviewPlace>`
    select * from (${lastPlaces(sql`a.round_id = ${roundId}::uuid`)}) as placed
    where not withdrawn or "sessionId" is null order by "startsAt" nulls last, reference`.execute(db)
  return rows
}

/** What was published last of one application; undefined when it never had a place. */
export async function placeOf(db: Database | Tx, applicationId: string): Promise<InterviewPlace | undefined> {
  const { rows } = await lastPlaces(sql`p.application_id = ${applicationId}::uuid`).execute(db)
  return rows[0]
}

/** A slot that was told to an application that has been withdrawn since. */
export type FreedSlot = {
  readonly reference: string
  readonly sessionId: string
  readonly slot: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly freedAt: Date
}

/** The slots that withdrawals have freed and nobody has been given since, in the order of time. */
export async function freedSlots(db: Database | Tx, roundId: string): Promise<readonly FreedSlot[]> {
  const { rows } = await sql<FreedSlot>`
    with last as (${lastPlaces(sql`a.round_id = ${roundId}::uuid`)})
    select l.reference, f.session_id as "sessionId", f.slot, f.starts_at as "startsAt", f.ends_at as "endsAt",
      l."publishedAt" as "freedAt"
    from last l join interview_place f on f.application_id = l."applicationId" and f.number = l.number - 1
      join interview_session s on s.id = f.session_id and s.removed_at is null
    where l.withdrawn and l."sessionId" is null and not exists (
      select from last o where o."sessionId" = f.session_id and o.slot = f.slot)
    order by f.starts_at, l.reference`.execute(db)
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

export type NewPlace = Omit<InterviewPlace, 'reference' | 'number' | 'since' | 'publishedAt' | 'withdrawn'> & {
  readonly runId: string | null
  readonly at: Date
  readonly by: string | null
}

/** Of a place that is taken back. */
export const nowhere = {
  sessionId: null,
  slot: null,
  startsAt: null,
  endsAt: null,
  place: '',
  memberIds: [],
  recusedIds: [],
} as const

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
