import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { type SignOffKind, signOffKinds } from '../../core/sign-offs/index.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { holdRound, type RoundPath } from './find-round.ts'
import { updateSignOffs } from './funds.store.ts'
import { entryIsLocked } from './sealing/read-lock.ts'

/** `round-has-opened`, or is public with sealed rules: applicants may rely on what it asks. */
export type SignOffsProblem = { readonly code: 'round-has-opened' }

/**
 * Says who must sign an application off before it is submitted. A round that has opened, or is public with its
 * rules sealed, keeps what it asked for.
 *
 * @param request `chosen`: as ticked; what is no kind of sign-off is passed over
 * @throws {NotFound} if the round is not there, or not theirs to change
 */
export async function chooseSignOffs(
  { db }: Services,
  request: {
    readonly actor: Actor
    readonly path: RoundPath
    readonly chosen: readonly string[]
    readonly at: Date
  },
): Promise<Result<readonly SignOffKind[], SignOffsProblem>> {
  const { actor, path, chosen, at } = request
  return await db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    const signOffs = signOffKinds.filter((kind) => chosen.includes(kind))
    if (String(signOffs) === String(signOffKinds.filter((kind) => round.signOffs.includes(kind)))) return done(signOffs)
    if (await entryIsLocked(tx, round, at)) return refused({ code: 'round-has-opened' })
    await updateSignOffs(tx, round.id, signOffs)
    await recordEvent(tx, {
      action: 'round.sign-offs-chosen',
      actorId: personIdOf(actor),
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { from: round.signOffs, to: signOffs },
    })
    return done(signOffs)
  })
}
