import { sql } from 'kysely'
import type { PublishedRecord } from '../../../core/decisions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** The decision record as it was published with a version of the results: `text` is canonical JSON, as it was hashed. */
export type RecordOfResults = {
  readonly number: number
  readonly text: string
  readonly sha256: string
  readonly document: PublishedRecord
}

/** The newest that was published. @returns undefined where results were published without one, before there were any */
export async function publishedRecordOf(db: Database | Tx, roundId: string): Promise<RecordOfResults | undefined> {
  const { rows } = await sql<Omit<RecordOfResults, 'document'>>`
    select p.number, p.document as text, p.sha256 from published_record p
    where p.round_id = ${roundId}::uuid order by p.number desc limit 1`.execute(db)
  const [row] = rows
  return row && { ...row, document: JSON.parse(row.text) }
}

export async function insertPublishedRecord(
  tx: Tx,
  { roundId, number, text, sha256 }: Omit<RecordOfResults, 'document'> & { readonly roundId: string },
): Promise<void> {
  await sql`
    insert into published_record (round_id, number, document, sha256)
    values (${roundId}::uuid, ${number}, ${text}, ${sha256})`.execute(tx)
}
