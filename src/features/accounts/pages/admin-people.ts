import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { emailAddress, problemSummary, type Sought, searchBox } from '../../../ui/patterns/index.ts'
import { administrationCrumb } from '../../notifications/index.ts'
import { adminPeoplePath } from '../accounts.paths.ts'
import { paragraph } from './problems.ts'

export type AdminPeopleModel = {
  readonly csrf: string
  readonly sought: Sought
  readonly people: readonly {
    readonly name: string
    readonly email: string
    readonly roles: string
    /** Undefined when there is no authenticator to reset. */
    readonly resetPath: string | undefined
  }[]
}

export function adminPeoplePage({ csrf, sought, people }: AdminPeopleModel): Page {
  return {
    title: 'People',
    breadcrumbs: [administrationCrumb, { text: 'People' }],
    hasErrors: sought.problems.length > 0,
    main: html`${problemSummary(sought.problems)}
<h1 class="govuk-heading-l">People</h1>
${paragraph('If somebody has lost their authenticator app, make sure that it is really they who ask, then reset it. They are signed out everywhere, told by email, and set up an app when they next sign in.')}
${searchBox({ action: adminPeoplePath, field: 'query', label: { text: 'Name or email address' }, sought })}
<h2 class="govuk-heading-m">${sought.words === '' ? 'People who hold a role' : `Found for “${sought.words}”`}</h2>
${people.length === 0 ? paragraph('Nobody.') : html`<ul class="govuk-list">${people.map((person) => personRow(csrf, person))}</ul>`}`,
  }
}

const personRow = (
  csrf: string,
  person: AdminPeopleModel['people'][number],
): SafeHtml => html`<li class="govuk-!-margin-bottom-4"><strong>${person.name || person.email}</strong>
${person.name !== '' && html`<br>${emailAddress(person.email)}`}
<br><span class="govuk-hint govuk-!-margin-bottom-1">${person.roles}</span>
${
  person.resetPath !== undefined &&
  form(
    { action: person.resetPath, csrf },
    html`<button type="submit" class="app-link-button">Reset authenticator app<span class="govuk-visually-hidden"> of ${person.name || person.email}</span></button>`,
  )
}</li>`
