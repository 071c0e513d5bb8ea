import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'

/**
 * How many rows of each of these tables something reads, by what PostgreSQL counts for the transaction in which it is done:
 * of a scan every row, of an index only those that it leads to.
 */
export async function rowsRead(
  db: Database,
  tables: readonly string[],
  work: (db: Database) => Promise<unknown>,
): Promise<Readonly<Record<string, number>>> {
  return await db.transaction().execute(async (tx) => {
    const before = await readSoFar(tx, tables)
    await work(tx)
    const after = await readSoFar(tx, tables)
    return Object.fromEntries(tables.map((table) => [table, (after.get(table) ?? 0) - (before.get(table) ?? 0)]))
  })
}

/** Of transactions just before too, until the server adds them to its statistics. */
async function readSoFar(db: Database, tables: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ table: string; read: string }>`
    select relname as table, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read
    from pg_stat_xact_user_tables where relname = any(${[...tables]}::text[])`.execute(db)
  return new Map(rows.map(({ table, read }) => [table, Number(read)]))
}
