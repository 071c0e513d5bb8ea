import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { type CommittedFacts, committedAction, manifestOf, withoutNames } from '../../../core/replay/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent, sealAll } from '../../audit/index.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { exportSaltOf, keepExportSalt } from './export.store.ts'
import { readParts } from './read-export.ts'

export type CommitProblem = { readonly code: 'still-scoring' }

/**
 * Binds what is published of an assessment into the chain of the audit log: the hash of every part, among them the salted
 * hashes of what is withheld. Nothing of that can be put otherwise later.
 *
 * @returns how many values are withheld
 * @throws {NotFound} if the round is not there, or not theirs to run
 */
export async function commitExport(
  services: Services,
  { actor, path, at }: { readonly actor: Actor; readonly path: RoundPath; readonly at: Date },
): Promise<Result<number, CommitProblem>> {
  const { db, sha256, randomBytes } = services
  // What happened before has its place in the chain, so that it is bound with the rest.
  await sealAll(db, sha256)
  const result = await db.transaction().execute(async (tx): Promise<Result<number, CommitProblem>> => {
    const round = await holdRound(tx, actor, 'assessment:run', path)
    if (actor.kind !== 'person') throw notFound('round')
    const { closedAt } = await assessmentOf(tx, round.id)
    if (closedAt === null) return refused<CommitProblem>({ code: 'still-scoring' })
    await keepExportSalt(tx, { roundId: round.id, salt: Buffer.from(randomBytes(32)).toString('hex'), at })
    const parts = withoutNames(await readParts(tx, round), await exportSaltOf(tx, round.id), sha256)
    const facts: CommittedFacts = {
      upTo: parts.events.at(-1)?.sequence ?? 0,
      withheld: parts.withheld.length,
      manifest: manifestOf(parts, sha256),
    }
    await recordEvent(tx, {
      action: committedAction,
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts,
    })
    return done(facts.withheld)
  })
  await sealAll(db, sha256)
  return result
}
