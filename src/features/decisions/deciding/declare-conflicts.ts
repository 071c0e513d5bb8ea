import { notFound } from '../../../core/errors.ts'
import { type Actor, may } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { readDeciding } from '../choosing/read-case.ts'
import { recordDoing } from '../record-doing.ts'
import { type Declared, declarationsOf, insertDeclaration } from './deciding.store.ts'
import { decisionOf } from './decision.store.ts'
import {
  type DeclarationProblem,
  type DeclareTyped,
  type ReadDeclaration,
  readDeclaration,
} from './read-declaration.ts'
import { ownDeclaration } from './read-outcomes.ts'

export type DeclareProblem = DeclarationProblem | { readonly code: 'decided' | 'not-yet' }

/**
 * Says what conflicts somebody has, or that they have none. The last word counts; what was said before is kept, and a
 * conflict is taken back for a reason alone.
 */
export async function declareConflicts(
  services: Services,
  {
    actor,
    path,
    typed,
    at,
  }: { readonly actor: Actor; readonly path: RoundPath; readonly typed: DeclareTyped; readonly at: Date },
): Promise<Result<undefined, DeclareProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'decision:read', path)
    const decides = may(actor, 'decision:decide', round.fundId)
    if (actor.kind !== 'person' || (!decides && !may(actor, 'decision:recommend', round.fundId)))
      throw notFound('round')
    if ((await decisionOf(tx, round.id)) !== undefined) return refused<DeclareProblem>({ code: 'decided' })
    const deciding = await readDeciding(tx, round)
    if (typeof deciding === 'string') return refused<DeclareProblem>({ code: 'not-yet' })
    const before = ownDeclaration(await declarationsOf(tx, round.id), actor)
    const read = readDeclaration({ deciding }, typed, before?.applicationIds ?? [])
    if (!read.ok) return read
    const stage = decides ? 'decision' : 'panel'
    const said = { ...read.value, stage, personId: actor.personId, decider: '', evidence: '' } as const
    await writeDeclaration(tx, { round, said, at })
    return done(undefined)
  })
}

/** Writes a declaration that was looked at. */
export async function writeDeclaration(
  tx: Tx,
  {
    round,
    said,
    at,
  }: {
    readonly round: RoundInFund
    readonly said: ReadDeclaration & Pick<Declared, 'personId' | 'stage' | 'decider' | 'evidence'>
    readonly at: Date
  },
): Promise<void> {
  await insertDeclaration(tx, { ...said, roundId: round.id, declaredAt: at })
  const { personId, stage, applicationIds, decider, takenBackFor } = said
  await recordDoing(tx, { round, by: personId, at }, 'decision.conflicts-declared', {
    stage,
    applicationIds,
    ...(decider !== '' && { forDecider: true }),
    ...(takenBackFor !== '' && { takenBackFor }),
  })
}
