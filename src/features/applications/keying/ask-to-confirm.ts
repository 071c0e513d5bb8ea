import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { hashToken, newToken } from '../../../platform/sign-in/token.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { confirmKeyedPath } from '../applications.paths.ts'
import { queueAbout } from '../queue-about.ts'
import { keyedByReference, markTold, worksFor } from './keyed.store.ts'
import { isItYoursMail } from './keyed-mail.messages.ts'

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
  const { illustrative, applicantEmail } = keyed
  const link = `${originForMail(services.config, origin)}${confirmKeyedPath(token)}`
  await queueAbout(
    tx,
    services,
    { illustrative, fundId: round.fundId },
    {
      kind: 'keyed-application',
      recipient: applicantEmail,
      words: (say) => say(isItYoursMail)(keyed, { reference, fund: round.fund.name, round: round.name, link }),
    },
  )
}
