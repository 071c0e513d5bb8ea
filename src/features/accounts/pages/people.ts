import { button, tag } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { emailAddress, problemSummary } from '../../../ui/patterns/index.ts'
import { organisationsPath } from '../accounts.paths.ts'
import type { ErrorText } from '../accounts-problems.messages.ts'
import { paragraph } from './problems.ts'

/** Somebody who works for an organisation, or asks to. */
export type MemberRow = {
  readonly name: string
  readonly email: string
  readonly jobTitle: string
  /** When they asked, in words. */
  readonly asked: string
  readonly actionPath: string
  /** False for the person who looks: nobody confirms themselves. */
  readonly decidable: boolean
  /** For requests to any organisation. */
  readonly organisationName?: string
}

export type OrganisationPeopleModel = {
  readonly csrf: string
  readonly organisationName: string
  readonly waiting: readonly MemberRow[]
  readonly members: readonly MemberRow[]
  readonly errors: readonly ErrorText[]
}

export function organisationPeoplePage(model: OrganisationPeopleModel): Page {
  const { csrf, organisationName, waiting, members, errors } = model
  return {
    title: `People of ${organisationName}`,
    backLink: { href: organisationsPath },
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l" id="people">People of ${organisationName}</h1>
${paragraph('Everyone here can read and write the applications of this organisation.')}
${
  waiting.length > 0 &&
  html`<h2 class="govuk-heading-m">Waiting to be confirmed</h2>
<ul class="govuk-list">${waiting.map((row) => requestRow(csrf, row))}</ul>`
}
<h2 class="govuk-heading-m">Confirmed</h2>
${members.length === 0 ? paragraph('Nobody yet.') : html`<ul class="govuk-list">${members.map((row) => memberRow(csrf, row))}</ul>`}`,
  }
}

export type MembershipRequestsModel = {
  readonly csrf: string
  readonly requests: readonly MemberRow[]
  readonly errors: readonly ErrorText[]
}

/** Everyone who waits, whatever the organisation: for a programme team. */
export function membershipRequestsPage({ csrf, requests, errors }: MembershipRequestsModel): Page {
  return {
    title: 'Requests to join an organisation',
    breadcrumbs: [{ text: 'Your funds', href: '/manage' }, { text: 'Requests to join an organisation' }],
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l" id="people">Requests to join an organisation</h1>
${paragraph('Confirm only people you know to work there: they will be able to read and write its applications. People already confirmed there can do this too.')}
${requests.length === 0 ? paragraph('Nobody is waiting.') : html`<ul class="govuk-list">${requests.map((row) => requestRow(csrf, row))}</ul>`}`,
  }
}

const who = ({ name, email, jobTitle, organisationName }: MemberRow): SafeHtml => html`<strong>${name || email}</strong>
${organisationName !== undefined && html`<br>${organisationName}`}
${jobTitle !== '' && html`<br>${jobTitle}`}
${name !== '' && html`<br>${emailAddress(email)}`}`

function requestRow(csrf: string, row: MemberRow): SafeHtml {
  const named = html`<span class="govuk-visually-hidden"> ${row.name || row.email}</span>`
  return html`<li class="govuk-!-margin-bottom-6">${who(row)}<br>
<span class="govuk-hint">Asked ${row.asked}</span>
${
  row.decidable
    ? form(
        { action: row.actionPath, csrf },
        html`<div class="govuk-button-group">
${button({ html: html`Confirm${named}`, name: 'decision', value: 'confirmed' })}
${button({ html: html`Refuse${named}`, name: 'decision', value: 'refused', classes: 'govuk-button--secondary' })}
</div>`,
      )
    : tag({ text: 'Somebody else must confirm you', classes: 'govuk-tag--yellow' })
}</li>`
}

const memberRow = (csrf: string, row: MemberRow): SafeHtml => html`<li class="govuk-!-margin-bottom-6">${who(row)}
${
  row.decidable &&
  form(
    { action: row.actionPath, csrf },
    html`${hidden('decision', 'ended')}<button type="submit" class="app-link-button">Remove<span class="govuk-visually-hidden"> ${row.name || row.email}</span></button>`,
  )
}</li>`
