import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A run as it is kept. `input` and `result` are canonical JSON, to the letter as they were hashed. */
export type ReviewRun = {
  readonly number: number
  readonly input: string
  readonly inputSha256: string
  readonly result: string
  readonly resultSha256: string
  readonly engine: string
  readonly madeAt: Date
  readonly by: string
}

/** Runs of one kind are in a table of their own: simulations of money, and of how options rank. */
export type RunTable = 'strategic_review_run' | 'strategic_review_rank_run'

const columns = sql`r.number, r.input, r.input_sha256 as "inputSha256", r.result, r.result_sha256 as "resultSha256",
  r.engine, r.made_at as "madeAt", coalesce(nullif(p.name, ''), p.email) as by`

const joined = (table: RunTable) => sql`${sql.table(table)} r join person p on p.id = r.made_by`

/** The run of that number, or the last one; undefined where there is none. */
export async function runOf(
  db: Database | Tx,
  table: RunTable,
  reviewId: string,
  number: number | undefined,
): Promise<ReviewRun | undefined> {
  if (number !== undefined && !(Number.isSafeInteger(number) && number > 0 && number < 2 ** 31)) return undefined
  const { rows } = await sql<ReviewRun>`
    select ${columns} from ${joined(table)}
    where r.review_id = ${reviewId}::uuid and (${number ?? null}::integer is null or r.number = ${number ?? null}::integer)
    order by r.number desc limit 1`.execute(db)
  return rows[0]
}

export type NewReviewRun = Omit<ReviewRun, 'number' | 'by'> & {
  readonly id: string
  readonly reviewId: string
  readonly by: string
}

/** @returns its number */
export async function insertRun(tx: Tx, table: RunTable, run: NewReviewRun): Promise<number> {
  const { id, reviewId, input, inputSha256, result, resultSha256, engine, madeAt, by } = run
  const { rows } = await sql<{ number: number }>`
    insert into ${sql.table(table)} (id, review_id, number, input, input_sha256, result, result_sha256, engine, made_at, made_by)
    select ${id}::uuid, ${reviewId}::uuid, 1 + coalesce(max(number), 0), ${input}, ${inputSha256}, ${result},
      ${resultSha256}, ${engine}, ${madeAt}, ${by}::uuid
    from ${sql.table(table)} where review_id = ${reviewId}::uuid returning number`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a run was not written')
  return row.number
}
