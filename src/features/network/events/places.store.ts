import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What somebody has of an event. `invited`: they have not answered. */
export type PlaceState = 'invited' | 'going' | 'waiting' | 'declined'

/** Somebody and an event. */
export type EventPlaceOf = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly state: PlaceState
  readonly since: Date
  /** How often their calendar was told. */
  readonly sequence: number
  readonly attended: boolean | null
}

const columns = sql`p.id as "personId", p.name, p.email, n.state, n.since, n.sequence, n.attended`

/** Everybody of an event; those who wait in the order in which they wait. */
export async function placesOf(db: Database | Tx, eventId: string): Promise<readonly EventPlaceOf[]> {
  const { rows } = await sql<EventPlaceOf>`
    select ${columns} from network_place n join person p on p.id = n.person_id
    where n.event_id = ${eventId}::uuid
    order by array_position(array['going', 'waiting', 'declined', 'invited'], n.state), n.since, p.email`.execute(db)
  return rows
}

/** What one person has of an event. */
export async function placeOf(db: Database | Tx, eventId: string, personId: string): Promise<EventPlaceOf | undefined> {
  const { rows } = await sql<EventPlaceOf>`
    select ${columns} from network_place n join person p on p.id = n.person_id
    where n.event_id = ${eventId}::uuid and n.person_id = ${personId}::uuid`.execute(db)
  return rows[0]
}

/** What one person has of each of these events, by the id of the event. */
export async function ownPlaces(
  db: Database | Tx,
  eventIds: readonly string[],
  personId: string,
): Promise<ReadonlyMap<string, PlaceState>> {
  const { rows } = await sql<{ eventId: string; state: PlaceState }>`
    select event_id as "eventId", state from network_place
    where person_id = ${personId}::uuid and event_id = any(${[...eventIds]}::uuid[])`.execute(db)
  return new Map(rows.map(({ eventId, state }) => [eventId, state]))
}

/** Puts somebody in a state. The database refuses a place beyond the capacity. */
export async function savePlace(
  tx: Tx,
  of: { readonly eventId: string; readonly personId: string; readonly state: PlaceState; readonly at: Date },
): Promise<void> {
  await sql`
    insert into network_place (event_id, person_id, state, since)
    values (${of.eventId}::uuid, ${of.personId}::uuid, ${of.state}, ${of.at})
    on conflict on constraint network_place_pk do update set state = excluded.state, since = excluded.since,
      attended = null`.execute(tx)
}

/** Takes the next number for the calendar of somebody. @returns the number to send: 0 the first time */
export async function nextSequence(tx: Tx, eventId: string, personId: string): Promise<number> {
  const { rows } = await sql<{ sequence: number }>`
    update network_place set sequence = sequence + 1
    where event_id = ${eventId}::uuid and person_id = ${personId}::uuid returning sequence`.execute(tx)
  return (rows[0]?.sequence ?? 1) - 1
}

/** Keeps who came, of those with a place. */
export async function saveAttendance(tx: Tx, eventId: string, personIds: readonly string[]): Promise<void> {
  await sql`
    update network_place set attended = person_id::text = any(${[...personIds]}::text[])
    where event_id = ${eventId}::uuid and state = 'going'`.execute(tx)
}
