import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { hashToken, newToken } from '../../../platform/sign-in/token.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { possessive } from '../applications.messages.ts'
import { confirmKeyedPath } from '../applications.paths.ts'
import { queueAbout } from '../queue-about.ts'
import { keyedByReference, markTold, worksFor } from './keyed.store.ts'

/**
 * Asks the applicant of a keyed application, by email, whether what was submitted is theirs. Nothing is asked when one
 * of the authority's own people submitted it.
 */
export async function askToConfirm(
  tx: Tx,
  services: Services,
  round: RoundInFund,
  submitted: { readonly reference: string; readonly submittedBy: string; readonly origin: string },
): Promise<void> {
  const { reference, submittedBy, origin } = submitted
  const keyed = await keyedByReference(tx, reference)
  if (keyed === undefined || keyed.confirmedAt !== null || (await worksFor(tx, submittedBy, keyed.leadId))) return
  const token = newToken(services.randomBytes)
  await markTold(tx, keyed.applicationId, hashToken(token), services.clock())
  const { illustrative, leadName, receivedAt, applicantEmail, applicantName } = keyed
  await queueAbout(
    tx,
    services,
    { illustrative, fundId: round.fundId },
    {
      kind: 'keyed-application',
      recipient: applicantEmail,
      subject: `Is application ${reference} yours? ${round.fund.name}`,
      body: [
        `Dear ${applicantName}`,
        `The programme team keyed in ${possessive(leadName)} application to ${round.fund.name}, ${round.name}, from ${keyed.channel === 'email' ? 'your email' : 'what you sent on paper'}.`,
        `Reference: ${reference}\nReceived: ${ukTimeWithZone(receivedAt)}`,
        `Read what was keyed in, and say whether it is yours:\n${originForMail(services.config, origin)}${confirmKeyedPath(token)}`,
        'It counts as received at the time above. Until you say that it is yours it is marked as not confirmed.',
      ].join('\n\n'),
    },
  )
}
