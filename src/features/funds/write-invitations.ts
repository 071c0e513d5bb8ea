import { createHmac } from 'node:crypto'
import type { RoundInFund } from '../../core/rounds/round.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import type { Services } from '../../platform/services.ts'
import { hashToken } from '../../platform/sign-in/token.ts'
import { queueMessage } from '../notifications/index.ts'
import { invitationPath, publicRoundPath } from './funds.paths.ts'
import { roundById } from './funds.store.ts'
import { invitationLetter } from './invitations.messages.ts'
import { lockUnanswered, lockUnsent, markWritten, type ToSend } from './invitations.store.ts'

/** The job that writes the messages of a round's invitations. */
export const writeInvitationsJob = 'write-invitations'

/** `remindedAt` null: those that have had none; otherwise a reminder to those that have had none since then. */
export type WriteInvitations = {
  readonly roundId: string
  readonly origin: string
  readonly remindedAt: string | null
}

/** Messages in one transaction: few enough that nobody waits for it long. */
const batch = 100

/**
 * The token in an invitation's link. It is worked out and not drawn, so that the reminder's link is that of the first
 * message and both go on working; a new address has a new one, and what went to the old address stops.
 */
export const invitationToken = (
  { secretKey }: Pick<Services, 'secretKey'>,
  roundId: string,
  { organisationId, email }: Pick<ToSend, 'organisationId' | 'email'>,
): string =>
  createHmac('sha256', secretKey).update(`invitation\n${roundId}\n${organisationId}\n${email}`).digest('base64url')

/** Writes the messages that are due, batch by batch. Done twice, it finds nothing left to do. */
export async function writeInvitations(services: Services, request: WriteInvitations): Promise<void> {
  const round = await roundById(services.db, request.roundId)
  if (round === undefined || round.publishedAt === null) return
  while ((await writeBatch(services, round, request)) === batch);
}

async function writeBatch(
  services: Services,
  round: RoundInFund,
  { origin, remindedAt }: WriteInvitations,
): Promise<number> {
  const at = services.clock()
  return await services.db.transaction().execute(async (tx) => {
    const due =
      remindedAt === null
        ? await lockUnsent(tx, round.id, batch)
        : await lockUnanswered(tx, round.id, new Date(remindedAt), batch)
    const tokens: { organisationId: string; tokenHash: string }[] = []
    for (const each of due) {
      const token = invitationToken(services, round.id, each)
      tokens.push({ organisationId: each.organisationId, tokenHash: hashToken(token) })
      await queueMessage(tx, services, {
        kind: remindedAt === null ? 'invitation' : 'invitation-reminder',
        recipient: each.email,
        fundId: round.fundId,
        words: (say) =>
          say(invitationLetter)({
            fundName: round.fund.name,
            organisationName: each.name,
            deadline: round.deadlineAt === null ? null : ukTimeWithZone(round.deadlineAt),
            hoursToApply: round.hoursToApply,
            roundUrl: `${origin}${publicRoundPath(round.fund.slug, round.slug)}`,
            answerUrl: `${origin}${invitationPath(token)}`,
            contactEmail: round.contactEmail,
            reminder: remindedAt !== null,
            illustrative: round.illustrative || round.fund.illustrative,
          }),
      })
    }
    if (tokens.length > 0) await markWritten(tx, round.id, tokens, { at, reminder: remindedAt !== null })
    return due.length
  })
}
