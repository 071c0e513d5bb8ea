import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import { type AnswerModel, clarifiedPart } from './score-fields.ts'

export type PackModel = {
  readonly round: string
  readonly illustrative: boolean
  readonly back: string
  readonly due: string
  readonly criteria: readonly {
    readonly name: string
    readonly weight: string
    readonly looksFor: string
    readonly threshold: string | undefined
    readonly bands: readonly string[]
  }[]
  /** What is asked of each application besides scores. */
  readonly asked: string | undefined
  readonly applications: readonly {
    readonly reference: string
    readonly name: string
    readonly parts: readonly {
      readonly name: string
      readonly answers: readonly AnswerModel[]
    }[]
  }[]
}

/** An assessor's pile to print: the criteria once, then each application on a new sheet. */
export const packPage = (model: PackModel): Page => ({
  title: 'Your pile to print',
  backLink: { href: model.back, text: 'Back to your pile' },
  main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.round}</span>
<h1 class="govuk-heading-l">Your pile to print</h1>
<p class="govuk-body">${model.due} This is for you alone: do not pass it on, and destroy it when scoring has closed.</p>
<h2 class="govuk-heading-m">Criteria</h2>
${model.criteria.map(
  ({ name, weight, looksFor, threshold, bands }) => html`<h3 class="govuk-heading-s">${name} (${weight})</h3>
<p class="govuk-body">Look for: ${looksFor}${threshold !== undefined && html`<br>${threshold}`}</p>
<ul class="govuk-list govuk-list--bullet">${bands.map((band) => html`<li>${band}</li>`)}</ul>`,
)}
${model.asked !== undefined && html`<h3 class="govuk-heading-s">How sure you are</h3><p class="govuk-body">${model.asked}</p>`}
${model.applications.map(
  ({ reference, name, parts }) => html`<article class="app-pack__application">
<hr class="govuk-section-break govuk-section-break--xl govuk-section-break--visible govuk-!-display-none-print">
<h2 class="govuk-heading-l"><span class="govuk-caption-l">${reference}</span>${name}</h2>
${parts.map(
  (part) => html`<h3 class="govuk-heading-m">${part.name}</h3>
${part.answers.map(({ label, html: content, clarified }) => html`<h4 class="govuk-heading-s">${label}</h4><div class="app-answer">${content}</div>${clarifiedPart(clarified)}`)}`,
)}</article>`,
)}`,
})
