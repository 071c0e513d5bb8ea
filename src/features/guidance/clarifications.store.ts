import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/database.ts'

/** A question and its answer as the public reads them: nothing in it tells who asked. The answer is Markdown. */
export type PublishedAnswer = {
  readonly id: string
  /** Its place in the list: 1 was published first. */
  readonly number: number
  readonly question: string
  readonly answer: string
  readonly publishedAt: Date
}

/** Most questions on one page. A round with more would be searched. */
const mostShown = 500

/**
 * The published answers of a round, the newest first; with words, those in which every word is found. One statement.
 */
export async function publishedAnswers(
  db: Database | Tx,
  roundId: string,
  query = '',
): Promise<readonly PublishedAnswer[]> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10)
  const conditions = words.map(
    (word) => sql`lower(c.published_question || ' ' || c.answer) like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`,
  )
  const { rows } = await sql<PublishedAnswer>`
    select c.id, c.number, c.published_question as question, c.answer, c.published_at as "publishedAt"
    from clarification c
    where ${sql.join([sql`c.round_id = ${roundId}::uuid and c.published_at is not null`, ...conditions], sql` and `)}
    order by c.number desc limit ${mostShown}`.execute(db)
  return rows
}

export async function publishedAnswerById(
  db: Database | Tx,
  roundId: string,
  id: string,
): Promise<PublishedAnswer | undefined> {
  const { rows } = await sql<PublishedAnswer>`
    select c.id, c.number, c.published_question as question, c.answer, c.published_at as "publishedAt"
    from clarification c
    where c.round_id = ${roundId}::uuid and c.id::text = ${id} and c.published_at is not null`.execute(db)
  return rows[0]
}

/** Who asked, for those who answer and for nobody else. */
export type Asker = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly organisations: readonly { readonly name: string; readonly shortName: string }[]
}

/** A question as those who answer it see it. */
export type QuestionInHand = {
  readonly id: string
  readonly roundId: string
  readonly askedAt: Date
  readonly question: string
  readonly asker: Asker
  readonly publishedQuestion: string
  readonly answer: string
  readonly number: number | null
  readonly publishedAt: Date | null
  readonly declinedAt: Date | null
  readonly declineReason: string
}

const inHandColumns = sql`c.id, c.round_id as "roundId", c.asked_at as "askedAt", c.question,
  jsonb_build_object('personId', p.id, 'name', p.name, 'email', p.email, 'organisations', (
    select coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'shortName', o.short_name) order by o.name), '[]')
    from membership m join organisation o on o.id = m.organisation_id
    where m.person_id = p.id and m.state = 'confirmed')) as asker,
  c.published_question as "publishedQuestion", c.answer, c.number, c.published_at as "publishedAt",
  c.declined_at as "declinedAt", c.decline_reason as "declineReason"`

/** Every question of a round: those that wait, the longest first; then the others, the newest first. One statement. */
export async function questionsInHand(db: Database | Tx, roundId: string): Promise<readonly QuestionInHand[]> {
  const { rows } = await sql<QuestionInHand>`
    select ${inHandColumns} from clarification c join person p on p.id = c.asked_by
    where c.round_id = ${roundId}::uuid
    order by (c.published_at is null and c.declined_at is null) desc,
      case when c.published_at is null and c.declined_at is null then c.asked_at end,
      coalesce(c.published_at, c.declined_at) desc, c.id
    limit 1000`.execute(db)
  return rows
}

export async function questionInHand(
  db: Database | Tx,
  roundId: string,
  id: string,
): Promise<QuestionInHand | undefined> {
  const { rows } = await sql<QuestionInHand>`
    select ${inHandColumns} from clarification c join person p on p.id = c.asked_by
    where c.round_id = ${roundId}::uuid and c.id::text = ${id}`.execute(db)
  return rows[0]
}

/** Holds the questions of a round until the transaction ends, so that two answers never get one number. */
export async function holdQuestions(tx: Tx, roundId: string): Promise<void> {
  await sql`select id from clarification where round_id = ${roundId}::uuid order by id for update`.execute(tx)
}

/** Those this person has asked in a round and that wait for an answer. */
export async function countWaiting(tx: Tx, roundId: string, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from clarification where round_id = ${roundId}::uuid and asked_by = ${personId}::uuid
      and published_at is null and declined_at is null`.execute(tx)
  return rows[0]?.count ?? 0
}

export async function insertQuestion(
  tx: Tx,
  question: {
    readonly id: string
    readonly roundId: string
    readonly personId: string
    readonly question: string
    readonly at: Date
  },
): Promise<void> {
  await sql`
    insert into clarification (id, round_id, asked_by, asked_at, question)
    values (${question.id}::uuid, ${question.roundId}::uuid, ${question.personId}::uuid, ${question.at},
      ${question.question})`.execute(tx)
}

/** What somebody has written towards an answer. */
export type AnswerText = { readonly publishedQuestion: string; readonly answer: string }

export async function saveAnswer(tx: Tx, id: string, text: AnswerText, personId: string | null): Promise<void> {
  await sql`
    update clarification set published_question = ${text.publishedQuestion}, answer = ${text.answer},
      answered_by = ${personId}::uuid
    where id = ${id}::uuid`.execute(tx)
}

/** Publishes an answer under the next number of the round. @returns the number */
export async function markAnswerPublished(tx: Tx, roundId: string, id: string, at: Date): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    update clarification set published_at = ${at}, number = (
      select coalesce(max(number), 0) + 1 from clarification where round_id = ${roundId}::uuid)
    where id = ${id}::uuid returning number`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error('a question that was held is gone')
  return row.number
}

export async function markDeclined(
  tx: Tx,
  id: string,
  decision: { readonly reason: string; readonly personId: string | null; readonly at: Date },
): Promise<void> {
  await sql`
    update clarification set declined_at = ${decision.at}, decline_reason = ${decision.reason},
      answered_by = ${decision.personId}::uuid
    where id = ${id}::uuid`.execute(tx)
}

/** Questions about a round that wait for an answer. */
export type QuestionsToAnswer = {
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  readonly waiting: number
  /** Since when the oldest waits. */
  readonly since: Date
}

/** The rounds of these funds in which questions wait, those that wait the longest first. */
export async function questionsToAnswer(
  db: Database | Tx,
  fundIds: readonly string[],
): Promise<readonly QuestionsToAnswer[]> {
  const { rows } = await sql<QuestionsToAnswer>`
    select f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName", count(*) as waiting,
      min(c.asked_at) as since
    from clarification c join round r on r.id = c.round_id join fund f on f.id = r.fund_id
    where r.fund_id = any(${[...fundIds]}::uuid[]) and c.published_at is null and c.declined_at is null
    group by f.id, r.id order by since limit 20`.execute(db)
  return rows
}
