import { sql } from 'kysely'
import type { Json } from '../../../core/canonical/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { type WriterPart, writersOfEach } from '../colleagues/writers.store.ts'

/** An application that is not submitted and answers another version than its round uses now. */
export type ToMove = {
  readonly id: string
  readonly reference: string
  readonly leadName: string
  readonly illustrative: boolean
  readonly formVersionId: string
  readonly answers: { readonly [questionId: string]: Json }
}

/** An answer that no longer fits, as it is shown to the people of the application. */
export type KeptAside = {
  readonly question: string
  readonly label: string
  /** In words, one string a line. */
  readonly answer: readonly string[]
  /** `part`: the rest of the answer stays. */
  readonly reason: 'gone' | 'unfit' | 'part'
}

export type FormChange = {
  readonly id: string
  readonly fromVersionId: string
  readonly toVersionId: string
  readonly changedAt: Date
  readonly setAside: readonly KeptAside[]
}

/** Holds every application of a round that is to move: no answer of theirs is saved until this transaction ends. */
export async function holdUnsubmitted(tx: Tx, roundId: string, toVersionId: string): Promise<readonly ToMove[]> {
  await sql`select id from application where round_id = ${roundId}::uuid and state <> 'submitted'
    and form_version_id <> ${toVersionId}::uuid order by id for update`.execute(tx)
  const { rows } = await sql<ToMove>`
    select a.id, a.reference, o.name as "leadName", a.illustrative, a.form_version_id as "formVersionId", (
      select coalesce(jsonb_object_agg(s.question_id, s.value), '{}') from answer s where s.application_id = a.id) as answers
    from application a join organisation o on o.id = a.lead_id
    where a.round_id = ${roundId}::uuid and a.state <> 'submitted' and a.form_version_id <> ${toVersionId}::uuid
    order by a.id`.execute(tx)
  return rows
}

export type Move = {
  readonly id: string
  readonly applicationId: string
  readonly setAside: readonly KeptAside[]
  /** What stays of answers that do not fit: null is nothing. */
  readonly trimmed: readonly { readonly question: string; readonly value: Json }[]
}

/**
 * Moves applications to another version of their form, each with what is set aside. An answer to a question that is not
 * asked any more stays where it is, so that it is there again should the question come back; one that the question cannot
 * take any more gives way to what it can take of it, or to none, as a version of its own.
 */
export async function moveRows(
  tx: Tx,
  moves: readonly Move[],
  to: { readonly versionId: string; readonly personId: string; readonly at: Date },
): Promise<void> {
  const list = JSON.stringify(moves)
  await sql`
    insert into application_form_change (id, application_id, from_version_id, to_version_id, changed_at, set_aside)
    select m.id, a.id, a.form_version_id, ${to.versionId}::uuid, ${to.at}::timestamptz, m."setAside"
    from jsonb_to_recordset(${list}::jsonb) as m (id uuid, "applicationId" uuid, "setAside" jsonb)
    join application a on a.id = m."applicationId"`.execute(tx)
  await sql`
    with unfit as (
      update answer s set value = coalesce(one.value, 'null'), version = s.version + 1, saved_at = ${to.at}::timestamptz,
        saved_by = ${to.personId}::uuid
      from jsonb_to_recordset(${list}::jsonb) as m ("applicationId" uuid, trimmed jsonb)
      cross join jsonb_to_recordset(m.trimmed) as one (question text, value jsonb)
      where s.application_id = m."applicationId" and s.question_id = one.question
      returning s.application_id, s.question_id, s.version, s.value, s.saved_at, s.saved_by
    )
    insert into answer_version (application_id, question_id, version, value, saved_at, saved_by)
    select application_id, question_id, version, value, saved_at, saved_by from unfit`.execute(tx)
  await sql`
    update application set form_version_id = ${to.versionId}::uuid
    where id in (select (value ->> 'applicationId')::uuid from jsonb_array_elements(${list}::jsonb))`.execute(tx)
}

/** Everyone who can write some of these applications, with what they may write of each. */
export async function writersToTell(
  tx: Tx,
  applicationIds: readonly string[],
  on: IsoDay,
): Promise<
  readonly (WriterPart & { readonly applicationId: string; readonly personId: string; readonly email: string })[]
> {
  const live = sql`select a.id from application a where a.mode = 'live'
    and a.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(applicationIds)}::jsonb))`
  const { rows } = await sql<WriterPart & { applicationId: string; personId: string; email: string }>`
    select w.application_id as "applicationId", p.id as "personId", p.email, w.role, w.organisation, w.pages
    from ${writersOfEach(live, on)} w join person p on p.id = w.person_id
    order by w.application_id, p.email`.execute(tx)
  return rows
}

/** What changed under an application that nobody has said was read, the first first. */
export async function unreadChanges(db: Database | Tx, applicationId: string): Promise<readonly FormChange[]> {
  const { rows } = await sql<FormChange>`
    select id, from_version_id as "fromVersionId", to_version_id as "toVersionId", changed_at as "changedAt",
      set_aside as "setAside"
    from application_form_change where application_id = ${applicationId}::uuid and dismissed_at is null
    order by changed_at, id`.execute(db)
  return rows
}

/** Notes that the changes up to one of them were read. @returns whether there were any */
export async function dismissChanges(
  tx: Tx,
  read: { readonly applicationId: string; readonly upTo: string; readonly personId: string; readonly at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update application_form_change set dismissed_at = ${read.at}::timestamptz, dismissed_by = ${read.personId}::uuid
    where application_id = ${read.applicationId}::uuid and dismissed_at is null
      and changed_at <= (select c.changed_at from application_form_change c where c.id::text = ${read.upTo})
    returning id`.execute(tx)
  return rows.length > 0
}

/** All that changes of the form have set aside in an application, read or not. */
export async function keptInChanges(db: Database | Tx, applicationId: string): Promise<readonly KeptAside[]> {
  const { rows } = await sql<Pick<FormChange, 'setAside'>>`
    select set_aside as "setAside" from application_form_change where application_id = ${applicationId}::uuid`.execute(
    db,
  )
  return rows.flatMap(({ setAside }) => setAside)
}

/** Adds what came from a page that had been open since before the last change, which is to be read again. */
export async function addToLastChange(
  db: Database | Tx,
  applicationId: string,
  more: readonly KeptAside[],
): Promise<void> {
  if (more.length === 0) return
  await sql`
    update application_form_change
    set set_aside = set_aside || ${JSON.stringify(more)}::jsonb, dismissed_at = null, dismissed_by = null
    where id = (select c.id from application_form_change c where c.application_id = ${applicationId}::uuid
      order by c.changed_at desc, c.id desc limit 1)`.execute(db)
}
