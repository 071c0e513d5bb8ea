import type { Services } from '../../../platform/services.ts'
import { fileById, removeFile } from '../../files/index.ts'
import { unusedFiles } from './unused-files.store.ts'

/**
 * A file that nothing refers to is kept so long: somebody may come back to a page that they left open, or put an earlier
 * version of an answer back.
 */
export const daysKeptUnused = 30

/** So many are removed in one go. */
const batch = 100

/**
 * Removes files that were sent and never became part of anything: those of a page that was not saved, or of a test that
 * was deleted. Also those that were taken out of an answer so long ago: its history keeps their names. What an answer, a
 * submission or a reply refers to stays.
 *
 * @returns how many
 */
export async function forgetUnusedFiles(services: Services): Promise<number> {
  const at = services.clock()
  const before = new Date(at.getTime() - daysKeptUnused * 86_400_000)
  for (let removed = 0; ; ) {
    const files = await unusedFiles(services.db, before, batch)
    for (const { id, fundId, takenOut } of files) {
      await services.db.transaction().execute(async (tx) => {
        const file = await fileById(tx, id)
        const reason = takenOut ? 'taken-out' : 'not-used'
        if (file !== undefined) await removeFile(tx, services, { file, fundId, reason, by: null, at })
      })
    }
    removed += files.length
    if (files.length < batch) return removed
  }
}
