import { type RawBuilder, sql } from 'kysely'
import type { Answers } from '../../core/forms/index.ts'
import type { SheetEntries, SheetEntry } from '../../core/sheets/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { EntriesOf } from './sheets-owner.ts'

const ofOwner = ({ column, id }: EntriesOf): RawBuilder<unknown> => sql`${sql.ref(column)} = ${id}::uuid`

/** The entries of an owner by sheet, as they stand, in their order. One statement. */
export const currentEntries = async (db: Database | Tx, { id, ...of }: EntriesOf): Promise<SheetEntries> =>
  (await currentEntriesOfAll(db, { ...of, ids: [id] })).get(id) ?? {}

/** The same of several owners, by their id; those that have none are not there. One statement. */
export async function currentEntriesOfAll(
  db: Database | Tx,
  { table, column, ids }: Omit<EntriesOf, 'id'> & { readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, SheetEntries>> {
  const { rows } = await sql<SheetEntry & { readonly owner: string; readonly sheet: string }>`
    select owner, sheet, entry as id, version, content from (
      select distinct on (${sql.ref(column)}, sheet, entry) ${sql.ref(column)} as owner, sheet, entry, version, place, content
      from ${sql.table(table)} where ${sql.ref(column)} = any(${[...ids]}::uuid[])
      order by ${sql.ref(column)}, sheet, entry, version desc) as last
    where content is not null order by owner, sheet, place, entry`.execute(db)
  const owners = new Map<string, Record<string, SheetEntry[]>>()
  for (const { owner, sheet, ...entry } of rows) {
    const sheets = owners.get(owner) ?? {}
    sheets[sheet] = [...(sheets[sheet] ?? []), entry]
    owners.set(owner, sheets)
  }
  return owners
}

/** Where the entries of a list stand. */
export async function placesOf(tx: Tx, entries: EntriesOf, sheet: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly entry: string; readonly place: number }>`
    select distinct on (entry) entry, place from ${sql.table(entries.table)}
    where ${ofOwner(entries)} and sheet = ${sheet} order by entry, version desc`.execute(tx)
  return new Map(rows.map(({ entry, place }) => [entry, place]))
}

/** One version of an entry; `content` is null where it was removed. */
export type EntryVersion = {
  readonly version: number
  readonly place: number
  readonly content: Answers | null
  readonly by: string
  readonly at: Date
}

/** Every version of an entry, the last first. */
export async function versionsOf(
  db: Database | Tx,
  entries: EntriesOf,
  { sheet, entry }: { readonly sheet: string; readonly entry: string },
): Promise<readonly EntryVersion[]> {
  const { rows } = await sql<EntryVersion>`
    select e.version, e.place, e.content, coalesce(nullif(p.name, ''), p.email) as by, e.changed_at as at
    from ${sql.table(entries.table)} e join person p on p.id = e.changed_by
    where ${ofOwner(entries)} and e.sheet = ${sheet} and e.entry = ${entry}
    order by e.version desc`.execute(db)
  return rows
}

export type NewVersion = {
  readonly sheet: string
  readonly entry: string
  readonly version: number
  /** Undefined: where the version before stood, or after all others for the first one. */
  readonly place?: number
  readonly content: Answers | null
  readonly at: Date
  readonly by: string
}

/** @returns false when somebody else has written this version meanwhile */
export async function insertVersion(tx: Tx, entries: EntriesOf, written: NewVersion): Promise<boolean> {
  const { sheet, entry, version, place = null, content, at, by } = written
  const table = sql.table(entries.table)
  const there = sql`${ofOwner(entries)} and sheet = ${sheet}`
  const { rows } = await sql`
    insert into ${table} (${sql.ref(entries.column)}, sheet, entry, version, place, content, changed_at, changed_by)
    select ${entries.id}::uuid, ${sheet}, ${entry}, ${version}, coalesce(${place}::float8,
        (select place from ${table} where ${there} and entry = ${entry} and version = ${version - 1}),
        (select 1 + coalesce(max(place), 0) from ${table} where ${there})),
      ${content === null ? null : JSON.stringify(content)}::jsonb, ${at}, ${by}::uuid
    on conflict do nothing returning version`.execute(tx)
  return rows.length === 1
}
