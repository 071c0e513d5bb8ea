import { summaryList } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { inNetwork, link, type OfFund, paragraph } from '../../pages/in-network.ts'

export type ListedCouncil = {
  readonly href: string
  readonly name: string
  /** What it reviews, by its profile or else by its award. */
  readonly service: string
  readonly stage: string
  readonly models: string
}

export type CouncilsModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  /** For each council that this person acts for. */
  readonly own: readonly {
    readonly name: string
    readonly editHref: string
    readonly written: boolean
    readonly peers: readonly { readonly href: string; readonly name: string; readonly why: string }[]
  }[]
  readonly councils: readonly ListedCouncil[]
}

/** The councils of a network and, for those who act for one, its peers. */
export const councilsPage = ({ own, councils, ...model }: CouncilsModel): Page =>
  inNetwork(
    { ...model, title: 'Councils' },
    html`${own.map(peersOf)}
<h2 class="govuk-heading-m">All councils</h2>
${councils.length === 0 && paragraph('No award of this fund is accepted yet.')}
${councils.map(({ href, name, service, stage, models }) =>
  summaryList({
    card: { title: { html: link(href, name), headingLevel: 3 } },
    rows: [
      { key: { text: 'Reviews' }, value: { text: service } },
      stage !== '' && { key: { text: 'How far' }, value: { text: stage } },
      models !== '' && { key: { text: 'Considers' }, value: { text: models } },
    ],
  }),
)}`,
  )

const peersOf = ({ name, editHref, written, peers }: CouncilsModel['own'][number]): SafeHtml =>
  html`<h2 class="govuk-heading-m">Peers of ${name}</h2>
${
  written
    ? html`${peers.length === 0 && paragraph('No other council has said yet that it reviews a service or considers a model that you do.')}
<ol class="govuk-list govuk-list--number">${peers.map(
        (peer) => html`<li>${link(peer.href, peer.name)} ${peer.why}.</li>`,
      )}</ol>
${paragraph(link(editHref, 'Change your profile'))}`
    : html`${paragraph('Say what you review and how far you are, and you are shown who has most in common with you.')}
${paragraph(link(editHref, 'Write your profile'))}`
}`
