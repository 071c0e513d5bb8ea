import { sql } from 'kysely'
import type { Json } from '../../../core/canonical/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { inPlaceOf } from '../../accounts/index.ts'
import { papersQuestion } from './papers-question.ts'

/** What the programme team asked about one answer, with every reply, the first one first. */
export type AskedQuestion = {
  readonly questionId: string
  readonly asked: string
  readonly replies: readonly Reply[]
}

/** A new version of an answer. The answer as submitted is never touched. */
export type Reply = {
  readonly version: number
  readonly value: Json
  readonly repliedAt: Date
  readonly repliedBy: string
  readonly repliedByName: string
  readonly late: boolean
}

export type AnswerRequest = {
  readonly id: string
  readonly applicationId: string
  readonly number: number
  readonly note: string
  readonly dueAt: Date
  readonly createdAt: Date
  readonly authorId: string
  readonly authorName: string
  readonly closedAt: Date | null
  readonly questions: readonly AskedQuestion[]
}

type StoredReply = Omit<Reply, 'repliedAt'> & { readonly repliedAt: string }
type StoredQuestion = Omit<AskedQuestion, 'replies'> & { readonly replies: readonly StoredReply[] }

/** Every request about an application with its replies, the first one first: one statement. */
export async function requestsOf(db: Database | Tx, applicationId: string): Promise<readonly AnswerRequest[]> {
  const { rows } = await sql<Omit<AnswerRequest, 'questions'> & { questions: readonly StoredQuestion[] }>`
    select q.id, q.application_id as "applicationId", q.number, q.note, q.due_at as "dueAt", q.created_at as "createdAt",
      q.author_id as "authorId", coalesce(nullif(p.name, ''), p.email) as "authorName", q.closed_at as "closedAt", (
        select coalesce(jsonb_agg(jsonb_build_object('questionId', k.question_id, 'asked', k.asked, 'replies', (
          select coalesce(jsonb_agg(jsonb_build_object('version', r.version, 'value', r.value, 'repliedAt', r.replied_at,
            'repliedBy', r.replied_by, 'repliedByName', coalesce(nullif(w.name, ''), w.email), 'late', r.late)
            order by r.version), '[]')
          from answer_reply r join person w on w.id = r.replied_by
          where r.request_id = k.request_id and r.question_id = k.question_id)) order by k.position), '[]')
        from answer_request_question k where k.request_id = q.id) as questions
    from answer_request q join person p on p.id = q.author_id
    where q.application_id = ${applicationId}::uuid order by q.number`.execute(db)
  return rows.map((row) => ({ ...row, questions: row.questions.map(askedQuestion) }))
}

const askedQuestion = ({ replies, ...question }: StoredQuestion): AskedQuestion => ({
  ...question,
  replies: replies.map((reply) => ({ ...reply, repliedAt: new Date(reply.repliedAt) })),
})

/** Whether each of its questions has a reply. */
export const isReplied = ({ questions }: Pick<AnswerRequest, 'questions'>): boolean =>
  questions.every(({ replies }) => replies.length > 0)

/** A request that waits for a reply of the authority that leads the application. */
export type WaitingRequest = Pick<AnswerRequest, 'number' | 'dueAt'> & {
  readonly reference: string
  readonly fundName: string
}

/** The requests about applications that these bodies lead, with a question nobody has replied to: one statement. */
export async function requestsToReply(
  db: Database | Tx,
  organisationIds: readonly string[],
  on: IsoDay,
): Promise<readonly WaitingRequest[]> {
  const { rows } = await sql<WaitingRequest>`
    with body as materialized ${inPlaceOf(organisationIds, on)}
    select a.reference, q.number, q.due_at as "dueAt", f.name as "fundName"
    from answer_request q join application a on a.id = q.application_id join round r on r.id = a.round_id
      join fund f on f.id = r.fund_id
    where a.lead_id in (select id from body) and a.state = 'submitted' and q.closed_at is null and exists (
      select from answer_request_question k where k.request_id = q.id and not exists (
        select from answer_reply p where p.request_id = k.request_id and p.question_id = k.question_id))
    order by q.due_at, a.reference, q.number limit 200`.execute(db)
  return rows
}

