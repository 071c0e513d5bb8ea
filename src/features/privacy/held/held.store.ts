import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'

/** How rows of a table lead to a person. */
export type TableLinks = {
  /** Columns with ids of people. */
  readonly people: readonly string[]
  /** A column that refers to a row about one person, for tables that have none: its table and the key there. */
  readonly through: { readonly column: string; readonly table: string; readonly key: string } | null
}

/**
 * Of every table that has them, the columns by which its rows lead to people, straight or through one other row. Some hold
 * the id of a person and refer to nothing, such as those of the log: they are known by their names.
 */
export async function tableLinks(db: Database): Promise<ReadonlyMap<string, TableLinks>> {
  type Row = { table: string; column: string; refers: string; key: string; straight: boolean }
  const { rows } = await sql<Row>`
    with link as (
      select k.conrelid::regclass::text as "table", a.attname::text as "column", k.confrelid::regclass::text as refers,
        f.attname::text as key
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
      where k.contype = 'f' and cardinality(k.conkey) = 1 and k.connamespace = 'public'::regnamespace)
    select l.*, l.refers = 'person' as straight from (
      select * from link
      union
      select c.table_name, c.column_name, 'person', 'id' from information_schema.columns c
      where c.table_schema = 'public' and c.data_type = 'uuid' and c.column_name ~ '(^actor_id|^person_id|_by)$') l
    where l.refers = 'person'
      or exists (select from link o where o."table" = l.refers and o."column" = 'person_id' and o.refers = 'person')
    order by 1, 2`.execute(db)
  const links = new Map<string, TableLinks>()
  for (const { table, column, refers, key, straight } of rows) {
    const { people, through } = links.get(table) ?? { people: [], through: null }
    links.set(
      table,
      straight
        ? { people: [...people, column], through }
        : { people, through: through ?? { column, table: refers, key } },
    )
  }
  return links
}

/** The most rows of a table that are given. */
export const mostRows = 5000

/**
 * The rows of a table that lead to a person, or in which their address stands.
 *
 * @param addresses columns of the table with email addresses
 */
export async function rowsAbout(
  db: Database,
  table: string,
  { people, through }: TableLinks,
  addresses: readonly string[],
  { personId, email }: { readonly personId: string; readonly email: string },
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const straight = people.map((column) => sql`t.${sql.ref(column)} = ${personId}::uuid`)
  const byAddress = addresses.map((column) => sql`t.${sql.ref(column)} = ${email}`)
  const self = table === 'person' ? [sql`t.id = ${personId}::uuid`] : []
  const beyond =
    people.length > 0 || through === null
      ? []
      : [
          sql`t.${sql.ref(through.column)} in (select o.${sql.ref(through.key)} from ${sql.table(through.table)} o
            where o.person_id = ${personId}::uuid)`,
        ]
  const ways = [...self, ...straight, ...byAddress, ...beyond]
  if (ways.length === 0) return []
  const { rows } = await sql<Record<string, unknown>>`
    select t.* from ${sql.table(table)} t where ${sql.join(ways, sql` or `)} limit ${mostRows}`.execute(db)
  return rows
}
