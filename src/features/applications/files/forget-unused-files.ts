import type { Services } from '../../../platform/services.ts'
import { fileById, removeFile } from '../../files/index.ts'
import { unusedFiles } from './unused-files.store.ts'

/** A file that nothing refers to is kept so long: somebody may come back to a page that they left open. */
export const daysKeptUnused = 30

/** So many are removed in one go. */
const batch = 100

/**
 * Removes files that were sent and never became part of anything: those of a page that was not saved, or of a test that
 * was deleted. What an answer, any version of one, or a submission refers to stays.
 *
 * @returns how many
 */
export async function forgetUnusedFiles(services: Services): Promise<number> {
  const at = services.clock()
  const before = new Date(at.getTime() - daysKeptUnused * 86_400_000)
  for (let removed = 0; ; ) {
    const files = await unusedFiles(services.db, before, batch)
    for (const { id, fundId } of files) {
      await services.db.transaction().execute(async (tx) => {
        const file = await fileById(tx, id)
        if (file !== undefined) await removeFile(tx, services, { file, fundId, reason: 'not-used', by: null, at })
      })
    }
    removed += files.length
    if (files.length < batch) return removed
  }
}
