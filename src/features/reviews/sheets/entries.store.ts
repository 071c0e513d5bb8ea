import { sql } from 'kysely'
import type { Answers } from '../../../core/forms/index.ts'
import type { ReviewEntry } from '../../../core/reviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** The entries of a review by sheet, as they stand, in their order. One statement. */
export async function currentEntries(
  db: Database | Tx,
  reviewId: string,
): Promise<Readonly<Record<string, readonly ReviewEntry[]>>> {
  const { rows } = await sql<ReviewEntry & { readonly sheet: string }>`
    select sheet, entry as id, version, content from (
      select distinct on (sheet, entry) sheet, entry, version, place, content from strategic_review_entry
      where review_id = ${reviewId}::uuid order by sheet, entry, version desc) as last
    where content is not null order by sheet, place, entry`.execute(db)
  const sheets: Record<string, ReviewEntry[]> = {}
  for (const { sheet, id, version, content } of rows) {
    const entries = sheets[sheet] ?? []
    sheets[sheet] = entries
    entries.push({ id, version, content })
  }
  return sheets
}

/** Where the entries of a list stand. */
export async function placesOf(tx: Tx, reviewId: string, sheet: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly entry: string; readonly place: number }>`
    select distinct on (entry) entry, place from strategic_review_entry
    where review_id = ${reviewId}::uuid and sheet = ${sheet} order by entry, version desc`.execute(tx)
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
  { reviewId, sheet, entry }: { readonly reviewId: string; readonly sheet: string; readonly entry: string },
): Promise<readonly EntryVersion[]> {
  const { rows } = await sql<EntryVersion>`
    select e.version, e.place, e.content, coalesce(nullif(p.name, ''), p.email) as by, e.changed_at as at
    from strategic_review_entry e join person p on p.id = e.changed_by
    where e.review_id = ${reviewId}::uuid and e.sheet = ${sheet} and e.entry = ${entry}
    order by e.version desc`.execute(db)
  return rows
}

export type NewVersion = {
  readonly reviewId: string
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
export async function insertVersion(tx: Tx, written: NewVersion): Promise<boolean> {
  const { reviewId, sheet, entry, version, place = null, content, at, by } = written
  const { rows } = await sql`
    insert into strategic_review_entry (review_id, sheet, entry, version, place, content, changed_at, changed_by)
    select ${reviewId}::uuid, ${sheet}, ${entry}, ${version}, coalesce(${place}::float8,
        (select place from strategic_review_entry where review_id = ${reviewId}::uuid and sheet = ${sheet} and entry = ${entry}
         and version = ${version - 1}),
        (select 1 + coalesce(max(place), 0) from strategic_review_entry where review_id = ${reviewId}::uuid and sheet = ${sheet})),
      ${content === null ? null : JSON.stringify(content)}::jsonb, ${at}, ${by}::uuid
    on conflict do nothing returning version`.execute(tx)
  return rows.length === 1
}
