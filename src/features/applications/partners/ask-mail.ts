import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { joinOrganisationPath } from '../../accounts/index.ts'
import { partnerPath } from '../applications.paths.ts'
import { type About, queueAbout } from '../queue-about.ts'

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
  const first = `Nobody of ${organisation.shortName} uses this service yet. Whoever answers signs in with a work email address and says that they work there:`
  await queueAbout(tx, services, application, {
    kind: 'partner-asked',
    recipient,
    subject: `${lead?.shortName ?? 'An authority'} asks ${organisation.shortName} to be a partner`,
    body: [
      `${by} of ${lead?.name ?? 'the lead authority'} asks ${organisation.name} to be a partner in application ${application.reference} to ${application.fundName}.`,
      'Being asked takes nothing from what you can apply for yourselves. You can read the application, and accept or decline:',
      `${origin}${partnerPath(application.reference)}`,
      ...(nobodyYet ? [first, `${origin}${joinOrganisationPath(organisation.name)}`] : []),
    ].join('\n\n'),
  })
}
