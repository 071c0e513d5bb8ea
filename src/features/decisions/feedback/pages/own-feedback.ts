import { insetText } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import type { OwnFeedback, ReadPart, ReleasedFeedback } from '../read-own-feedback.ts'
import { distributionPart } from './distribution.ts'

export type OwnFeedbackModel = Pick<OwnFeedback, 'reference'> & {
  readonly roundName: string
  readonly illustrative: boolean
  readonly applicationHref: string
  readonly feedback: ReleasedFeedback | undefined
  /** What stands in the place of feedback. */
  readonly instead: string
  readonly fileHref: string
  readonly debriefHref: string
}

/** What the people of an application read of how it was judged. */
export const ownFeedbackPage = (model: OwnFeedbackModel): Page => ({
  title: 'Feedback on your application',
  breadcrumbs: [{ text: 'Application', href: model.applicationHref }, { text: 'Feedback' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}, ${model.roundName}</span>Feedback on your application</h1>
${
  model.feedback === undefined
    ? insetText({ text: model.instead })
    : html`<p class="govuk-body">It was drawn together from what the people who judged the application wrote, edited, and approved by somebody else. <a class="govuk-link" href="${model.fileHref}">Feedback (PDF)</a></p>
${model.feedback.parts.map(partOf)}
${distributionPart(model.feedback.distribution)}
<h2 class="govuk-heading-m">Talk about it</h2>
<p class="govuk-body">You can <a class="govuk-link" href="${model.debriefHref}">ask for a debrief</a> with the programme team.</p>`
}`,
})

const partOf = ({ name, band, text }: ReadPart) =>
  html`<h2 class="govuk-heading-m">${name}</h2>
${band !== '' && html`<p class="govuk-hint">Together, assessors found it ${band}</p>`}
<p class="govuk-body app-kept-lines">${text}</p>`
