import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary } from '../../../ui/patterns/index.ts'

type Crumb = { readonly text: string; readonly href: string }

/** The fund whose network a page is in. */
export type OfFund = { readonly name: string; readonly illustrative: boolean }

export type InNetwork = {
  readonly fund: OfFund
  readonly title: string
  /** The way from the start to this page. */
  readonly crumbs: readonly Crumb[]
  readonly errors?: readonly FieldText[]
  readonly wide?: boolean
}

/** A page of the network of a fund: its label, its way back, what is wrong, and its heading. */
export const inNetwork = ({ fund, title, crumbs, errors = [], wide }: InNetwork, main: SafeHtml): Page => ({
  title,
  hasErrors: errors.length > 0,
  breadcrumbs: [...crumbs, { text: title }],
  ...(wide === true && { wide }),
  main: html`${problemSummary(errors)}
${illustrativeLabel(fund.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Network of ${fund.name}</span>${title}</h1>
${main}`,
})

/** A paragraph. */
export const paragraph = (content: string | SafeHtml): SafeHtml => html`<p class="govuk-body">${content}</p>`

/** A link. */
export const link = (href: string, text: string): SafeHtml => html`<a class="govuk-link" href="${href}">${text}</a>`
