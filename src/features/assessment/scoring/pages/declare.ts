import { button, radios, summaryList, textarea, warningText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type DeclareModel = {
  readonly reference: string
  readonly illustrative: boolean
  /** What is known of it before it is opened: whose it is and what about. */
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** What the service has found. */
  readonly found: readonly string[]
  /** Whether one of these keeps this person from reading it. */
  readonly stands: boolean
  readonly action: string
  readonly back: string
  readonly csrf: string
  readonly said: { readonly hasConflict: string; readonly statement: string }
  readonly problems: readonly { readonly text: string; readonly href: string }[]
}

/** Whether somebody has a conflict with an application, asked before its content opens. */
export function declarePage(model: DeclareModel): Page {
  const { problems, found, said } = model
  const error = (field: string) => {
    const text = problems.find(({ href }) => href === `#${field}`)?.text
    return text === undefined ? undefined : { text }
  }
  const title = 'Do you have a conflict of interest?'
  return {
    title,
    backLink: { href: model.back, text: 'Back to your pile' },
    hasErrors: problems.length > 0,
    main: html`${problemSummary(problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Say so before you open the application. A conflict is anything that could make you favour or harm the application, or that others could think would. For example, you, your family or your employer work for the authority or a supplier it names. Or one of you lives there, holds office there or competes with it.</p>
${summaryList({ rows: model.facts.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })) })}
<h2 class="govuk-heading-m">What the service has found</h2>
${
  found.length === 0
    ? html`<p class="govuk-body">Nothing, from the employers, authorities and suppliers that you have told us of.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${found.map((text) => html`<li>${text}</li>`)}</ul>`
}
${model.stands && warningText({ text: 'This keeps you from reading the application. Choose yes: it then goes to somebody else.', iconFallbackText: 'Warning' })}
${form(
  { action: model.action, csrf: model.csrf },
  html`${radios({
    name: 'conflict',
    idPrefix: 'conflict',
    value: said.hasConflict,
    errorMessage: error('conflict'),
    fieldset: {
      legend: { text: 'Do you have a conflict with this application?', classes: 'govuk-fieldset__legend--m' },
    },
    items: [
      {
        value: 'no',
        text: 'No, none that I know of',
        hint: { text: 'The application opens. If you find a conflict later, you can still declare it.' },
      },
      {
        value: 'yes',
        text: 'Yes, or others could think so',
        hint: { text: 'The application is taken away from you at once. What you say here is kept with it.' },
      },
    ],
  })}
${textarea({
  name: 'statement',
  id: 'statement',
  label: { text: 'If yes, what is it?', classes: 'govuk-label--s' },
  hint: { text: 'The programme team and the auditors read this. Do not say more about other people than you must.' },
  value: said.statement,
  rows: 3,
  errorMessage: error('statement'),
})}
${button({ text: 'Continue' })}`,
)}`,
  }
}
