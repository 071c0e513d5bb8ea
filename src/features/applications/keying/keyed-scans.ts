import { notFound } from '../../../core/errors.ts'
import { bytesInMegabyte, type FileKindId, type FileProblem } from '../../../core/files/index.ts'
import type { AnsweredFile, FrozenKeyed } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { filesOfQuestion, keepSeveral, removeFile, type SentFile, type StoredFile } from '../../files/index.ts'
import { lockApplication } from '../applications.store.ts'
import { scanQuestion } from '../files/files.paths.ts'
import { keysInFor } from './key-for-applicant.ts'
import { type KeyedPlace, keyedByReference } from './keyed.store.ts'

/** How many scans go with one application, and how large each may be: a form of a hundred scanned pages. */
export const mostScans = 10
export const mostScanMegabytes = 25
export const scanKinds: readonly FileKindId[] = ['pdf', 'docx', 'odt', 'xlsx', 'png', 'jpeg', 'txt']

/** What goes with one application. */
export const scansTaken = {
  most: mostScans,
  rules: { accept: scanKinds, mostBytes: mostScanMegabytes * bytesInMegabyte },
}

export type ScanProblem = FileProblem | { readonly code: 'scan-not-chosen' } | { readonly code: 'scans-fixed' }

/** What came by email or on paper, as it is kept with the application, in the order in which it was. */
export const scansOf = (db: Database | Tx, reference: string): Promise<readonly StoredFile[]> =>
  filesOfQuestion(db, { type: 'application', id: reference }, scanQuestion)

/**
 * A keyed application for those who key it in.
 *
 * @throws {NotFound} if it is not theirs to key in, or the applicant has confirmed it
 */
export async function openKeyed(db: Database | Tx, actor: Actor, reference: string): Promise<KeyedPlace> {
  const keyed = await keysInFor(db, actor, reference)
  if (keyed === undefined) throw notFound('application')
  return keyed
}

/**
 * Keeps scans of what came with the application that is keyed in from them; each is checked as every file is.
 *
 * @throws {NotFound} as {@link openKeyed}
 */
export async function keepScans(
  services: Services,
  actor: Actor,
  { reference, sent, at }: { readonly reference: string; readonly sent: readonly SentFile[]; readonly at: Date },
): Promise<Result<number, ScanProblem>> {
  const keyed = await openKeyed(services.db, actor, reference)
  if (keyed.state === 'submitted') return refused({ code: 'scans-fixed' })
  if (sent.length === 0) return refused({ code: 'scan-not-chosen' })
  const { kept, problems } = await keepSeveral(services, sent, {
    owner: { type: 'application', id: keyed.reference },
    questionId: scanQuestion,
    fundId: keyed.fundId,
    there: (await scansOf(services.db, reference)).length,
    ...scansTaken,
    by: actor.kind === 'person' ? actor.personId : '',
    at,
  })
  return problems.length > 0 ? refused(...problems) : done(kept)
}

/**
 * Takes a scan out again before the application is submitted: it may have been another authority's.
 *
 * @throws {NotFound} as {@link openKeyed}, or if there is no such scan
 */
export async function removeScan(
  services: Services,
  actor: Actor,
  { reference, file, at }: { readonly reference: string; readonly file: string; readonly at: Date },
): Promise<Result<undefined, ScanProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const locked = await lockApplication(tx, reference)
    const { fundId } = await openKeyed(tx, actor, reference)
    if (locked?.state === 'submitted') return refused({ code: 'scans-fixed' })
    const found = (await scansOf(tx, reference)).find(({ id }) => id === file)
    if (found === undefined) throw notFound('file')
    const by = actor.kind === 'person' ? actor.personId : null
    await removeFile(tx, services, { file: found, fundId, reason: 'taken-out', by, at })
    return done(undefined)
  })
}

/** How an application was keyed in, as its submission keeps it; undefined when its authority wrote it here. */
export async function frozenKeyed(db: Database | Tx, reference: string): Promise<FrozenKeyed | undefined> {
  const keyed = await keyedByReference(db, reference)
  if (keyed === undefined) return undefined
  const { channel, receivedAt, keyedByName: keyedBy, applicantName: sentBy } = keyed
  const scans = (await scansOf(db, reference)).map(answeredFile)
  return { channel, receivedAt: receivedAt.toISOString(), keyedBy, sentBy, scans }
}

const answeredFile = ({ id, name, bytes, sha256 }: StoredFile): AnsweredFile => ({ id, name, size: bytes, sha256 })
