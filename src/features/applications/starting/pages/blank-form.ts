import { insetText } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

export type BlankQuestion = {
  readonly label: string
  /** Limits, choices and the like, one a line. */
  readonly notes: readonly string[]
  readonly reconstructed: boolean
  readonly inside: readonly BlankQuestion[]
}

export type BlankFormModel = {
  readonly title: string
  readonly fund: string
  readonly round: string
  readonly roundHref: string
  readonly applyHref: string
  readonly pdfHref: string
  readonly wordHref: string
  readonly textHref: string
  readonly guidance: string | undefined
  readonly reconstructed: boolean
  readonly illustrative: boolean
  readonly pages: readonly {
    readonly title: string
    readonly guidance: string | undefined
    readonly condition: string | undefined
    readonly questions: readonly BlankQuestion[]
  }[]
}

/** Every question of a form, to read, print and share before anything is started. */
export const blankFormPage = (model: BlankFormModel): Page => ({
  title: model.title,
  backLink: { href: model.roundHref },
  main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-xl">${model.fund}: ${model.round}</span>
<h1 class="govuk-heading-xl">${model.title}</h1>
<p class="govuk-body">These are all the questions, to read or print before you start. <a class="govuk-link" href="${model.applyHref}">Start an application</a>.</p>
<p class="govuk-body"><a class="govuk-link" href="${model.pdfHref}">Download as PDF</a>, <a class="govuk-link" href="${model.wordHref}">as a Word document to write in offline</a> or <a class="govuk-link" href="${model.textHref}">as plain text</a></p>
${model.reconstructed && insetText({ text: 'The words of the original form were not found. This form is reconstructed from what it is known to have asked.' })}
${model.guidance !== undefined && markdown(model.guidance)}
${model.pages.map(
  (page, index) => html`<h2 class="govuk-heading-l">${index + 1}. ${page.title}</h2>
${page.condition !== undefined && html`<p class="govuk-hint">Asked only if ${page.condition}</p>`}
${page.guidance !== undefined && markdown(page.guidance)}
${page.questions.map((question) => questionOf(question))}`,
)}`,
})

function questionOf({ label, notes, reconstructed, inside }: BlankQuestion): SafeHtml {
  return html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${label}</h3>
<ul class="govuk-list govuk-hint">${notes.map((note) => html`<li>${note}</li>`)}${reconstructed && html`<li>Reconstructed question</li>`}</ul>
${inside.length > 0 && html`<div class="govuk-inset-text">${inside.map(questionOf)}</div>`}`
}
