import { button, checkboxes, summaryList, textarea, warningText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, nothing, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { emailAddress, errorAt, type FieldText, problemSummary } from '../../../../ui/patterns/index.ts'

export type RequestModel = {
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly number: number
  readonly email: string
  readonly kind: string
  readonly received: string
  readonly due: string
  readonly identity: string
  readonly logged: string
  /** Who closed it, when, and what was answered; undefined while it is open. */
  readonly closed: string | undefined
  readonly data: string
  readonly close: string
  readonly answer: string
  /** What would become of whoever asks to be forgotten; undefined where nobody does. */
  readonly anonymise:
    | {
        readonly action: string
        /** What is typed of what they were answered. */
        readonly told: string
        readonly keptBy: readonly string[]
        readonly goes: readonly string[]
      }
    | undefined
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** A request of somebody about what is kept about them, and all that is done for it. */
export const requestPage = (model: RequestModel): Page => ({
  title: `Request ${model.number}`,
  hasErrors: model.errors.length > 0,
  breadcrumbs: model.breadcrumbs,
  main: html`${problemSummary(model.errors)}
<h1 class="govuk-heading-l">Request ${model.number}</h1>
${summaryList({
  rows: [
    { key: { text: 'Who asks' }, value: { html: emailAddress(model.email) } },
    { key: { text: 'Asks for' }, value: { text: model.kind } },
    { key: { text: 'Came' }, value: { text: model.received } },
    { key: { text: 'To be answered by' }, value: { text: model.due } },
    { key: { text: 'How we know that it is they' }, value: { text: model.identity } },
    { key: { text: 'Logged by' }, value: { text: model.logged } },
    ...(model.closed === undefined ? [] : [{ key: { text: 'Answered' }, value: { text: model.closed } }]),
  ],
})}
<h2 class="govuk-heading-m">What is kept about them</h2>
<p class="govuk-body">An archive with the same twice: a page to read, and a file for programs. Other people stand in it as nobody. Read it before you send it: free text may tell of others.</p>
${form({ action: model.data, csrf: model.csrf }, button({ text: 'Download', classes: 'govuk-button--secondary' }))}
${forgetting(model)}
${model.closed === undefined && closing(model)}`,
})

const forgetting = ({ anonymise, errors, csrf }: RequestModel): SafeHtml => {
  if (anonymise === undefined) return nothing
  const { action, told, keptBy, goes } = anonymise
  const list = (items: readonly string[]): SafeHtml =>
    html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`
  return html`<h2 class="govuk-heading-m">Make them anonymous</h2>
${
  keptBy.length > 0
    ? html`<p class="govuk-body">They cannot be made anonymous:</p>${list(keptBy)}`
    : html`<p class="govuk-body">Their name, address, job title, phone number and authenticator go, and they are signed out everywhere. Every record that leads to them stays and names nobody.</p>
${goes.length > 0 && html`<p class="govuk-body">What is kept under their email address is deleted or emptied:</p>${list(goes)}`}
<p class="govuk-body">What was frozen with their name in it stays, such as what they signed, and so does what others wrote of them.</p>
<p class="govuk-body">Write to them first, and say what goes and what stays: their address goes too, so the request is closed with it.</p>
${warningText({ text: 'This cannot be undone.' })}
${form(
  { action, csrf },
  html`${textarea({ id: 'told', name: 'told', label: { text: 'What did you tell them, and when?', classes: 'govuk-label--s' }, rows: 3, value: told, errorMessage: errorAt(errors, 'told') })}
${checkboxes({ name: 'sure', idPrefix: 'sure', errorMessage: errorAt(errors, 'sure'), items: [{ value: 'yes', text: 'I have read what goes and what stays' }] })}
${button({ text: 'Make them anonymous', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
)}`
}`
}

const closing = ({
  close,
  anonymise,
  answer,
  errors,
  csrf,
}: RequestModel): SafeHtml => html`<h2 class="govuk-heading-m">${anonymise?.keptBy.length === 0 ? 'Close it and leave them as they are' : 'Close the request'}</h2>
${form(
  { action: close, csrf },
  html`${textarea({ id: 'answer', name: 'answer', label: { text: 'What was answered, and when?', classes: 'govuk-label--s' }, rows: 3, value: answer, errorMessage: errorAt(errors, 'answer') })}
${button({ text: 'Close it', preventDoubleClick: true })}`,
)}`
