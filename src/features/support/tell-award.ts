import type { Tx } from '../../platform/database/database.ts'
import { type Say, sayOwn } from '../../platform/languages.ts'
import type { Services } from '../../platform/services.ts'
import { queueAbout } from '../applications/index.ts'
import { originForMail } from '../guidance/index.ts'
import type { SupportedAward } from './packages/awards.store.ts'
import { councilSupportPath, managedPackagePath } from './support.paths.ts'
import { peopleOn, type SideMail, withLink } from './tell-sides.ts'

/** Writes to everybody of a side of an award, each with their own address of its support or grant. */
export async function tellAward(
  tx: Tx,
  services: Services,
  award: SupportedAward,
  side: 'team' | 'council',
  mail: (say: Say) => SideMail,
): Promise<void> {
  const path =
    side === 'team' ? managedPackagePath(award.fundSlug, award.reference) : councilSupportPath(award.reference)
  const address = `${originForMail(services.config)}${path}`
  for (const { personId, email } of await peopleOn(tx, services, award, side))
    await queueAbout(tx, services, award, {
      kind: mail(sayOwn).kind,
      recipient: email,
      personId,
      words: (say) => withLink(mail(say), address),
    })
}
