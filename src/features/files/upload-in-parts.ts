import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { notFound } from '../../core/errors.ts'
import { type FileProblem, type FileRules, judgeName } from '../../core/files/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { bytesOfOwner, type FileOwner, fileById, lockOwner } from './files.store.ts'
import { type KeptFile, keepFile, mostBytesOfOwner, tooMuch } from './keep-file.ts'
import {
  deleteUpload,
  deleteUploadsBefore,
  finishUpload,
  insertPart,
  lockUpload,
  type NewUpload,
  partsOf,
  startOrFindUpload,
  type Upload,
  unfinishedBytesOfOwner,
  uploadOfOwner,
} from './uploads.store.ts'

/** One piece: what is lost at most when the network goes, and what a slow line sends in a minute. */
export const mostPartBytes = 512_000

/** Where an upload stands: what to send next, or the file that came of it. */
export type UploadStanding = {
  readonly upload: string
  /** The question that it was begun for. */
  readonly questionId: string
  readonly received: number
  /** Whether all of it has come. */
  readonly whole: boolean
  readonly file: KeptFile | undefined
}

export type StartUpload = {
  readonly owner: FileOwner
  readonly questionId: string
  readonly name: string
  readonly bytes: number
  readonly fingerprint: string
  readonly rules: FileRules
  readonly by: string
  readonly at: Date
}

/**
 * Begins to take a file in pieces, or goes on where the same person stopped. What can be refused by name and size is, also
 * where all files of the owner, with those that are still on their way, would be too large together.
 */
export async function startUpload(
  services: Services,
  given: StartUpload,
): Promise<Result<UploadStanding, FileProblem>> {
  const { owner, questionId, name, bytes, fingerprint, rules, by, at } = given
  const problem = judgeName({ name, bytes }, rules)
  if (problem !== undefined) return refused(problem)
  const upload = { id: services.newId(), owner, questionId, name, bytes, fingerprint, startedAt: at, startedBy: by }
  const found = await services.db.transaction().execute(async (tx) => {
    await lockOwner(tx, owner)
    const begun = await startOrFindAnew(tx, upload)
    const isNew = begun?.id === upload.id
    if (!isNew || (await bytesOfOwner(tx, owner)) + (await unfinishedBytesOfOwner(tx, owner)) <= mostBytesOfOwner)
      return begun
    await deleteUpload(tx, upload.id)
    return 'too-much'
  })
  if (found === 'too-much') return refused(tooMuch(name))
  if (found === undefined) throw notFound('upload')
  return done(await standingOf(services, found))
}

async function startOrFindAnew(tx: Tx, upload: NewUpload): Promise<Upload | undefined> {
  const begun = await startOrFindUpload(tx, upload)
  const file = begun?.fileId ? await fileById(tx, begun.fileId) : undefined
  if (begun === undefined || file?.state === 'pending' || file?.state === 'clean' || file === undefined) return begun
  // What failed or had a virus is looked at anew.
  await deleteUpload(tx, begun.id)
  return await startOrFindUpload(tx, upload)
}

type WhichUpload = { readonly owner: FileOwner; readonly id: string; readonly by: string }

/** @throws {NotFound} if there is none, or it is somebody else's */
export async function readUpload(services: Services, which: WhichUpload): Promise<UploadStanding> {
  return await standingOf(services, await uploadFor(services, which))
}

async function uploadFor(services: Services, { owner, id, by }: WhichUpload): Promise<Upload> {
  const upload = await uploadOfOwner(services.db, owner, id)
  if (upload === undefined || upload.startedBy !== by) throw notFound('upload')
  return upload
}

async function standingOf(services: Services, upload: Upload): Promise<UploadStanding> {
  const { id, questionId, received, bytes, fileId } = upload
  const file = fileId === null ? undefined : await fileById(services.db, fileId)
  return {
    upload: id,
    questionId,
    received,
    whole: received === bytes,
    file: file && { id: file.id, name: file.name, size: file.bytes, sha256: file.sha256 },
  }
}

export type AddPart = WhichUpload & {
  readonly startsAt: number
  readonly path: string
  readonly fundId: string | null
  readonly rules: FileRules
  readonly at: Date
  /** Whether the last piece makes it a file, or it waits for its form. */
  readonly becomes: 'file' | 'part-of-form'
}

/**
 * Takes the next piece of a file; the last makes it one, where it does not wait for its form. A piece that does not begin where the last ended is left
 * alone: the standing says what to send instead, so a piece may come twice or late without harm.
 *
 * @throws {NotFound} if there is no such upload of this person's
 */
export async function addPart(services: Services, part: AddPart): Promise<Result<UploadStanding, FileProblem>> {
  const upload = await uploadFor(services, part)
  const content = await readFile(part.path)
  const received = await services.db.transaction().execute(async (tx) => {
    await lockUpload(tx, upload.id)
    const now = await uploadOfOwner(tx, part.owner, upload.id)
    if (now === undefined) throw notFound('upload')
    const fits = now.fileId === null && now.received === part.startsAt && part.startsAt + content.length <= now.bytes
    if (!fits || content.length === 0) return now.received
    await insertPart(tx, now.id, part.startsAt, content)
    return part.startsAt + content.length
  })
  const { id, questionId } = upload
  const whole = received === upload.bytes
  if (!whole || part.becomes === 'part-of-form')
    return done({ upload: id, questionId, received, whole, file: undefined })
  return await makeFile(services, part, upload)
}

/** The last piece came twice at once: the other made the file. */
class AlreadyAFile extends Error {
  override readonly name = 'AlreadyAFile'
}

async function makeFile(
  services: Services,
  part: AddPart,
  upload: Upload,
): Promise<Result<UploadStanding, FileProblem>> {
  const before = await readUpload(services, part)
  if (before.file !== undefined) return done(before)
  const folder = await mkdtemp(join(tmpdir(), 'whole-'))
  try {
    const path = join(folder, 'file')
    await pipeline(Readable.from(partsOf(services.db, upload.id)), createWriteStream(path, { mode: 0o600 }))
    const { id, name, bytes, questionId } = upload
    const { owner, fundId, rules, by, at } = part
    const file = { owner, questionId, fundId, path, name, bytes, rules, by, at }
    const kept = await keepFile(services, file, async (tx, fileId) => {
      if (!(await finishUpload(tx, id, fileId))) throw new AlreadyAFile()
    })
    if (kept.ok) return done({ upload: id, questionId, received: bytes, whole: true, file: kept.value })
    await deleteUpload(services.db, id)
    return kept
  } catch (error) {
    if (error instanceof AlreadyAFile) return done(await readUpload(services, part))
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const hoursKept = 24

/** Forgets uploads that were begun a day ago: by then nobody goes on with them. */
export async function forgetOldUploads({ db, clock }: Services): Promise<void> {
  await deleteUploadsBefore(db, new Date(clock().getTime() - hoursKept * 3_600_000))
}
