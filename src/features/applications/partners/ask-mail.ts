import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { joinOrganisationPath } from '../../accounts/index.ts'
import { partnerPath } from '../applications.paths.ts'
import { type About, queueAbout } from '../queue-about.ts'
import { partnerAskedMail } from './partner-mail.messages.ts'

type Named = { readonly name: string; readonly shortName: string }

/**
 * That a body is asked to be a partner in an application.
 * - `lead`: undefined when the register does not know it any more
 * - `by`: who asks, as people read it
 * - `origin`: the address of the service
 */
export type PartnerAsked = {
  readonly application: About & { readonly reference: string; readonly fundName: string }
  readonly organisation: Named
  readonly lead: Named | undefined
  readonly by: string
  readonly origin: string
}

/** Tells somebody who acts for the body that it is asked, or with `nobodyYet` its own address how its people come in. */
export async function mailPartnerAsked(
  tx: Tx,
  services: Services,
  { application, organisation, lead, by, origin }: PartnerAsked,
  { recipient, nobodyYet = false }: { readonly recipient: string; readonly nobodyYet?: boolean },
): Promise<void> {
  const asked = {
    by,
    lead,
    organisation,
    application,
    link: `${origin}${partnerPath(application.reference)}`,
    joinLink: nobodyYet ? `${origin}${joinOrganisationPath(organisation.name)}` : undefined,
  }
  await queueAbout(tx, services, application, {
    kind: 'partner-asked',
    recipient,
    words: (say) => say(partnerAskedMail)(asked),
  })
}
