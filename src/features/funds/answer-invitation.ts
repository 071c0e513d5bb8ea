import { notFound } from '../../core/errors.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { InvitationResponse } from '../../core/rounds/invitation.ts'
import { phaseOf } from '../../core/rounds/phase.ts'
import type { RoundInFund } from '../../core/rounds/round.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { hashToken, isToken } from '../../platform/sign-in/token.ts'
import { recordEvent } from '../audit/index.ts'
import { roundById } from './funds.store.ts'
import { type InvitationByToken, invitationByToken, updateResponse } from './invitations.store.ts'

export type AnswerProblem =
  | { readonly code: 'answer-missing'; readonly field: 'response' }
  | { readonly code: 'round-closed' }

/** What the link in an invitation leads to. @throws {NotFound} if there is no such invitation */
export async function findInvitation(
  db: Database | Tx,
  token: string,
): Promise<{ readonly invitation: InvitationByToken; readonly round: RoundInFund }> {
  const invitation = isToken(token) ? await invitationByToken(db, hashToken(token)) : undefined
  const round = invitation && (await roundById(db, invitation.roundId))
  if (invitation === undefined || round === undefined) throw notFound('invitation')
  return { invitation, round }
}

/**
 * Says whether an invited body is interested. It may say something else until the deadline.
 *
 * @throws {NotFound} if there is no invitation with that token
 */
export async function answerInvitation(
  { db }: Services,
  request: { readonly token: string; readonly response: string; readonly at: Date },
): Promise<Result<{ readonly response: InvitationResponse }, AnswerProblem>> {
  const { token, response, at } = request
  return await db.transaction().execute(async (tx) => {
    const { invitation, round } = await findInvitation(tx, token)
    if (phaseOf(round, at) === 'closed') return refused<AnswerProblem>({ code: 'round-closed' })
    if (response !== 'interested' && response !== 'not-this-time') {
      return refused<AnswerProblem>({ code: 'answer-missing', field: 'response' })
    }
    if (invitation.response === response) return done({ response })
    await updateResponse(tx, invitation, response, at)
    await recordEvent(tx, {
      action: 'invitation.answered',
      actorId: null,
      fundId: round.fundId,
      objectType: 'invitation',
      objectId: `${round.id}/${invitation.organisationId}`,
      at,
      facts: { response, before: invitation.response },
    })
    return done({ response })
  })
}
