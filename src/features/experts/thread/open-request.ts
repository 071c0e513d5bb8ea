import { notFound } from '../../../core/errors.ts'
import type { Side } from '../../../core/experts/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { actsInPlaceOf } from '../../applications/index.ts'
import { conflictsWith } from '../asking/conflicts-with.ts'
import { type ExpertRequest, lockRequest, requestByNumber } from '../asking/requests.store.ts'
import { type OpenedPanel, openPanel } from '../open-panel.ts'
import { isSharedWithPanel } from './posts.store.ts'

export type AskedRequest = { readonly slug: string; readonly number: number; readonly at: Date }

export type OpenedRequest = OpenedPanel & { readonly request: ExpertRequest; readonly side: Side }

/**
 * A question for those who may read it: the council that asked, the expert to whom it was offered or who has taken it, whoever
 * runs or reads the fund, and, where something was shared with all experts, those without a conflict that keeps them from it.
 *
 * @throws {NotFound} for anybody else
 */
export async function openRequest(
  db: Database | Tx,
  actor: Actor,
  { slug, number, at }: AskedRequest,
): Promise<OpenedRequest> {
  const panel = await openPanel(db, actor, slug)
  const request = await requestByNumber(db, panel.fund.id, number)
  if (request === undefined) throw notFound('request')
  const side = await sideOf(db, panel, request, at)
  if (side === undefined) throw notFound('request')
  return { ...panel, request, side }
}

async function sideOf(
  db: Database | Tx,
  { actor, expert, runs, reads }: OpenedPanel,
  request: ExpertRequest,
  at: Date,
): Promise<Side | undefined> {
  if (await actsInPlaceOf(db, actor, request.organisationId, at)) return 'council'
  if (expert !== undefined && request.expertId === expert.id) return 'expert'
  if (runs) return 'team'
  if (reads) return 'reader'
  if (expert?.standing !== 'ready' || !(await isSharedWithPanel(db, request.id))) return undefined
  const conflicts = (await conflictsWith(db, request, [expert], at)).get(expert.id) ?? []
  return conflicts.some(({ hard }) => hard) ? undefined : 'panel'
}

/** The same, held against other changes until the transaction ends. @throws {NotFound} */
export async function holdRequest(tx: Tx, actor: Actor, asked: AskedRequest): Promise<OpenedRequest> {
  const { request } = await openRequest(tx, actor, asked)
  await lockRequest(tx, request.id)
  return await openRequest(tx, actor, asked)
}
