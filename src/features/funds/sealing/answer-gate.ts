import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result } from '../../../core/result.ts'
import { type GateProblem, type GateTyped, gatesOf, readGate } from '../../../core/rules/index.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundPath } from '../find-round.ts'
import { saveGateAnswer } from './sealing.store.ts'

/**
 * Says how a round complies with a gate of its award type, or why it does not. Both may be said again, also of a public
 * round: the audit log keeps what was said before.
 *
 * @throws {NotFound} if the round is not there or not theirs to run, or its award type has no such gate
 */
export async function answerGate(
  { db }: Services,
  request: {
    readonly actor: Actor
    readonly path: RoundPath
    readonly gateId: string
    readonly typed: GateTyped
    readonly at: Date
  },
): Promise<Result<undefined, GateProblem>> {
  const { actor, path, gateId, typed, at } = request
  return await db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    const gate = gatesOf(round.fund.awardType).find(({ id }) => id === gateId)
    if (gate === undefined) throw notFound('gate')
    const read = readGate(gate, typed)
    if (!read.ok) return read
    const by = personIdOf(actor)
    await saveGateAnswer(tx, { ...read.value, roundId: round.id, at, by })
    await recordEvent(tx, {
      action: 'round.gate-answered',
      actorId: by,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { ...read.value },
    })
    return done(undefined)
  })
}
