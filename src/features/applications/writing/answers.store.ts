import { sql } from 'kysely'
import type { Json } from '../../../core/canonical/index.ts'
import { among } from '../../../platform/database/among.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { eventRowFrom } from '../../audit/index.ts'
import {
  type ApplicationState,
  type GivenTime,
  givenTime,
  type StoredAnswers,
  type StoredJson,
  storedAnswers,
  withDeadline,
} from '../applications.store.ts'

/** What came of one answer. `untouched`: it was posted as it had been read, while somebody else changed it: theirs stays. */
export type Verdict = 'write' | 'same' | 'untouched' | 'clash'

/** An answer as posted, with the version that its writer had seen. */
export type PostedAnswer = { readonly question_id: string; readonly value: Json; readonly version: number }

export type SaveStatement = {
  readonly reference: string
  readonly formVersionId: string
  readonly pageId: string
  readonly posted: readonly PostedAnswer[]
  /** Other questions whose answers to read, for conditions. */
  readonly alsoRead: readonly string[]
  /** The bodies for which this person acts: as lead, or as a partner that has accepted. */
  readonly organisationIds: readonly string[]
  /** The funds whose test applications this person may write. */
  readonly testFundIds?: readonly string[]
  readonly personId: string
  readonly at: Date
}

export type SavedRow = {
  readonly id: string
  readonly state: ApplicationState
  readonly formVersionId: string
  readonly leadId: string
  /** The one that counts for this application, extensions and all. */
  readonly deadlineAt: Date | null
  readonly illustrative: boolean
  /** Whether the lead is one of the writer's own bodies, or a partner or they themselves write this page: otherwise nothing was written. */
  readonly mine: boolean
  readonly verdicts: Readonly<Record<string, Verdict>>
  /** The new version of each answer that was written. */
  readonly written: Readonly<Record<string, number>>
  /** As it was before this statement. */
  readonly before: StoredAnswers
}

/**
 * Saves the answers of a page in one statement: what changed is written if nobody else has written meanwhile, with its
 * history and an audit event. Taking the row for share makes a save wait for a submission under way, and then see it.
 *
 * @returns undefined when there is no such application
 */
export async function saveAnswersRow(db: Database | Tx, save: SaveStatement): Promise<SavedRow | undefined> {
  const posted = JSON.stringify(save.posted)
  const read = [...save.posted.map((answer) => answer.question_id), ...save.alsoRead]
  const event = {
    action: 'application.saved',
    actorId: save.personId,
    objectType: 'application',
    objectId: save.reference,
    at: save.at,
    facts: { page: save.pageId },
  }
  const { rows } = await sql<Omit<SavedRow, 'before' | 'deadlineAt'> & GivenTime & { before: StoredJson }>`
    with place as (
      select a.id, a.state, a.form_version_id, a.lead_id, a.illustrative, r.fund_id,
        r.deadline_at as own_deadline_at, ${givenTime},
        case when a.mode = 'test' then r.fund_id::text in ${among(save.testFundIds ?? [])} else (a.lead_id in ${among(save.organisationIds)} or exists (
          select from application_partner w where w.application_id = a.id and w.state = 'accepted'
            and w.organisation_id in ${among(save.organisationIds)}
            and (w.pages is null or jsonb_exists(w.pages, ${save.pageId})))
          or exists (
          select from application_contributor c where c.application_id = a.id and c.state = 'joined'
            and c.person_id = ${save.personId}::uuid
            and (c.pages is null or jsonb_exists(c.pages, ${save.pageId})))) end as mine
      from application a join round r on r.id = a.round_id where a.reference = ${save.reference} for share of a
    ), judged as (
      select p.id as application_id, t.question_id, coalesce(t.value, 'null') as value, t.version,
        case
          when coalesce(c.value, 'null') = coalesce(t.value, 'null') then 'same'
          when coalesce(c.version, 0) = t.version then 'write'
          when case when t.version = 0 then coalesce(t.value, 'null') = 'null' else exists (
            select from answer_version b where b.application_id = p.id and b.question_id = t.question_id
              and b.version = t.version and b.value = coalesce(t.value, 'null')) end then 'untouched'
          else 'clash'
        end as verdict
      from place p cross join jsonb_to_recordset(${posted}::jsonb) as t (question_id text, value jsonb, version integer)
      -- Lateral and fenced: the planner takes the posted list for a hundred rows, and would read the whole table instead.
      left join lateral (
        select a.value, a.version from answer a where a.application_id = p.id and a.question_id = t.question_id offset 0
      ) c on true
      where p.mine and p.state <> 'submitted' and p.form_version_id::text = ${save.formVersionId}
    ), written as (
      insert into answer (application_id, question_id, value, version, saved_at, saved_by)
      select application_id, question_id, value, version + 1, ${save.at}::timestamptz, ${save.personId}::uuid
      from judged where verdict = 'write'
      on conflict (application_id, question_id) do update
        set value = excluded.value, version = excluded.version, saved_at = excluded.saved_at, saved_by = excluded.saved_by
        where answer.version = excluded.version - 1
      returning application_id, question_id, value, version, saved_at, saved_by
    ), kept as (
      insert into answer_version (application_id, question_id, version, value, saved_at, saved_by)
      select application_id, question_id, version, value, saved_at, saved_by from written
    ), audited as (${eventRowFrom(event, sql`select p.fund_id from place p where exists (select from written)`)})
    select p.id, p.state, p.form_version_id as "formVersionId", p.lead_id as "leadId", p.own_deadline_at as "ownDeadlineAt",
      p."givenTime",
      p.illustrative, p.mine,
      (select coalesce(jsonb_object_agg(question_id, verdict), '{}') from judged) as verdicts,
      (select coalesce(jsonb_object_agg(question_id, version), '{}') from written) as written,
      (select coalesce(jsonb_object_agg(s.question_id, jsonb_build_object(
          'value', s.value, 'version', s.version, 'savedAt', s.saved_at, 'savedBy', s.saved_by)), '{}')
        from answer s where s.application_id = p.id and s.question_id in ${among(read)}) as before
    from place p`.execute(db)
  const row = rows[0]
  return row && { ...withDeadline(row), before: storedAnswers(row.before) }
}

/** The answers to some questions as they are now. */
export async function answersNow(
  db: Database | Tx,
  applicationId: string,
  questions: readonly string[],
): Promise<StoredAnswers> {
  const { rows } = await sql<{ answers: StoredJson }>`
    select coalesce(jsonb_object_agg(s.question_id, jsonb_build_object(
      'value', s.value, 'version', s.version, 'savedAt', s.saved_at, 'savedBy', s.saved_by)), '{}') as answers
    from answer s where s.application_id = ${applicationId}::uuid and s.question_id in ${among(questions)}`.execute(db)
  return storedAnswers(rows[0]?.answers ?? {})
}

export type KeptVersion = {
  readonly applicationId: string
  readonly questionId: string
  readonly value: Json
  readonly version: number
  readonly savedBy: string
}

/** Every version that an answer has had, the first one first. */
export async function historyOf(
  db: Database | Tx,
  applicationId: string,
  questionId: string,
): Promise<readonly KeptVersion[]> {
  const { rows } = await sql<KeptVersion>`
    select application_id as "applicationId", question_id as "questionId", value, version, saved_by as "savedBy"
    from answer_version where application_id = ${applicationId}::uuid and question_id = ${questionId}
    order by version`.execute(db)
  return rows
}
