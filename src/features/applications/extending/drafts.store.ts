import { sql } from 'kysely'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { type WriterPart, writersOfEach } from '../colleagues/writers.store.ts'

/** Somebody who is to be told something of an application that is not submitted. */
export type ToTell = WriterPart & {
  readonly applicationId: string
  readonly reference: string
  readonly formVersionId: string
  readonly leadName: string
  readonly illustrative: boolean
  readonly personId: string
  readonly email: string
}

export type Telling = {
  readonly roundId: string
  /** Null: every application of the round. */
  readonly applicationId: string | null
  /** Applications of the round with a deadline of their own: they are told by that. */
  readonly except?: readonly string[]
  /** Which reminder, by its hours before the deadline; 0: that the deadline has moved. */
  readonly hours: number
  /** The instant of that reminder; for a deadline that has moved, the new one. */
  readonly dueAt: Date
  readonly at: Date
  readonly most: number
}

/**
 * Takes some of those who have not been told, and notes that they have: everyone who can write an application that is
 * not submitted and was there when the reminder fell due, with what they may write of it. Two processes at once take
 * different people, and a second run takes nobody twice.
 */
export async function takeUntoldOfDrafts(tx: Database | Tx, telling: Telling): Promise<readonly ToTell[]> {
  const { roundId, applicationId, except = [], hours, dueAt, at, most } = telling
  const drafts = sql`select a.id from application a
    where a.round_id = ${roundId}::uuid and a.state <> 'submitted'
      and (${applicationId}::uuid is null or a.id = ${applicationId}::uuid)
      and not (a.id = any(${[...except]}::uuid[]))
      and (${hours}::integer = 0 or a.created_at <= ${dueAt}::timestamptz)`
  const { rows } = await sql<ToTell>`
    with waiting as (
      select w.* from ${writersOfEach(drafts, isoDay(at))} w
      where not exists (select from deadline_reminder d where d.application_id = w.application_id
        and d.person_id = w.person_id and d.hours = ${hours}::integer and d.due_at = ${dueAt}::timestamptz)
      limit ${most}
    ), told as (
      insert into deadline_reminder (application_id, person_id, hours, due_at, told_at)
      select application_id, person_id, ${hours}::integer, ${dueAt}::timestamptz, ${at}::timestamptz from waiting
      on conflict do nothing returning application_id, person_id
    )
    select a.id as "applicationId", a.reference, o.name as "leadName", a.illustrative, p.id as "personId", p.email,
      a.form_version_id as "formVersionId", w.role, w.organisation, w.pages
    from told t join waiting w using (application_id, person_id)
    join application a on a.id = t.application_id join organisation o on o.id = a.lead_id
    join person p on p.id = t.person_id order by a.reference, p.email`.execute(tx)
  return rows
}

/** The round of an extension. */
export async function roundOfExtension(db: Database | Tx, extensionId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select round_id as id from deadline_extension where id = ${extensionId}::uuid`.execute(db)
  return rows[0]?.id
}