export type NewRequest = Pick<AnswerRequest, 'id' | 'applicationId' | 'note' | 'dueAt' | 'createdAt' | 'authorId'> & {
  readonly questions: readonly { readonly questionId: string; readonly asked: string }[]
}

/** Adds the next request about an application, whose row the caller holds. @returns its number */
export async function insertRequest(tx: Tx, request: NewRequest): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into answer_request (id, application_id, number, note, due_at, created_at, author_id)
    select ${request.id}::uuid, ${request.applicationId}::uuid, coalesce(max(number), 0) + 1, ${request.note},
      ${request.dueAt}::timestamptz, ${request.createdAt}::timestamptz, ${request.authorId}::uuid
    from answer_request where application_id = ${request.applicationId}::uuid returning number`.execute(tx)
  await sql`
    insert into answer_request_question (request_id, question_id, position, asked)
    select ${request.id}::uuid, t."questionId", t.position, t.asked
    from jsonb_to_recordset(${JSON.stringify(request.questions.map((each, position) => ({ ...each, position })))}::jsonb)
      as t ("questionId" text, position integer, asked text)`.execute(tx)
  return rows[0]?.number ?? 0
}

/** Holds a request: no other reply comes and nobody closes it until the transaction ends. */
export async function lockRequest(tx: Tx, id: string): Promise<void> {
  await sql`select 1 from answer_request where id = ${id}::uuid for update`.execute(tx)
}

export async function insertReply(
  tx: Tx,
  reply: { readonly requestId: string; readonly questionId: string } & Omit<Reply, 'repliedByName'>,
): Promise<void> {
  await sql`
    insert into answer_reply (request_id, question_id, version, value, replied_at, replied_by, late)
    values (${reply.requestId}::uuid, ${reply.questionId}, ${reply.version}, ${JSON.stringify(reply.value)}::jsonb,
      ${reply.repliedAt}, ${reply.repliedBy}::uuid, ${reply.late})`.execute(tx)
}

/** Makes a place for papers that go with a reply, after the questions. */
export async function addPapers(tx: Tx, requestId: string): Promise<void> {
  await sql`
    insert into answer_request_question (request_id, question_id, position, asked)
    select ${requestId}::uuid, ${papersQuestion.id}, count(*), '' from answer_request_question
    where request_id = ${requestId}::uuid
    on conflict on constraint answer_request_question_pk do nothing`.execute(tx)
}

export async function markRequestClosed(tx: Tx, id: string, at: Date, personId: string): Promise<void> {
  await sql`update answer_request set closed_at = ${at}, closed_by = ${personId}::uuid
    where id = ${id}::uuid and closed_at is null`.execute(tx)
}

/** The latest reply to each question of these applications: one statement. */
export async function latestRepliesOf(
  db: Database | Tx,
  applicationIds: readonly string[],
): Promise<
  readonly (Pick<Reply, 'value' | 'late' | 'version'> & {
    readonly applicationId: string
    readonly formVersionId: string
    readonly questionId: string
    readonly request: number
  })[]
> {
  const { rows } = await sql<{
    readonly applicationId: string
    readonly formVersionId: string
    readonly questionId: string
    readonly request: number
    readonly version: number
    readonly value: Json
    readonly late: boolean
  }>`
    select distinct on (q.application_id, r.question_id) q.application_id as "applicationId",
      a.form_version_id as "formVersionId", r.question_id as "questionId", q.number as request, r.version, r.value, r.late
    from answer_reply r join answer_request q on q.id = r.request_id join application a on a.id = q.application_id
    where q.application_id = any(${[...applicationIds]}::uuid[])
    order by q.application_id, r.question_id, q.number desc, r.version desc`.execute(db)
  return rows
}
