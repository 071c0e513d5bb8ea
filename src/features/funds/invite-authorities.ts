import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { RoundInFund } from '../../core/rounds/round.ts'
import { isoDay } from '../../core/time/day.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { eligibleOrganisations, type Organisation } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { holdRound, type RoundPath } from './find-round.ts'
import { insertInvitations } from './invitations.store.ts'
import { writeInvitationsJob } from './write-invitations.ts'

export type InviteProblem =
  | { readonly code: 'round-not-published' }
  | { readonly code: 'round-closed' }
  | { readonly code: 'nobody-chosen'; readonly field: 'organisations' }
  | { readonly code: 'not-eligible'; readonly field: 'organisations' }

/**
 * Who may lead an application: bodies of the round's kinds that are in being, or a shadow authority, on the day of the
 * deadline. Made-up bodies for a made-up round, and for no other.
 *
 * @param today stands in for the deadline while there is none
 */
export async function eligibleFor(db: Database, round: RoundInFund, today: Date): Promise<readonly Organisation[]> {
  const on = isoDay(round.deadlineAt ?? today)
  return await eligibleOrganisations(db, { kinds: round.eligibleKinds, on, illustrative: round.illustrative })
}

/**
 * Invites every eligible body, or those chosen. Those that are invited already are left as they are. The messages are
 * written by a job.
 *
 * @param request `origin`: the address of the service, for the links in the messages
 * @returns how many are newly invited
 * @throws {NotFound} if the round is not there, or not theirs to run
 */
export async function inviteAuthorities(
  services: Services,
  request: {
    readonly actor: Actor
    readonly path: RoundPath
    readonly organisationIds: readonly string[] | 'all'
    readonly origin: string
    readonly at: Date
  },
): Promise<Result<{ readonly invited: number }, InviteProblem>> {
  const { actor, path, organisationIds, origin, at } = request
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    const problem = whyNotNow(round, at)
    if (problem !== undefined) return refused<InviteProblem>(problem)
    if (organisationIds.length === 0) return refused<InviteProblem>({ code: 'nobody-chosen', field: 'organisations' })
    const eligible = await eligibleFor(tx, round, at)
    const chosen = organisationIds === 'all' ? eligible : eligible.filter(({ id }) => organisationIds.includes(id))
    if (organisationIds !== 'all' && chosen.length < new Set(organisationIds).size) {
      return refused<InviteProblem>({ code: 'not-eligible', field: 'organisations' })
    }
    const contacts = chosen.map(({ id, contactEmail }) => ({ organisationId: id, email: contactEmail ?? '' }))
    const by = { personId: personIdOf(actor), at }
    const invited = await insertInvitations(tx, round.id, contacts, by)
    if (invited === 0) return done({ invited })
    await services.sendJob(tx, writeInvitationsJob, { roundId: round.id, origin, remindedAt: null })
    await recordEvent(tx, {
      action: 'invitation.sent',
      actorId: by.personId,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { invited, organisationIds },
    })
    return done({ invited })
  })
}

/** Nobody is asked to apply for what they cannot see, or what is over. */
export function whyNotNow(round: RoundInFund, at: Date): InviteProblem | undefined {
  if (round.publishedAt === null) return { code: 'round-not-published' }
  const isOver = round.cancelledAt !== null || (round.deadlineAt !== null && round.deadlineAt < at)
  if (isOver) return { code: 'round-closed' }
  return undefined
}
