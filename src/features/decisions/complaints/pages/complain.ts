import type { StageTexts } from '../../../../core/complaints/index.ts'
import { grounds } from '../../../../core/complaints/index.ts'
import { button, checkboxes, insetText, tag, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  emailAddress,
  errorAt,
  type FieldText,
  illustrativeLabel,
  problemSummary,
} from '../../../../ui/patterns/index.ts'
import { groundHints, groundWords } from '../complaints.messages.ts'

export type ComplainModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly applicationHref: string
  readonly contactEmail: string
  readonly texts: StageTexts
  /** Until when one can complain, and how soon it is dealt with, in words. */
  readonly until: string
  readonly promise: string
  /** Whether one can complain now. */
  readonly open: boolean
  readonly made: readonly {
    readonly href: string
    readonly reference: string
    readonly state: { readonly text: string; readonly colour: string }
  }[]
  readonly typed: { readonly grounds: readonly string[]; readonly words: string; readonly wanted: string }
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** What can be complained of, by what stages, and where. */
export const complainPage = (model: ComplainModel): Page => ({
  title: 'Complain',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [{ text: 'Application', href: model.applicationHref }, { text: 'Complain' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}</span>Complain about how the application was dealt with</h1>
${model.made.length > 0 && made(model)}
<h2 class="govuk-heading-m">What you can complain about</h2>
<p class="govuk-body">You can complain if we did not do what the rules, the guidance or the law say. For example, we did not follow a rule, did not deal with a conflict of interest, got a fact wrong or sent a notice late.</p>
<p class="govuk-body">Not the judgement itself: how assessors scored, and what was decided within the rules, is not decided again because somebody sees it otherwise. A complaint does not count against you.</p>
<h2 class="govuk-heading-m">Three stages</h2>
<ol class="govuk-list govuk-list--number">
<li>${model.texts.team}${model.contactEmail !== '' && html` <a class="govuk-link" href="mailto:${model.contactEmail}">${emailAddress(model.contactEmail)}</a>`}</li>
<li>Complain here. Somebody who was not involved in the application looks at it. ${model.promise} If you do not agree, somebody else looks again.</li>
<li>${model.texts.outsideBody}. ${model.texts.outside}</li>
</ol>
${model.open ? complaintForm(model) : insetText({ text: model.until })}`,
})

const made = ({ made: all }: ComplainModel): SafeHtml => html`<h2 class="govuk-heading-m">Your complaints</h2>
<ul class="govuk-list">${all.map(
  ({ href, reference, state }) =>
    html`<li><a class="govuk-link" href="${href}">${reference}</a> ${tag({ text: state.text, classes: `govuk-tag--${state.colour}` })}</li>`,
)}</ul>`

const complaintForm = ({ typed, errors, action, csrf, until }: ComplainModel): SafeHtml =>
  html`<h2 class="govuk-heading-m">Your complaint</h2>
<p class="govuk-body">${until} You can add files on the next page.</p>
${form(
  { action, csrf },
  html`${checkboxes({
    name: 'grounds',
    idPrefix: 'grounds',
    fieldset: { legend: { text: 'What went wrong?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Select all that apply. Each is looked at by itself' },
    errorMessage: errorAt(errors, 'grounds'),
    values: typed.grounds,
    items: grounds.map((ground) => ({ value: ground, text: groundWords[ground], hint: { text: groundHints[ground] } })),
  })}
${textarea({ id: 'words', name: 'words', label: { text: 'What happened, and when?', classes: 'govuk-label--s' }, rows: 8, value: typed.words, errorMessage: errorAt(errors, 'words') })}
${textarea({ id: 'wanted', name: 'wanted', label: { text: 'What would put it right? (optional)', classes: 'govuk-label--s' }, rows: 3, value: typed.wanted, errorMessage: errorAt(errors, 'wanted') })}
${button({ text: 'Send the complaint', preventDoubleClick: true })}`,
)}`
