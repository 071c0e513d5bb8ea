import { button, details, insetText, tag, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type FeedbackItemModel = {
  readonly field: string
  readonly name: string
  /** What everybody gave together, in words; '' where nothing is given. */
  readonly band: string
  readonly text: string
  /** What was written, without names. */
  readonly words: readonly { readonly moderation: boolean; readonly text: string }[]
}

export type FeedbackModel = {
  readonly illustrative: boolean
  readonly reference: string
  readonly name: string
  readonly breadcrumbs: NonNullable<Page['breadcrumbs']>
  readonly state: { readonly text: string; readonly classes: string }
  /** What happened so far, a sentence each. */
  readonly lines: readonly string[]
  readonly items: readonly FeedbackItemModel[]
  readonly warnings: readonly string[]
  /** For whoever writes a draft. */
  readonly write: { readonly action: string; readonly key: string; readonly versions: string } | undefined
  /** For whoever can approve what is ready. `shown`: what tells this text from a later one. */
  readonly approve: { readonly action: string; readonly shown: string } | undefined
  readonly reopenAction: string | undefined
  readonly openAction: string | undefined
  readonly problems: readonly FieldText[]
  readonly csrf: string
}

/** The feedback on one application: to write, to approve or to read. */
export const feedbackPage = (model: FeedbackModel): Page => ({
  title: `Feedback on ${model.reference}`,
  breadcrumbs: model.breadcrumbs,
  hasErrors: model.problems.length > 0,
  wide: true,
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}${model.name !== '' && html`, ${model.name}`}</span>Feedback</h1>
<p class="govuk-body">${tag(model.state)}</p>
${model.lines.map((line) => html`<p class="govuk-body">${line}</p>`)}
${model.warnings.length > 0 && insetText({ html: html`<p class="govuk-body">Look at these before you go on:</p><ul class="govuk-list govuk-list--bullet">${model.warnings.map((text) => html`<li>${text}</li>`)}</ul>` })}
${model.openAction !== undefined && form({ action: model.openAction, csrf: model.csrf }, button({ text: 'Open a draft', preventDoubleClick: true }))}
${model.write === undefined ? model.items.map(readItem) : writing(model, model.write)}
${model.approve !== undefined && approving(model, model.approve)}
${model.reopenAction !== undefined && form({ action: model.reopenAction, csrf: model.csrf }, button({ text: 'Make it a draft again', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`,
})

const writing = (model: FeedbackModel, write: NonNullable<FeedbackModel['write']>): SafeHtml =>
  form(
    { action: write.action, csrf: model.csrf, autosave: write.action, autosaveKey: write.key },
    html`${hidden('version', write.versions)}
${model.items.map(
  (item) =>
    html`<section class="app-scoring"><div class="app-scoring__columns"><div>${feedbackField(item, model.problems)}</div><div>${wordsOf(item)}</div></div></section>`,
)}
<div class="govuk-button-group">${button({ text: 'Save and mark as ready', name: 'action', value: 'ready', preventDoubleClick: true })}
${button({ text: 'Save and come back later', name: 'action', value: 'later', classes: 'govuk-button--secondary' })}</div>`,
  )

/** The field of one item, as it stands on the page and where two people clashed. */
export const feedbackField = (
  { field, name, band, text }: Omit<FeedbackItemModel, 'words'>,
  problems: readonly FieldText[],
): SafeHtml => {
  const error = problems.find((problem) => problem.field === field)?.text
  return textarea({
    name: field,
    id: field,
    label: { text: name, classes: 'govuk-label--m' },
    ...(band !== '' && { hint: { text: `Together, assessors found it ${band}` } }),
    value: text,
    rows: Math.min(14, 4 + Math.ceil(text.length / 80)),
    errorMessage: error === undefined ? undefined : { text: error },
  })
}

const wordsOf = ({ words }: FeedbackItemModel): SafeHtml | undefined =>
  words.length === 0
    ? undefined
    : details({
        summaryText: words.length === 1 ? 'What was written (1)' : `What was written (${words.length})`,
        html: html`${words.map(({ moderation, text }) => html`${moderation && html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>Moderation</strong></p>`}<p class="govuk-body app-kept-lines">${text}</p>`)}`,
      })

const readItem = ({ name, band, text }: FeedbackItemModel): SafeHtml =>
  html`<h2 class="govuk-heading-m">${name}</h2>
${band !== '' && html`<p class="govuk-hint">Together, assessors found it ${band}</p>`}
<p class="govuk-body app-kept-lines">${text}</p>`

const approving = ({ csrf }: FeedbackModel, { action, shown }: NonNullable<FeedbackModel['approve']>): SafeHtml =>
  form(
    { action, csrf },
    html`${hidden('shown', shown)}${button({ text: 'Approve this feedback', preventDoubleClick: true })}`,
  )
