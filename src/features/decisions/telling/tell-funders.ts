import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { queueAbout } from '../../applications/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { decisionOf } from '../deciding/decision.store.ts'
import { funderMail } from './funder-mail.messages.ts'
import { insertFunderTold } from './funders-told.store.ts'
import { readFunders } from './read-funders.ts'

type WhyNobody = 'nobody-left' | 'nobody-named'

export type TellFundersProblem = { readonly code: 'not-decided' | 'told-everybody' | WhyNobody }

/** Why there is nobody to tell: all who speak for a funder are told, or nobody does. */
export const whyNobody = (told: readonly unknown[]): WhyNobody => (told.length > 0 ? 'nobody-left' : 'nobody-named')

/**
 * Tells the people of the funders what was decided, under embargo: those who were not told before. Applicants are told
 * after.
 *
 * @returns how many were told
 * @throws {NotFound} if the round is not there, or not theirs to run
 */
export async function tellFunders(
  services: Services,
  { actor, path, at }: { readonly actor: Actor; readonly path: RoundPath; readonly at: Date },
): Promise<Result<number, TellFundersProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'award:run', path)
    if (actor.kind !== 'person') throw notFound('round')
    const decision = await decisionOf(tx, round.id)
    if (decision === undefined) return refused<TellFundersProblem>({ code: 'not-decided' })
    if (decision.toldAt !== null) return refused<TellFundersProblem>({ code: 'told-everybody' })
    const { left, told } = await readFunders(tx, round)
    if (left.length === 0) return refused<TellFundersProblem>({ code: whyNobody(told) })
    for (const { organisationId, organisationName, personId, email } of left) {
      const now = { organisationId, personId, roundId: round.id, sha256: decision.sha256, at, by: actor.personId }
      await insertFunderTold(tx, now)
      const mail = (say: Say) => say(funderMail)(round, decision, organisationName)
      await queueAbout(tx, services, round, { kind: 'funder-told', recipient: email, personId, words: mail })
    }
    await recordEvent(tx, {
      action: 'decision.funders-told',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: {
        sha256: decision.sha256,
        told: left.map(({ organisationId, personId }) => ({ organisationId, personId })),
      },
    })
    return done(left.length)
  })
}
