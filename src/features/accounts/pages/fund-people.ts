import { button, input, radios, select } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { emailAddress, problemSummary } from '../../../ui/patterns/index.ts'
import type { ErrorText } from '../accounts-problems.messages.ts'
import { paragraph, problemAt } from './problems.ts'

export type FundPeopleModel = {
  readonly csrf: string
  readonly fundName: string
  readonly fundHref: string
  readonly action: string
  /** People who ask to join an organisation: for programme teams. */
  readonly requestsHref: string | undefined
  /** Who holds what, a group for each role that anybody holds. */
  readonly groups: readonly {
    readonly role: string
    readonly people: readonly {
      readonly name: string
      readonly email: string
      readonly about: string
      /** Undefined where others end the role. */
      readonly endPath: string | undefined
    }[]
  }[]
  readonly roles: readonly { readonly value: string; readonly text: string; readonly description: string }[]
  readonly funders: readonly { readonly id: string; readonly name: string }[]
  readonly typed: { readonly email: string; readonly role: string; readonly funder: string }
  readonly errors: readonly ErrorText[]
}

export function fundPeoplePage(model: FundPeopleModel): Page {
  const { csrf, fundName, fundHref, requestsHref, groups, errors } = model
  return {
    title: `People on ${fundName}`,
    breadcrumbs: [{ text: 'Your funds', href: '/manage' }, { text: fundName, href: fundHref }, { text: 'People' }],
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l" id="people">People on ${fundName}</h1>
${requestsHref !== undefined && paragraph(html`<a class="govuk-link" href="${requestsHref}">Requests to join an organisation</a>`)}
${groups.length === 0 && paragraph('Nobody holds a role yet.')}
${groups.map(
  ({ role, people }) => html`<h2 class="govuk-heading-m">${role}</h2>
<ul class="govuk-list">${people.map((person) => personRow(csrf, role, person))}</ul>`,
)}
<h2 class="govuk-heading-m">Give somebody a role</h2>
${paragraph('They are told by email. They sign in with this address, and set up an authenticator app the first time.')}
${paragraph('Nobody gives themselves a role. An administrator, or another representative of the same funder, names a funder’s representative. Nobody on the programme team of a fund can be its funder’s representative, decision maker or auditor.')}
${giveForm(model)}`,
  }
}

const personRow = (
  csrf: string,
  role: string,
  person: FundPeopleModel['groups'][number]['people'][number],
): SafeHtml => html`<li class="govuk-!-margin-bottom-4"><strong>${person.name || person.email}</strong>
${person.name !== '' && html`<br>${emailAddress(person.email)}`}
<br><span class="govuk-hint govuk-!-margin-bottom-1">${person.about}</span>
${
  person.endPath !== undefined &&
  form(
    { action: person.endPath, csrf },
    html`<button type="submit" class="app-link-button">End role<span class="govuk-visually-hidden"> of ${person.name || person.email}: ${role}</span></button>`,
  )
}</li>`

function giveForm({ action, csrf, roles, funders, typed, errors }: FundPeopleModel): SafeHtml {
  const funderChoice = select({
    name: 'funder',
    label: { text: 'Funder they speak for', classes: 'govuk-label--s' },
    hint: { text: 'Only for a funder’s representative.' },
    items: [{ value: '', text: 'No funder' }, ...funders.map(({ id, name }) => ({ value: id, text: name }))],
    value: typed.funder,
    errorMessage: problemAt(errors, 'funder'),
  })
  return form(
    { action, csrf },
    html`${input({
      name: 'email',
      label: { text: 'Email address' },
      type: 'email',
      autocomplete: 'off',
      spellcheck: false,
      value: typed.email,
      errorMessage: problemAt(errors, 'email'),
    })}
${radios({
  name: 'role',
  fieldset: { legend: { text: 'Role', classes: 'govuk-fieldset__legend--s' } },
  value: typed.role,
  errorMessage: problemAt(errors, 'role'),
  items: roles.map(({ value, text, description }) => ({
    value,
    text,
    hint: { text: description },
  })),
})}
${funders.length > 0 && funderChoice}
${button({ text: 'Give role', preventDoubleClick: true })}`,
  )
}
