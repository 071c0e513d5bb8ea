import type { Organisation } from '../../accounts/index.ts'

type Named = Pick<Organisation, 'name' | 'shortName'>

/** To a body that is asked to be a partner. */
export const partnerAskedMail = ({
  by,
  lead,
  organisation,
  application,
  link,
  joinLink,
}: {
  readonly by: string
  readonly lead: Named | undefined
  readonly organisation: Named
  readonly application: { readonly reference: string; readonly fundName: string }
  readonly link: string
  /** Where somebody of it says that they work there, if nobody does yet. */
  readonly joinLink: string | undefined
}) => ({
  subject: `${lead?.shortName ?? 'An authority'} asks ${organisation.shortName} to be a partner`,
  body: [
    `${by} of ${lead?.name ?? 'the lead authority'} asks ${organisation.name} to be a partner in application ${application.reference} to ${application.fundName}.`,
    'Being asked takes nothing from what you can apply for yourselves. You can read the application, and accept or decline:',
    link,
    ...(joinLink === undefined
      ? []
      : [
          `Nobody of ${organisation.shortName} uses this service yet. Whoever answers signs in with a work email address and says that they work there:`,
          joinLink,
        ]),
  ].join('\n\n'),
})
