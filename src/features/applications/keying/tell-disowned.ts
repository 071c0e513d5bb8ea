import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { programmeTeamOf } from '../../accounts/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { keyedPath } from '../applications.paths.ts'
import { queueAbout } from '../queue-about.ts'
import type { KeyedPlace } from './keyed.store.ts'
import { notTheirsMail } from './keyed-mail.messages.ts'

/** Tells the programme team that an applicant does not know what was keyed in as theirs, and what is wrong with it. */
export async function tellDisowned(
  tx: Tx,
  services: Services,
  keyed: KeyedPlace,
  { because, origin }: { readonly because: string; readonly origin: string },
): Promise<void> {
  const { fundId, fundSlug, roundSlug, reference, illustrative } = keyed
  const link = `${originForMail(services.config, origin)}${keyedPath(fundSlug, roundSlug, reference)}`
  for (const { id: personId, email: recipient } of await programmeTeamOf(tx, fundId)) {
    await queueAbout(
      tx,
      services,
      { illustrative, fundId },
      {
        kind: 'keyed-disowned',
        recipient,
        personId,
        words: (say) => say(notTheirsMail)({ ...keyed, because, link }),
      },
    )
  }
}
