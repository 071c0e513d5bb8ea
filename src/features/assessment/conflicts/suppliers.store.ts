import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** The suppliers that applications name, of these ids, by name. */
export async function suppliersNamed(
  db: Database | Tx,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from supplier where id = any(${[...ids]}::uuid[]) order by name`.execute(db)
  return rows
}
