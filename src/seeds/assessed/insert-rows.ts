import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

const columnName = /^[a-z][a-z0-9_]*$/
const columnType = /^[a-z]+(\[\])?$/

/**
 * Writes many rows in one statement.
 *
 * @param columns the type of each column, by its name: ours, never anybody's input
 * @param also what comes after the insert, such as `on conflict …`
 * @throws {RangeError} if a column is not named like one
 */
export async function insertRows<Row extends Readonly<Record<string, unknown>>>(
  tx: Tx,
  table: string,
  columns: { readonly [name in keyof Row & string]: string },
  rows: readonly Row[],
  also: RawBuilder<unknown> = sql``,
): Promise<void> {
  if (rows.length === 0) return
  for (const [name, type] of Object.entries<string>(columns))
    if (!columnName.test(name) || !columnType.test(type)) throw new RangeError(`${name} ${type} is not a column`)
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)))
  const typed = sql.raw(
    Object.entries(columns)
      .map(([name, type]) => `${name} ${type}`)
      .join(', '),
  )
  await sql`
    insert into ${sql.table(table)} (${names}) select ${names}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (${typed}) ${also}`.execute(tx)
}
