import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeTag } from '../../../ui/patterns/index.ts'
import { link, paragraph } from './in-network.ts'

export type NetworksModel = {
  readonly networks: readonly { readonly href: string; readonly name: string; readonly illustrative: boolean }[]
}

/** The networks that somebody is a member of. */
export const networksPage = ({ networks }: NetworksModel): Page => ({
  title: 'Your networks',
  main: html`<h1 class="govuk-heading-l">Your networks</h1>
${
  networks.length === 0
    ? paragraph(
        'You are in no network yet. People of a council whose award is accepted, and those whom the programme team invites, are members of the network of the fund.',
      )
    : html`<ul class="govuk-list">${networks.map(
        ({ href, name, illustrative }) => html`<li>${link(href, name)} ${illustrativeTag(illustrative)}</li>`,
      )}</ul>`
}`,
})
