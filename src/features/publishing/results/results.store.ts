import { sql } from 'kysely'
import type { ResultsDocument } from '../../../core/results/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Results as they were published. `text` is canonical JSON, to the letter as it was hashed. */
export type PublishedResults = {
  readonly roundId: string
  readonly number: number
  readonly text: string
  readonly document: ResultsDocument
  readonly sha256: string
  readonly reason: string
  readonly publishedAt: Date
}

type Row = Omit<PublishedResults, 'document'>

const columns = sql`p.round_id as "roundId", p.number, p.document as text, p.sha256, p.reason,
  p.published_at as "publishedAt"`

const parsed = (row: Row): PublishedResults => ({ ...row, document: JSON.parse(row.text) })

/** Every version of the results of a round, the newest first. */
export async function resultsOf(db: Database | Tx, roundId: string): Promise<readonly PublishedResults[]> {
  const { rows } = await sql<Row>`
    select ${columns} from published_results p where p.round_id = ${roundId}::uuid order by p.number desc`.execute(db)
  return rows.map(parsed)
}

/** The newest results of every round that has any. */
export async function latestResults(db: Database | Tx): Promise<readonly PublishedResults[]> {
  const { rows } = await sql<Row>`
    select distinct on (p.round_id) ${columns} from published_results p order by p.round_id, p.number desc`.execute(db)
  return rows.map(parsed)
}

/** @returns false when somebody else has published that version meanwhile */
export async function insertResults(tx: Tx, results: Row & { readonly publishedBy: string }): Promise<boolean> {
  const { roundId, number, text, sha256, reason, publishedAt, publishedBy } = results
  const { rows } = await sql`
    insert into published_results (round_id, number, document, sha256, reason, published_at, published_by)
    values (${roundId}::uuid, ${number}, ${text}, ${sha256}, ${reason}, ${publishedAt}, ${publishedBy}::uuid)
    on conflict on constraint published_results_pk do nothing returning number`.execute(tx)
  return rows.length === 1
}

/** The secret of a round's pseudonyms: this one, unless it has one. */
export async function keepResultsSalt(tx: Tx, roundId: string, salt: string, at: Date): Promise<string> {
  await sql`
    insert into results_salt (round_id, salt, made_at) values (${roundId}::uuid, ${salt}, ${at})
    on conflict on constraint results_salt_pk do nothing`.execute(tx)
  return (await resultsSaltOf(tx, roundId)) ?? salt
}

/** The secret of a round's pseudonyms; undefined before its results were first published. */
export async function resultsSaltOf(db: Database | Tx, roundId: string): Promise<string | undefined> {
  const { rows } = await sql<{ salt: string }>`select salt from results_salt where round_id = ${roundId}::uuid`.execute(
    db,
  )
  return rows[0]?.salt
}

/** Who sent in a review of what, practice apart. */
export async function readingsOf(
  db: Database | Tx,
  roundId: string,
): Promise<readonly { readonly applicationId: string; readonly personId: string }[]> {
  const { rows } = await sql<{ applicationId: string; personId: string }>`
    select v.application_id as "applicationId", v.person_id as "personId"
    from review v join application a on a.id = v.application_id
    where a.round_id = ${roundId}::uuid and a.mode = 'live' and v.state = 'submitted' and not v.practice
    order by v.application_id, v.person_id`.execute(db)
  return rows
}
