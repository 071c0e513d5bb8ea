import { button, summaryList, tag } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeTag } from '../../../../ui/patterns/index.ts'
import { inNetwork, link, type OfFund, paragraph } from '../../pages/in-network.ts'

export type ListedResource = {
  readonly href: string
  readonly title: string
  readonly kind: string
  readonly summary: string
  readonly author: string
  readonly licence: string
  readonly illustrative: boolean
  /** Who reads it; undefined on the public page. */
  readonly state: { readonly text: string; readonly colour: string } | undefined
}

export type LibraryModel = {
  readonly fund: OfFund
  readonly title: string
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly lead: string
  readonly newHref: string | undefined
  readonly resources: readonly ListedResource[]
}

/** The resources and case studies of a network. */
export const libraryPage = ({ lead, newHref, resources, ...model }: LibraryModel): Page =>
  inNetwork(
    model,
    html`${paragraph(lead)}
${newHref !== undefined && button({ text: 'Send a resource or a case study', href: newHref })}
${resources.length === 0 && paragraph('There is nothing yet.')}
${resources.map(({ href, title, kind, summary, author, licence, illustrative, state }) =>
  summaryList({
    card: { title: { html: link(href, title), headingLevel: 2 } },
    rows: [
      { key: { text: kind }, value: { html: html`${summary} ${illustrativeTag(illustrative)}` } },
      { key: { text: 'By' }, value: { text: `${author}. ${licence}` } },
      state !== undefined && {
        key: { text: 'Who reads it' },
        value: { html: tag({ text: state.text, classes: `govuk-tag--${state.colour}` }) },
      },
    ],
  }),
)}`,
  )
