import { sql } from 'kysely'
import type { DebriefOutcome, DebriefState, DebriefWindow } from '../../../core/debriefs/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** When a debrief is to be, as it was proposed. The last number counts. */
export type DebriefTime = {
  readonly number: number
  readonly startsAt: Date
  readonly endsAt: Date
  /** A link, or a room. */
  readonly place: string
  readonly proposedAt: Date
  readonly proposedBy: string
}

/** A debrief that was asked for. `time` is the last that was proposed. */
export type Debrief = {
  readonly applicationId: string
  readonly reference: string
  readonly lead: string
  readonly state: DebriefState
  readonly askedAt: Date
  readonly askedByName: string
  readonly wants: string
  readonly times: string
  readonly outcome: DebriefOutcome | null
  readonly answer: string
  readonly closedAt: Date | null
  readonly time: DebriefTime | null
}

type Row = Omit<Debrief, 'time'> & { readonly [Name in keyof DebriefTime]: DebriefTime[Name] | null }

const debriefs = sql`
  select d.application_id as "applicationId", a.reference, o.name as lead, d.state, d.asked_at as "askedAt",
    coalesce(nullif(p.name, ''), p.email) as "askedByName", d.wants, d.times, d.outcome, d.answer,
    d.closed_at as "closedAt", t.number, t.starts_at as "startsAt", t.ends_at as "endsAt", t.place,
    t.proposed_at as "proposedAt", t.proposed_by as "proposedBy"
  from debrief d join application a on a.id = d.application_id join organisation o on o.id = a.lead_id
    join person p on p.id = d.asked_by
    left join lateral (select * from debrief_time each where each.application_id = d.application_id
      order by each.number desc limit 1) t on true`

function debriefOf(row: Row): Debrief {
  const { number, startsAt, endsAt, place, proposedAt, proposedBy, ...debrief } = row
  const proposed = number !== null && startsAt && endsAt && place !== null && proposedAt && proposedBy !== null
  return { ...debrief, time: proposed ? { number, startsAt, endsAt, place, proposedAt, proposedBy } : null }
}

/** Of a round: those that wait longest first. */
export async function debriefsOf(db: Database | Tx, roundId: string): Promise<readonly Debrief[]> {
  const { rows } = await sql<Row>`
    ${debriefs} where a.round_id = ${roundId}::uuid order by d.closed_at is not null, d.asked_at, a.reference`.execute(
    db,
  )
  return rows.map(debriefOf)
}

/** Of one application; undefined where none was asked for. */
export async function debriefOn(db: Database | Tx, applicationId: string): Promise<Debrief | undefined> {
  const { rows } = await sql<Row>`${debriefs} where d.application_id = ${applicationId}::uuid`.execute(db)
  return rows[0] && debriefOf(rows[0])
}

/** Takes a debrief for this transaction, so that of two who answer at once one sees what the other did. */
export async function holdDebrief(tx: Tx, applicationId: string): Promise<Debrief | undefined> {
  await sql`select from debrief where application_id = ${applicationId}::uuid for update`.execute(tx)
  return await debriefOn(tx, applicationId)
}

/** @returns false where one was asked for already: it stays */
export async function insertDebrief(
  tx: Tx,
  asked: Pick<Debrief, 'applicationId' | 'wants' | 'times'> & { readonly at: Date; readonly by: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into debrief (application_id, asked_at, asked_by, wants, times)
    values (${asked.applicationId}::uuid, ${asked.at}, ${asked.by}::uuid, ${asked.wants}, ${asked.times})
    on conflict (application_id) do nothing returning application_id`.execute(tx)
  return rows.length === 1
}

export async function insertTime(
  tx: Tx,
  applicationId: string,
  { number, startsAt, endsAt, place, proposedAt, proposedBy }: DebriefTime,
): Promise<void> {
  await sql`
    with proposed as (
      insert into debrief_time (application_id, number, starts_at, ends_at, place, proposed_at, proposed_by)
      values (${applicationId}::uuid, ${number}, ${startsAt}, ${endsAt}, ${place}, ${proposedAt}, ${proposedBy}::uuid)
      returning application_id)
    update debrief d set state = 'arranged' from proposed where d.application_id = proposed.application_id`.execute(tx)
}

/** Closes a debrief that is open. */
export async function markClosed(
  tx: Tx,
  closed: {
    readonly applicationId: string
    readonly outcome: DebriefOutcome
    readonly answer: string
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  await sql`
    update debrief set state = 'closed', outcome = ${closed.outcome}, answer = ${closed.answer}, closed_at = ${closed.at},
      closed_by = ${closed.by}::uuid
    where application_id = ${closed.applicationId}::uuid and state <> 'closed'`.execute(tx)
}

/** Something that was noted of a debrief. */
export type DebriefNote = { readonly note: string; readonly writtenAt: Date; readonly writtenByName: string }

export async function notesOn(db: Database | Tx, applicationId: string): Promise<readonly DebriefNote[]> {
  const { rows } = await sql<DebriefNote>`
    select n.note, n.written_at as "writtenAt", coalesce(nullif(p.name, ''), p.email) as "writtenByName"
    from debrief_note n join person p on p.id = n.written_by
    where n.application_id = ${applicationId}::uuid order by n.written_at, n.id`.execute(db)
  return rows
}

export async function insertNote(
  tx: Tx,
  note: {
    readonly id: string
    readonly applicationId: string
    readonly note: string
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  await sql`
    insert into debrief_note (id, application_id, note, written_at, written_by)
    values (${note.id}::uuid, ${note.applicationId}::uuid, ${note.note}, ${note.at}, ${note.by}::uuid)`.execute(tx)
}

/** What the programme team has set; undefined while it has set nothing. */
export async function windowSet(db: Database | Tx, roundId: string): Promise<DebriefWindow | undefined> {
  const { rows } = await sql<DebriefWindow>`
    select days, remind_days as "remindDays" from debrief_window where round_id = ${roundId}::uuid`.execute(db)
  return rows[0]
}

export async function saveWindow(
  tx: Tx,
  {
    roundId,
    days,
    remindDays,
    at,
    by,
  }: DebriefWindow & { readonly roundId: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into debrief_window (round_id, days, remind_days, set_at, set_by)
    values (${roundId}::uuid, ${days}, ${remindDays}, ${at}, ${by}::uuid)
    on conflict (round_id) do update set days = excluded.days, remind_days = excluded.remind_days,
      set_at = excluded.set_at, set_by = excluded.set_by`.execute(tx)
}
