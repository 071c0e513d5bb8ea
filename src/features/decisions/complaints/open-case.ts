import { stageOf } from '../../../core/complaints/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Actor, may, type SignedIn } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { findRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { complaintByReference, handlerOf, type KeptComplaint, lockComplaint, progressOf } from './complaints.store.ts'

/** A complaint for those who deal with it. */
export type Case = {
  readonly actor: SignedIn
  readonly round: RoundInFund
  readonly complaint: KeptComplaint
  /** Whether it is this person who looks at it now. */
  readonly handles: boolean
}

type Asked = { readonly path: RoundPath; readonly complaint: string }

/**
 * A complaint of a round, for its programme team, its auditors, and whoever was named to look at it.
 *
 * @throws {NotFound} for anybody else
 */
export async function openCase(db: Database | Tx, actor: Actor, { path, complaint: reference }: Asked): Promise<Case> {
  const round = await findRound(db, actor, 'complaint:handle', path)
  const complaint = await complaintByReference(db, reference)
  if (actor.kind !== 'person' || complaint?.roundId !== round.id) throw notFound('complaint')
  const wasNamed = complaint.handlers.some(({ personId }) => personId === actor.personId)
  if (!wasNamed && !may(actor, 'application:list', round.fundId)) throw notFound('complaint')
  const handles = handlerOf(complaint, stageOf(progressOf(complaint)))?.personId === actor.personId
  return { actor, round, complaint, handles }
}

/** The same, held until the transaction ends. @throws {NotFound} */
export async function holdCase(tx: Tx, actor: Actor, asked: Asked): Promise<Case> {
  await openCase(tx, actor, asked)
  await lockComplaint(tx, asked.complaint)
  return await openCase(tx, actor, asked)
}
