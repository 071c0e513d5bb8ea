import type { OutcomeLetter } from '../../../../core/letters/index.ts'
import { button, details, insetText, select, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  type FieldText,
  illustrativeLabel,
  problemSummary,
  scrolling,
  stackingTable,
} from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'
import { tellingPath } from '../telling.paths.ts'
import { letterBody } from './letter-body.ts'

export type LettersModel = {
  readonly round: RoundInFund
  readonly title: string
  /** Which text stands, and who saved it. */
  readonly standing: string
  /** Why it is not written any more, or not by this person; '' where it is. */
  readonly closed: string
  readonly text: string
  readonly seen: number
  readonly fields: readonly { readonly mark: string; readonly meaning: string; readonly required: boolean }[]
  readonly versions: readonly { readonly heading: string; readonly text: string }[]
  readonly applications: readonly { readonly value: string; readonly text: string }[]
  readonly chosen: string
  readonly preview: LetterPreview | undefined
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

export type LetterPreview = {
  readonly letter: OutcomeLetter
  readonly mail: { readonly subject: string; readonly body: string }
  /** Whether the application in it is made up. */
  readonly example: boolean
}

/** The text of the letters about one outcome: written, looked at in each form, and saved in versions. */
export const lettersPage = (model: LettersModel): Page => ({
  title: `Letter: ${model.title}`,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [
    ...decisionsCrumbs(model.round),
    { text: 'Telling everybody', href: tellingPath(model.round.fund.slug, model.round.slug) },
    { text: 'Letter' },
  ],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Letter</span>${model.title}</h1>
<p class="govuk-body">${model.standing}</p>
${model.preview !== undefined && previewOf(model.preview)}
${model.closed === '' ? writing(model) : html`${insetText({ text: model.closed })}<p class="govuk-body app-kept-lines">${model.text}</p>`}
${earlier(model)}`,
})

const writing = (model: LettersModel): SafeHtml =>
  form(
    { action: model.action, csrf: model.csrf },
    html`${hidden('seen', model.seen)}
${textarea({ id: 'text', name: 'text', label: { text: 'Text of the letter', classes: 'govuk-label--m' }, hint: { html: writingHint }, errorMessage: errorsOf(model.errors), value: model.text, rows: 16 })}
${details({ summaryText: 'Fields', open: model.errors.length > 0, html: fieldsOf(model) })}
${model.applications.length > 0 && select({ id: 'reference', name: 'reference', label: { text: 'Look at it with the application', classes: 'govuk-label--s' }, items: model.applications, value: model.chosen })}
<div class="govuk-button-group">
${button({ text: 'Preview', name: 'do', value: 'preview', classes: 'govuk-button--secondary' })}
${button({ text: 'Preview as PDF', name: 'do', value: 'pdf', classes: 'govuk-button--secondary' })}
${button({ text: 'Save', name: 'do', value: 'save', preventDoubleClick: true })}
</div>`,
  )

const writingHint = html`How to write it:
<ul class="govuk-list govuk-list--bullet govuk-hint">
<li><code>## Heading</code> for a heading</li>
<li><code>- point</code> for a point of a list</li>
<li><code>**words**</code> for bold words</li>
<li><code>[words](https://www.gov.uk)</code> for a link</li>
<li>a field, such as <code>{{fund}}</code>, for what the service fills in: see Fields</li>
</ul>`

/** All that is wrong with the text, a line each. */
const errorsOf = (errors: readonly FieldText[]) =>
  errors.length === 0
    ? undefined
    : { html: html`${errors.map(({ text }, index) => html`${index > 0 && html`<br>`}${text}`)}` }

const fieldsOf = ({ fields }: LettersModel): SafeHtml =>
  scrolling(
    'Fields',
    stackingTable({
      head: ['Write', 'For', 'In every letter'].map((text) => ({ text })),
      rows: fields.map(({ mark, meaning, required }) => [
        { html: html`<code>${mark}</code>` },
        { text: meaning },
        { text: required ? 'Needed' : '' },
      ]),
    }),
  )

const previewOf = ({
  letter,
  mail,
  example,
}: LetterPreview): SafeHtml => html`<section class="app-preview" id="preview" aria-labelledby="preview-title">
${insetText({ html: html`<strong id="preview-title">Preview.</strong> This is not saved yet. ${example ? 'No application has this outcome yet: this one is made up. ' : ''}<a class="govuk-link" href="#text">Go on writing</a>.` })}
<h2 class="govuk-heading-l"><span class="govuk-caption-l">${letter.reference}</span>${letter.title}</h2>
${letterBody(letter.blocks)}
${details({ summaryText: 'As an email to the council that leads', html: html`<p class="govuk-body"><strong>${mail.subject}</strong></p><p class="govuk-body app-kept-lines govuk-!-text-break-word">${mail.body}</p>` })}
</section>`

const earlier = ({ versions }: LettersModel): SafeHtml | false =>
  versions.length > 0 &&
  html`<h2 class="govuk-heading-m">Versions</h2>
${versions.map(({ heading, text }) => details({ summaryText: heading, html: html`<p class="govuk-body app-kept-lines">${text}</p>` }))}`
