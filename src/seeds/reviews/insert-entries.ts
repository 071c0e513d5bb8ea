import { sql } from 'kysely'
import type { Answers } from '../../core/forms/index.ts'
import type { Tx } from '../../platform/database/database.ts'

export type SeedEntry = { readonly sheet: string; readonly entry: string; readonly content: Answers }

/** Writes entries as the first versions of their pages, in their order. One statement, however many. */
export async function insertEntries(
  tx: Tx,
  reviewId: string,
  entries: readonly SeedEntry[],
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into strategic_review_entry (review_id, sheet, entry, version, place, content, changed_at, changed_by)
    select ${reviewId}::uuid, e->>'sheet', e->>'entry', 1, place, e->'content', ${at}, ${by}::uuid
    from jsonb_array_elements(${JSON.stringify(entries)}::jsonb) with ordinality as listed (e, place)`.execute(tx)
}
