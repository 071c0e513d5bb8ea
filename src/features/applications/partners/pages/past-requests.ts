import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

export type PastRequestsModel = {
  readonly reference: string
  /** Whether the round is made up. */
  readonly illustrative: boolean
  readonly fund: string
  readonly round: string
  readonly lead: string
  /** Who can ask again. */
  readonly askedBy: string
  /** What became of each request, in a sentence. */
  readonly sentences: readonly string[]
  readonly back: { readonly href: string; readonly text: string }
}

/** Where the link of a request leads once the body has declined or was taken off the list: what happened, and what can be done. */
export const pastRequestsPage = (model: PastRequestsModel): Page => ({
  title: 'Your organisation is not a partner',
  backLink: model.back,
  main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}: ${model.fund}, ${model.round}</span>
<h1 class="govuk-heading-l">Your organisation is not a partner</h1>
${model.sentences.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}
<h2 class="govuk-heading-m">If it is to be a partner after all</h2>
<p class="govuk-body">Write to ${model.askedBy} of ${model.lead}, which leads the application. They can ask again until it is submitted. You then get another email, and can accept.</p>`,
})
