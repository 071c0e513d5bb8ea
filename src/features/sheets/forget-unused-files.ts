import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { fileById, removeFile } from '../files/index.ts'
import type { SheetFiles } from './sheets-owner.ts'

/** A file that no version of any page names is kept so long: somebody may come back to a page that they left open. */
const daysKeptUnused = 30

/** So many are removed in one go. */
const batch = 100

/**
 * Removes files that were sent for sheets and never became part of what is written. What any version of a page names stays,
 * as its history does.
 *
 * @returns how many
 */
export async function forgetUnusedSheetFiles(services: Services, of: SheetFiles): Promise<number> {
  const at = services.clock()
  const before = new Date(at.getTime() - daysKeptUnused * 86_400_000)
  for (let removed = 0; ; ) {
    const ids = await unusedFiles(services.db, of, before)
    for (const id of ids)
      await services.db.transaction().execute(async (tx) => {
        const file = await fileById(tx, id)
        if (file !== undefined) await removeFile(tx, services, { file, fundId: null, reason: 'not-used', by: null, at })
      })
    removed += ids.length
    if (ids.length < batch) return removed
  }
}

async function unusedFiles(
  db: Database,
  { type, table, column, ownersOf }: SheetFiles,
  before: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select f.id from stored_file f where f.owner_type = ${type} and f.uploaded_at < ${before} and not exists (
      select from ${sql.table(table)} e
      where e.${sql.ref(column)} in ${ownersOf(sql.ref('f.owner_id'))} and position(f.id::text in e.content::text) > 0)
    order by f.uploaded_at, f.id limit ${batch}`.execute(db)
  return rows.map(({ id }) => id)
}
