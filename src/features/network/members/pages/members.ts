import { table } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { emailAddress, scrolling } from '../../../../ui/patterns/index.ts'
import { inNetwork, type OfFund, paragraph } from '../../pages/in-network.ts'

export type MembersModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly rows: readonly {
    readonly name: string
    readonly email: string
    readonly jobTitle: string
    readonly as: string
    readonly councils: string
  }[]
}

/** Everybody in a network. */
export const membersPage = ({ rows, ...model }: MembersModel): Page =>
  inNetwork(
    { ...model, title: 'Members', wide: true },
    html`${paragraph('Only members of the network see this list.')}
${scrolling(
  'Members of the network',
  table({
    caption: `${rows.length} ${rows.length === 1 ? 'member' : 'members'}`,
    captionClasses: 'govuk-visually-hidden',
    head: [{ text: 'Name' }, { text: 'As' }, { text: 'Council' }, { text: 'Email' }],
    rows: rows.map(({ name, email, jobTitle, as, councils }) => [
      { html: html`${name}${jobTitle !== '' && html`<br><span class="govuk-hint">${jobTitle}</span>`}` },
      { text: as },
      { text: councils },
      { html: html`<a class="govuk-link" href="mailto:${email}">${emailAddress(email)}</a>` },
    ]),
  }),
)}`,
  )
