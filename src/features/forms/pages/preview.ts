import { insetText } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import { markdown } from '../../../ui/markdown.ts'
import type { Page } from '../../../ui/page.ts'
import type { FormFrame } from '../read-round-form.ts'
import { managedForm } from './parts.ts'

/** A page of the form: its fields, each below the words that say when it is shown. */
export type PreviewedPage = {
  readonly id: string
  readonly title: string
  readonly guidance: string
  readonly condition: string
  readonly questions: readonly { readonly condition: string; readonly field: SafeHtml }[]
}

export type PreviewModel = {
  readonly frame: FormFrame
  readonly caption: string
  readonly title: string
  readonly guidance: string
  readonly pages: readonly PreviewedPage[]
  readonly number: number
  readonly versionHref: string
}

/** Every page of a version as applicants see it, one after the other; nothing can be filled in. */
export function previewPage(model: PreviewModel): Page {
  const { pages } = model
  return managedForm(model.frame, {
    title: model.title,
    caption: model.caption,
    trail: [{ text: `Version ${model.number}`, href: model.versionHref }],
    content: html`${insetText({ text: 'This is how applicants see the form. Nothing can be filled in here, and questions are shown whatever their conditions, with the condition above them.' })}
${model.guidance !== '' && markdown(model.guidance)}
<nav aria-label="Pages of the form"><ol class="govuk-list govuk-list--number">${pages.map(
      ({ id, title }) => html`<li><a class="govuk-link" href="#page-${id}">${title}</a></li>`,
    )}</ol></nav>
${pages.map(pageOf)}`,
  })
}

const pageOf = ({
  id,
  title,
  guidance,
  condition,
  questions,
}: PreviewedPage): SafeHtml => html`<section aria-labelledby="page-${id}">
<hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible">
<h2 class="govuk-heading-l" id="page-${id}">${title}</h2>
${conditionOf(condition)}
${guidance !== '' && markdown(guidance)}
${questions.length === 0 && html`<p class="govuk-body">This page has no questions.</p>`}
<fieldset class="govuk-fieldset" disabled><legend class="govuk-visually-hidden">${title}</legend>
${questions.map((question) => html`${conditionOf(question.condition)}${question.field}`)}
</fieldset>
</section>`

const conditionOf = (condition: string): SafeHtml | false =>
  condition !== '' && html`<p class="govuk-body-s"><strong>${condition}.</strong></p>`
