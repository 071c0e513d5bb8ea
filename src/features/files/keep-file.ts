import { type FileKindId, type FileProblem, type FileRules, judgeFile } from '../../core/files/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { bytesOfOwner, type FileOwner, insertFile, lockContent, lockOwner } from './files.store.ts'
import { findContent } from './find-content.ts'
import { scanFileJob } from './scan-file.ts'

/** What an answer says of a file. */
export type KeptFile = { readonly id: string; readonly name: string; readonly size: number; readonly sha256: string }

export type KeepFile = {
  readonly owner: FileOwner
  readonly questionId: string
  /** Null where no fund pays for what it belongs to. */
  readonly fundId: string | null
  /** Where it lies now. */
  readonly path: string
  readonly name: string
  readonly bytes: number
  readonly rules: FileRules
  /** What kind it was found to be, where somebody has judged it already; else it is judged now. */
  readonly kind?: FileKindId | undefined
  readonly by: string
  readonly at: Date
}

/** All files of one owner together: a bid with drawings and accounts has a tenth of it. */
export const mostBytesOfOwner = 250_000_000

/**
 * Keeps a file that somebody sent, if its size, name and content will do, and asks for it to be scanned. Its content is
 * safe before anybody is told that it was kept.
 *
 * @param also what else is done in the transaction that makes it a file
 */
export async function keepFile(
  services: Services,
  given: KeepFile,
  also: (tx: Tx, id: string) => Promise<void> = async () => {},
): Promise<Result<KeptFile, FileProblem>> {
  const { path, name, bytes, rules, owner } = given
  const judged =
    given.kind === undefined ? judgeFile({ name, bytes, ...(await findContent(path)) }, rules) : { kind: given.kind }
  if ('problem' in judged) return refused(judged.problem)
  if ((await bytesOfOwner(services.db, owner)) + bytes > mostBytesOfOwner) return refused(tooMuch(name))
  const { sha256 } = await services.files.put(path)
  return await services.db.transaction().execute(async (tx) => {
    await lockOwner(tx, owner)
    await lockContent(tx, sha256)
    if ((await bytesOfOwner(tx, owner)) + bytes > mostBytesOfOwner) return refused(tooMuch(name))
    // Another file of the same content may have been removed since it was put, and the content with it.
    if ((await services.files.stat(sha256)) === undefined) await services.files.put(path)
    const id = services.newId()
    await insertKept(tx, services, { ...given, id, sha256, kind: judged.kind })
    await also(tx, id)
    return done({ id, name, size: bytes, sha256 })
  })
}

/** Why a file is refused that would be too much with what its owner has. */
export const tooMuch = (name: string): FileProblem => ({
  code: 'files-too-large-together',
  file: name,
  limitBytes: mostBytesOfOwner,
})

type Kept = KeepFile & { readonly id: string; readonly sha256: string; readonly kind: FileKindId }

async function insertKept(tx: Tx, services: Services, kept: Kept): Promise<void> {
  const { id, sha256, kind, name, bytes, owner, questionId, fundId, by, at } = kept
  await insertFile(tx, { id, sha256, kind, name, bytes, owner, questionId, uploadedAt: at, uploadedBy: by })
  await recordEvent(tx, {
    action: 'file.uploaded',
    actorId: by,
    fundId,
    objectType: owner.type,
    objectId: owner.id,
    at,
    facts: { file: id, question: questionId, sha256, bytes, kind },
  })
  await services.sendJob(tx, scanFileJob, { id, tried: 0 })
}
