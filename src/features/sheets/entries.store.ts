import { type RawBuilder, sql } from 'kysely'
import type { Answers } from '../../core/forms/index.ts'
import type { SheetEntries, SheetEntry } from '../../core/sheets/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { EntriesOf } from './sheets-owner.ts'

const ofOwner = ({ column, id }: EntriesOf): RawBuilder<unknown> => sql`${sql.ref(column)} = ${id}::uuid`

/** The entries of an owner by sheet, as they stand, in their order. One statement. */
export async function currentEntries(db: Database | Tx, entries: EntriesOf): Promise<SheetEntries> {
  const { rows } = await sql<SheetEntry & { readonly sheet: string }>`
    select sheet, entry as id, version, content from (
      select distinct on (sheet, entry) sheet, entry, version, place, content from ${sql.table(entries.table)}
      where ${ofOwner(entries)} order by sheet, entry, version desc) as last
    where content is not null order by sheet, place, entry`.execute(db)
  const sheets: Record<string, SheetEntry[]> = {}
  for (const { sheet, id, version, content } of rows) {
    const written = sheets[sheet] ?? []
    sheets[sheet] = written
    written.push({ id, version, content })
  }
  return sheets
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
