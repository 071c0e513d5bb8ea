import { button, insetText, tag } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  illustrativeLabel,
  problemSummary,
  scrolling,
  stackingTable,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'

export type FeedbackListModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: NonNullable<Page['breadcrumbs']>
  /** What has to happen first, or that it is released; '' for neither. */
  readonly standing: string
  readonly counts: readonly { readonly value: number; readonly label: string }[]
  readonly rows: readonly {
    readonly reference: string
    readonly name: string
    readonly href: string
    readonly state: { readonly text: string; readonly classes: string }
    readonly who: string
  }[]
  /** What keeps it from being released. */
  readonly missing: readonly string[]
  readonly openAction: string | undefined
  readonly releaseAction: string | undefined
  readonly problems: readonly string[]
  readonly csrf: string
}

/** How far the feedback on each application is, and its release. */
export const feedbackListPage = (model: FeedbackListModel): Page => ({
  title: 'Feedback',
  breadcrumbs: model.breadcrumbs,
  hasErrors: model.problems.length > 0,
  wide: true,
  main: html`${problemSummary(model.problems.map((text) => ({ text, href: '#release' })))}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">Feedback</h1>
<p class="govuk-body">Every application that was scored gets feedback. A draft gathers what assessors wrote, without their names. Somebody edits it and marks it as ready; somebody else approves it. All of it is released at once.</p>
${model.standing !== '' && insetText({ text: model.standing })}
${statisticsRow(model.counts)}
${
  model.openAction !== undefined &&
  form(
    { action: model.openAction, csrf: model.csrf },
    button({ text: 'Open all drafts', classes: 'govuk-button--secondary', preventDoubleClick: true }),
  )
}
${model.rows.length > 0 && listOf(model)}
${releaseOf(model)}`,
})

const listOf = ({ rows }: FeedbackListModel): SafeHtml =>
  scrolling(
    'Feedback by application',
    stackingTable({
      caption: 'Feedback by application',
      captionClasses: 'govuk-visually-hidden',
      head: [{ text: 'Application' }, { text: 'Lead' }, { text: 'Standing' }, { text: 'By' }],
      rows: rows.map(({ reference, name, href, state, who }) => [
        { html: html`<a class="govuk-link" href="${href}">${reference}</a>` },
        { text: name },
        { html: tag(state) },
        { text: who },
      ]),
    }),
  )

const releaseOf = ({ missing, releaseAction, csrf }: FeedbackListModel): SafeHtml | undefined =>
  releaseAction === undefined
    ? undefined
    : html`<h2 class="govuk-heading-m" id="release">Release</h2>
${
  missing.length > 0
    ? html`<p class="govuk-body">Before feedback can be released:</p><ul class="govuk-list govuk-list--bullet">${missing.map((text) => html`<li>${text}</li>`)}</ul>`
    : html`<p class="govuk-body">Everything is approved. We email the people on every application. Nothing can be changed after that.</p>
${form({ action: releaseAction, csrf }, button({ text: 'Release all feedback', classes: 'govuk-button--warning', preventDoubleClick: true }))}`
}`
