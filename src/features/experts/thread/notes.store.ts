import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A version of the advice on a request, and what the council said of it. */
export type Note = {
  readonly number: number
  readonly expert: string
  readonly advice: string
  /** Spent in all until it was written. */
  readonly hours: number
  readonly writtenAt: Date
  readonly answer: 'accepted' | 'more' | null
  readonly answerWords: string
}

/** The advice on a request, the latest version first. */
export async function notesOf(db: Database | Tx, requestId: string): Promise<readonly Note[]> {
  const { rows } = await sql<Note>`
    select n.number, coalesce(nullif(p.name, ''), p.email) as expert, n.advice, n.hours::float8 as hours,
      n.written_at as "writtenAt", a.answer, coalesce(a.words, '') as "answerWords"
    from expert_note n join expert e on e.id = n.expert_id join person p on p.id = e.person_id
      left join expert_note_answer a on a.request_id = n.request_id and a.number = n.number
    where n.request_id = ${requestId}::uuid order by n.number desc`.execute(db)
  return rows
}

export async function insertNote(
  tx: Tx,
  note: Pick<Note, 'number' | 'advice' | 'hours'> & {
    readonly requestId: string
    readonly expertId: string
    readonly at: Date
  },
): Promise<void> {
  await sql`
    insert into expert_note (request_id, number, expert_id, advice, hours, written_at)
    values (${note.requestId}::uuid, ${note.number}, ${note.expertId}::uuid, ${note.advice}, ${note.hours}, ${note.at})`.execute(
    tx,
  )
}

export async function insertNoteAnswer(
  tx: Tx,
  answered: {
    readonly requestId: string
    readonly number: number
    readonly answer: 'accepted' | 'more'
    readonly words: string
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  await sql`
    insert into expert_note_answer (request_id, number, answer, words, answered_at, answered_by)
    values (${answered.requestId}::uuid, ${answered.number}, ${answered.answer}, ${answered.words}, ${answered.at},
      ${answered.by}::uuid)`.execute(tx)
}
