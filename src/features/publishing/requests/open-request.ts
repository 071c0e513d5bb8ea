import type { Json } from '../../../core/canonical/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor, Permission, SignedIn } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { recordEvent } from '../../audit/index.ts'
import { findRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { type KeptRequest, lockRequest, requestByNumber } from './requests.store.ts'

export type OpenedRequest = { readonly actor: SignedIn; readonly round: RoundInFund; readonly request: KeptRequest }

type Asked = { readonly path: RoundPath; readonly number: number }

/** A request of a round. @throws {NotFound} if there is none, or the round is not this person's */
export async function openRequest(
  db: Database | Tx,
  actor: Actor,
  permission: Permission,
  { path, number }: Asked,
): Promise<OpenedRequest> {
  const round = await findRound(db, actor, permission, path)
  const request = await requestByNumber(db, round.id, number)
  if (actor.kind !== 'person' || request === undefined) throw notFound('request')
  return { actor, round, request }
}

/** The same for those who answer it, held until the transaction ends. @throws {NotFound} */
export async function holdRequest(tx: Tx, actor: Actor, asked: Asked): Promise<OpenedRequest> {
  const { request } = await openRequest(tx, actor, 'request:answer', asked)
  await lockRequest(tx, request.id)
  return await openRequest(tx, actor, 'request:answer', asked)
}

/** Records what was done about a request. */
export const recordRequest = (
  tx: Tx,
  { round, request, actor }: Pick<OpenedRequest, 'round' | 'actor'> & { readonly request: { readonly id: string } },
  at: Date,
  action: string,
  facts: { readonly [name: string]: Json },
): Promise<void> =>
  recordEvent(tx, {
    action,
    actorId: actor.personId,
    fundId: round.fundId,
    objectType: 'request',
    objectId: request.id,
    at,
    facts,
  })
