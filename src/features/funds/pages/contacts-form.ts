import type { RoundInFund } from '../../../core/rounds/round.ts'
import { details, textarea } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary } from '../../../ui/patterns/index.ts'
import type { Words } from '../fields.messages.ts'
import { caption, errorAt, saveButton } from './parts.ts'

export type ContactsFormModel = {
  readonly round: RoundInFund
  readonly pasted: string
  readonly without: readonly { readonly code: string; readonly name: string }[]
  readonly errors: readonly Words[]
  readonly action: string
  readonly backHref: string
  readonly csrf: string
}

/** Takes the addresses of invited authorities from a spreadsheet. */
export function contactsFormPage(model: ContactsFormModel): Page {
  const { round, pasted, without, errors } = model
  return {
    title: 'Add email addresses',
    hasErrors: errors.length > 0,
    backLink: { href: model.backHref },
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(`${round.fund.name}: ${round.name}`)}Add email addresses</h1>
<p class="govuk-body">The invitation goes to each new address at once.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${textarea({
    id: 'contacts',
    name: 'contacts',
    label: { text: 'Codes and email addresses', classes: 'govuk-label--s' },
    hint: {
      text: 'One authority on each line: its GSS code or its code in the register, a comma, and its email address. For example E06000001,a@example.org',
    },
    errorMessage: errorAt(errors, 'contacts'),
    value: pasted,
    rows: 12,
    spellcheck: false,
  })}
${saveButton('Save and send')}`,
)}
${
  without.length > 0 &&
  details({
    summaryText:
      without.length === 1 ? '1 authority without an address' : `${without.length} authorities without an address`,
    html: html`<ul class="govuk-list">${without.map(({ code, name }) => html`<li>${code}: ${name}</li>`)}</ul>`,
  })
}`,
  }
}
