import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Expert } from '../people/experts.store.ts'

type WhoseHours = Pick<Expert, 'id' | 'personId'>

/** The whole hours that an expert offers from a time on, with whether each is booked: on this panel or another. */
export async function hoursOf(
  db: Database | Tx,
  { id }: Pick<WhoseHours, 'id'>,
  from: Date,
): Promise<readonly { readonly startsAt: Date; readonly booked: boolean }[]> {
  const { rows } = await sql<{ startsAt: Date; booked: boolean }>`
    select h.starts_at as "startsAt", exists (select from expert_booked_hour b
      where b.person_id = h.person_id and b.starts_at = h.starts_at) as booked
    from expert_hour h where h.expert_id = ${id}::uuid and h.starts_at >= ${from} order by h.starts_at, h.person_id`.execute(
    db,
  )
  return rows
}

export async function insertHours(tx: Tx, { id, personId }: WhoseHours, hours: readonly Date[]): Promise<void> {
  await sql`
    insert into expert_hour (expert_id, person_id, starts_at)
    select ${id}::uuid, ${personId}::uuid, hour::timestamptz
    from jsonb_array_elements_text(${JSON.stringify(hours)}::jsonb) as hour on conflict do nothing`.execute(tx)
}

/** Takes an hour back. @returns false when it is booked, or was not offered */
export async function deleteHour(tx: Tx, { id }: Pick<WhoseHours, 'id'>, startsAt: Date): Promise<boolean> {
  const { rows } = await sql`
    delete from expert_hour h where h.expert_id = ${id}::uuid and h.starts_at = ${startsAt}
      and not exists (select from expert_booked_hour b where b.expert_id = h.expert_id and b.starts_at = h.starts_at)
    returning starts_at`.execute(tx)
  return rows.length === 1
}

/** Hours that a council has booked. */
export type Booking = {
  readonly id: string
  readonly startsAt: Date
  readonly hours: number
  readonly place: string
  readonly bookedBy: string
  readonly cancelled: boolean
}

export async function bookingsOf(db: Database | Tx, requestId: string): Promise<readonly Booking[]> {
  const { rows } = await sql<Booking>`
    select b.id, b.starts_at as "startsAt", b.hours, b.place, coalesce(nullif(p.name, ''), p.email) as "bookedBy",
      b.cancelled_at is not null as cancelled
    from expert_booking b join person p on p.id = b.booked_by
    where b.request_id = ${requestId}::uuid order by b.starts_at, b.id`.execute(db)
  return rows
}

export async function insertBooking(
  tx: Tx,
  booking: Pick<Booking, 'id' | 'startsAt' | 'hours' | 'place'> & {
    readonly requestId: string
    readonly expertId: string
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  const { id, requestId, expertId, startsAt, hours, place, at, by } = booking
  await sql`
    insert into expert_booking (id, request_id, expert_id, starts_at, hours, place, booked_at, booked_by)
    values (${id}::uuid, ${requestId}::uuid, ${expertId}::uuid, ${startsAt}, ${hours}, ${place}, ${at}, ${by}::uuid)`.execute(
    tx,
  )
}

/**
 * Takes these hours for a booking, those that nobody has taken: the database keeps each hour of a person for one booking.
 *
 * @returns how many were taken
 */
export async function takeHours(
  tx: Tx,
  { id, personId }: WhoseHours,
  bookingId: string,
  hours: readonly Date[],
): Promise<number> {
  const { rows } = await sql`
    insert into expert_booked_hour (person_id, starts_at, expert_id, booking_id)
    select h.person_id, h.starts_at, h.expert_id, ${bookingId}::uuid
    from expert_hour h where h.expert_id = ${id}::uuid and h.person_id = ${personId}::uuid
      and h.starts_at in (select hour::timestamptz from jsonb_array_elements_text(${JSON.stringify(hours)}::jsonb) as hour)
    order by h.starts_at on conflict on constraint expert_booked_hour_is_booked_once do nothing
    returning starts_at`.execute(tx)
  return rows.length
}

/** Forgets a booking of which not all hours could be taken. */
export async function deleteBooking(tx: Tx, bookingId: string): Promise<void> {
  await sql`delete from expert_booked_hour where booking_id = ${bookingId}::uuid`.execute(tx)
  await sql`delete from expert_booking where id = ${bookingId}::uuid`.execute(tx)
}

/** Ends a booking and gives its hours back. */
export async function markCancelled(tx: Tx, bookingId: string, at: Date, by: string): Promise<void> {
  await sql`delete from expert_booked_hour where booking_id = ${bookingId}::uuid`.execute(tx)
  await sql`
    update expert_booking set cancelled_at = ${at}, cancelled_by = ${by}::uuid where id = ${bookingId}::uuid`.execute(
    tx,
  )
}
