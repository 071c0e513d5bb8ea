import { isOpen } from '../../../core/complaints/index.ts'
import { bytesInMegabyte, documentKinds, type FileProblem } from '../../../core/files/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { filesOfQuestion, keepSeveral, type SentFile, type StoredFile } from '../../files/index.ts'
import { progressOf } from './complaints.store.ts'
import { openOwnComplaint } from './open-own.ts'

/** How many files go with one complaint, and how large each may be. */
export const mostEvidence = 10
export const mostEvidenceMegabytes = 20
/** What goes with one complaint. */
export const evidenceTaken = {
  most: mostEvidence,
  rules: { accept: documentKinds, mostBytes: mostEvidenceMegabytes * bytesInMegabyte },
}

/** What a file of a complaint belongs to instead of a question. */
const evidence = 'evidence'

/** The files that came with a complaint, the first one first. */
export const evidenceOf = (db: Database | Tx, complaint: string): Promise<readonly StoredFile[]> =>
  filesOfQuestion(db, { type: 'complaint', id: complaint }, evidence)

export type EvidenceProblem =
  | FileProblem
  | { readonly code: 'evidence-not-chosen' }
  | { readonly code: 'complaint-closed' }

type Request = {
  readonly reference: string
  readonly number: number
  readonly sent: readonly SentFile[]
  readonly at: Date
}

/**
 * Adds files to a complaint that is looked at. None is taken out again.
 *
 * @throws {NotFound} if it is not this person's complaint
 */
export async function addEvidence(
  services: Services,
  actor: Actor,
  { sent, ...asked }: Request,
): Promise<Result<number, EvidenceProblem>> {
  const { round, complaint, actor: person } = await openOwnComplaint(services.db, actor, asked)
  if (!isOpen(progressOf(complaint))) return refused({ code: 'complaint-closed' })
  if (sent.length === 0) return refused({ code: 'evidence-not-chosen' })
  const { kept, problems } = await keepSeveral(services, sent, {
    owner: { type: 'complaint', id: complaint.reference },
    questionId: evidence,
    fundId: round.fundId,
    there: (await evidenceOf(services.db, complaint.reference)).length,
    ...evidenceTaken,
    by: person.personId,
    at: asked.at,
  })
  return problems.length > 0 ? refused(...problems) : done(kept)
}
