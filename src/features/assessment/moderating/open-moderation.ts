import { notFound } from '../../../core/errors.ts'
import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { keptFrom } from '../shortlisting/keep-apart.ts'
import { type Proposing, readProposal } from '../shortlisting/read-proposal.ts'

/** Why nothing can be moderated. */
export type ModerationShut = { readonly code: 'still-scoring' | 'frozen' }

export type ToModerate = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly reference: string
  readonly at: Date
}

export type OpenModeration = {
  readonly round: RoundInFund
  readonly actor: SignedIn
  readonly applicationId: string
  readonly proposing: Proposing
}

/**
 * An application of a round between the close of scoring and the freezing of the shortlist, for somebody who moderates it.
 *
 * @throws {NotFound} if it is not among those that were scored, or the person is kept from it
 */
export async function openModeration(
  tx: Tx,
  services: Services,
  { actor, path, reference }: ToModerate,
): Promise<Result<OpenModeration, ModerationShut>> {
  const round = await holdRound(tx, actor, 'assessment:moderate', path)
  const { closedAt, frozenAt } = await assessmentOf(tx, round.id)
  if (closedAt === null) return refused({ code: 'still-scoring' })
  if (frozenAt !== null) return refused({ code: 'frozen' })
  const proposing = await readProposal(tx, services, round)
  const application = [...(proposing?.applications.values() ?? [])].find((each) => each.reference === reference)
  if (proposing === undefined || application === undefined || actor.kind !== 'person') throw notFound('application')
  if ((await keptFrom(tx, round, proposing.rules, actor)).has(application.id)) throw notFound('application')
  return done({ round, actor, applicationId: application.id, proposing })
}
