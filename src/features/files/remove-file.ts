import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { deleteFile, isContentNeeded, lockContent, type StoredFile } from './files.store.ts'

export type RemoveFile = {
  readonly file: StoredFile
  /** Null when what it belonged to is no more. */
  readonly fundId: string | null
  /** Why, in a word: `taken-out`, `not-used`. */
  readonly reason: string
  /** Null when it is a job of the service. */
  readonly by: string | null
  readonly at: Date
}

/**
 * Removes a file, with its content if no other file has the same. That nothing refers to it is for the caller to know. The
 * content goes last in the transaction: if that is then undone there is a file without its content, which is said when it
 * is opened; content without a file would be said nowhere.
 */
export async function removeFile(
  tx: Tx,
  services: Services,
  { file, fundId, reason, by, at }: RemoveFile,
): Promise<void> {
  await lockContent(tx, file.sha256)
  await deleteFile(tx, file.id)
  await recordEvent(tx, {
    action: 'file.removed',
    actorId: by,
    fundId,
    objectType: file.ownerType,
    objectId: file.ownerId,
    at,
    facts: { file: file.id, question: file.questionId, sha256: file.sha256, bytes: file.bytes, reason },
  })
  if (!(await isContentNeeded(tx, file.sha256))) await services.files.remove(file.sha256)
}
