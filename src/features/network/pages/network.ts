import { insetText } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { inNetwork, link, type OfFund, paragraph } from './in-network.ts'

/** Something new in a network. */
export type NewsLine = { readonly href: string; readonly text: string; readonly detail: string }

/** A part of the network, with what is new in it. */
export type NetworkPart = {
  readonly title: string
  readonly lines: readonly NewsLine[]
  readonly none: string
  readonly more: { readonly href: string; readonly text: string } | undefined
}

export type NetworkModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  /** Where the code is accepted, while that is still to do. */
  readonly conductHref: string | undefined
  readonly parts: readonly NetworkPart[]
  readonly links: readonly { readonly href: string; readonly text: string }[]
}

/** What is new in a network, and the way to all of it. */
export const networkPage = ({ conductHref, parts, links, ...model }: NetworkModel): Page =>
  inNetwork(
    { ...model, title: 'Network' },
    html`${
      conductHref !== undefined &&
      insetText({
        html: html`Before you post for the first time, ${link(conductHref, 'read and accept the code of conduct')}.`,
      })
    }
${parts.map(partOf)}
<h2 class="govuk-heading-m">More</h2>
<ul class="govuk-list">${links.map(({ href, text }) => html`<li>${link(href, text)}</li>`)}</ul>`,
  )

const partOf = ({ title, lines, none, more }: NetworkPart): SafeHtml => html`<h2 class="govuk-heading-m">${title}</h2>
${lines.length === 0 && paragraph(none)}
<ul class="govuk-list govuk-list--spaced">${lines.map(
  ({ href, text, detail }) => html`<li>${link(href, text)}<br><span class="govuk-hint">${detail}</span></li>`,
)}</ul>
${more !== undefined && paragraph(link(more.href, more.text))}`
