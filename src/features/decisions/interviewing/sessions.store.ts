import { sql } from 'kysely'
import { type Half, halfDayOf } from '../../../core/interviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A half-day in one room, or behind one link. */
export type InterviewSession = {
  readonly id: string
  readonly heldOn: string
  readonly half: Half
  readonly startsAt: Date
  readonly place: string
  readonly slots: number
  readonly minutes: number
}

/** The sessions of a round in the order of time; without those that were taken out. */
export async function sessionsOf(db: Database | Tx, roundId: string): Promise<readonly InterviewSession[]> {
  const { rows } = await sql<InterviewSession>`
    select id, held_on as "heldOn", half, starts_at as "startsAt", place, slots, minutes from interview_session
    where round_id = ${roundId}::uuid and removed_at is null order by starts_at, place, id`.execute(db)
  return rows
}

export const halfDayOfSession = ({ heldOn, half }: Pick<InterviewSession, 'heldOn' | 'half'>): string =>
  halfDayOf(heldOn, half)

export async function insertSession(tx: Tx, session: InterviewSession & { readonly roundId: string }): Promise<void> {
  const { id, roundId, heldOn, half, startsAt, place, slots, minutes } = session
  await sql`
    insert into interview_session (id, round_id, held_on, half, starts_at, place, slots, minutes)
    values (${id}::uuid, ${roundId}::uuid, ${heldOn}::date, ${half}, ${startsAt}, ${place}, ${slots}, ${minutes})`.execute(
    tx,
  )
}

/** Takes a session out. @returns false when there is none, or an interview has a place in it */
export async function removeSession(tx: Tx, roundId: string, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update interview_session s set removed_at = ${at}
    where s.id::text = ${id} and s.round_id = ${roundId}::uuid and s.removed_at is null and not exists (
      select from interview_place p where p.session_id = s.id
        and p.number = (select max(x.number) from interview_place x where x.application_id = p.application_id))
    returning id`.execute(tx)
  return rows.length === 1
}

/** When applicants can come, by the id of the application; those who have not said are not there. */
export async function windowsOf(db: Database | Tx, roundId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; halfDays: readonly string[] }>`
    select w.application_id as id, w.half_days as "halfDays"
    from interview_window w join application a on a.id = w.application_id
    where a.round_id = ${roundId}::uuid`.execute(db)
  return new Map(rows.map(({ id, halfDays }) => [id, halfDays]))
}

export async function saveWindow(
  tx: Tx,
  said: {
    readonly applicationId: string
    readonly halfDays: readonly string[]
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  const { applicationId, halfDays, at, by } = said
  await sql`
    insert into interview_window (application_id, half_days, said_at, said_by)
    values (${applicationId}::uuid, ${[...halfDays]}::text[], ${at}, ${by}::uuid)
    on conflict (application_id) do update set half_days = excluded.half_days, said_at = excluded.said_at,
      said_by = excluded.said_by`.execute(tx)
}
