import { sql } from 'kysely'
import { canonicalJson, contentHash, type Json } from '../../../src/core/canonical/index.ts'
import type { FrozenApplication } from '../../../src/core/forms/index.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import type { Services } from '../../../src/platform/services.ts'
import type { Stored, StoredAnswer, StoredSubmission } from './compare.ts'

/** An answer as the ledger has it: text as it is, anything else as canonical JSON. */
export const inLedger = (value: Json): string => (typeof value === 'string' ? value : canonicalJson(value))

/** Everything that the database has of the applications of the benchmark. */
export async function readStored({ db, sha256 }: Services): Promise<Stored> {
  return {
    answers: await answersOf(db),
    savedEvents: await countsOf(
      db,
      sql`
      select object_id as reference, count(*) as count from audit_event
      where action = 'application.saved' and object_id like 'DD-BENCH-%' group by 1`,
    ),
    submittedEvents: await countsOf(
      db,
      sql`
      select object_id as reference, count(*) as count from audit_event
      where action = 'application.submitted' and object_id like 'DD-BENCH-%' group by 1`,
    ),
    receipts: await countsOf(
      db,
      sql`
      select substring(subject from 'DD-BENCH-[0-9]+') as reference, count(*) as count from message
      where kind = 'application-receipt' and subject like '%DD-BENCH-%' group by 1`,
    ),
    setAside: await countsOf(
      db,
      sql`
      select a.reference, count(*) as count from answer_set_aside w join application a on a.id = w.application_id
      where a.reference like 'DD-BENCH-%' group by 1`,
    ),
    submissions: await submissionsOf(db, sha256),
  }
}

/** How many receipts wait for their job, and how many events for their seal. */
export async function stillWaiting(db: Database): Promise<{ readonly messages: number; readonly events: number }> {
  const { rows } = await sql<{ messages: number; events: number }>`
    select (select count(*) from message where kind = 'application-receipt' and state = 'queued') as messages,
      (select count(*) from audit_event where sequence is null) as events`.execute(db)
  return rows[0] ?? { messages: 0, events: 0 }
}

type Counted = { readonly reference: string; readonly count: number }

async function countsOf(db: Database, query: ReturnType<typeof sql>): Promise<ReadonlyMap<string, number>> {
  const { rows } = await query.execute(db)
  return new Map((rows as Counted[]).map(({ reference, count }) => [reference, count]))
}

async function answersOf(db: Database): Promise<Stored['answers']> {
  type Row = { reference: string; question: string; number: number; value: Json; current: number; standing: Json }
  const { rows } = await sql<Row>`
    select a.reference, v.question_id as question, v.version as number, v.value,
      s.version as current, s.value as standing
    from answer_version v join application a on a.id = v.application_id
    left join answer s on s.application_id = v.application_id and s.question_id = v.question_id
    where a.reference like 'DD-BENCH-%' order by a.reference, v.question_id, v.version`.execute(db)
  const found = new Map<
    string,
    Map<string, { versions: StoredAnswer['versions'][number][]; current: StoredAnswer['current'] }>
  >()
  for (const { reference, question, number, value, current, standing } of rows) {
    const questions = found.get(reference) ?? new Map()
    found.set(reference, questions)
    const answer = questions.get(question) ?? { versions: [], current: { number: current, value: inLedger(standing) } }
    questions.set(question, answer)
    answer.versions.push({ number, value: inLedger(value) })
  }
  return found
}

async function submissionsOf(db: Database, sha256: Services['sha256']): Promise<Stored['submissions']> {
  const { rows } = await sql<{ reference: string; content: FrozenApplication; sha256: string }>`
    select a.reference, s.content, s.sha256 from submission s join application a on a.id = s.application_id
    where a.reference like 'DD-BENCH-%'`.execute(db)
  const found = new Map<string, StoredSubmission[]>()
  for (const { reference, content, sha256: kept } of rows) {
    const values = content.pages.flatMap(({ questions }) =>
      questions.map(({ id, value }) => [id, inLedger(value)] as const),
    )
    const hashHolds = contentHash(content as unknown as Json, sha256) === kept
    found.set(reference, [...(found.get(reference) ?? []), { answers: new Map(values), hashHolds }])
  }
  return found
}
