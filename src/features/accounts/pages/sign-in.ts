import { button, details, input } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary } from '../../../ui/patterns/index.ts'
import { roleNames } from '../accounts.messages.ts'
import { signInAsPath, signInPath } from '../accounts.paths.ts'
import type { ErrorText } from '../accounts-problems.messages.ts'
import type { SeededGroup, SeededKind, SeededPerson } from '../seeded-people.ts'
import { problemAt } from './problems.ts'

export type SignInModel = {
  readonly csrf: string
  readonly email: string
  readonly returnTo: string
  readonly errors: readonly ErrorText[]
  /** The identity provider that is set up, if one is. */
  readonly provider: { readonly label: string; readonly href: string } | undefined
  /** Undefined outside evaluation: there is no such panel then. */
  readonly seededPeople: readonly SeededGroup[] | undefined
}

export function signInPage(model: SignInModel): Page {
  const { csrf, email, returnTo, errors, provider, seededPeople } = model
  return {
    title: 'Sign in',
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">Sign in</h1>
${
  provider &&
  html`${button({ text: `Sign in with ${provider.label}`, href: provider.href })}
<h2 class="govuk-heading-m">Or sign in by email</h2>`
}
<p class="govuk-body">We will send you an email with a link and a 6-digit code. There is no password.</p>
<p class="govuk-body">If this is your first time, this makes your account. Use your work email address, so that we can tell which organisation you work for.</p>
${form(
  { action: signInPath, csrf },
  html`${hidden('return', returnTo)}
${input({
  name: 'email',
  label: { text: 'Email address', classes: 'govuk-label--m' },
  type: 'email',
  autocomplete: 'email',
  spellcheck: false,
  value: email,
  errorMessage: problemAt(errors, 'email'),
})}
${button({ text: 'Continue', preventDoubleClick: true })}`,
)}
${seededPeople !== undefined && evaluationPanel(model, seededPeople)}`,
  }
}

/** How many of a kind are shown at once; the others of that kind are a click away. */
const shown = 4

const kindHeading: Record<SeededKind, string> = {
  ...roleNames,
  council: 'Councils and their partners',
  neither: 'Experts, suppliers and others',
}

const evaluationPanel = (model: SignInModel, groups: readonly SeededGroup[]): SafeHtml =>
  html`<section class="govuk-!-margin-top-6" aria-labelledby="evaluation">
<h2 class="govuk-heading-m" id="evaluation">Evaluation only: sign in as a made-up person</h2>
<p class="govuk-body">These people do not exist. They are here because this copy of the service is for trying out, and they go when it is set up to send email.</p>
${groups.length === 0 && html`<p class="govuk-body">There are none yet.</p>`}
${groups.map((group) => kindPart(model, group))}
</section>`

const kindPart = (model: SignInModel, { of, people }: SeededGroup): SafeHtml => html`
<h3 class="govuk-heading-s">${kindHeading[of]}</h3>
${personList(model, people.slice(0, shown))}
${
  people.length > shown &&
  details({
    summaryText: `${people.length - shown} more: ${kindHeading[of]}`,
    html: personList(model, people.slice(shown)),
  })
}`

const personList = (model: SignInModel, people: readonly SeededPerson[]): SafeHtml =>
  html`<ul class="govuk-list govuk-list--spaced">${people.map((person) => personRow(model, person))}</ul>`

const personRow = ({ csrf, returnTo }: SignInModel, person: SeededPerson): SafeHtml => html`<li>
${form(
  { action: signInAsPath, csrf },
  html`${hidden('person', person.id)}${hidden('return', returnTo)}
${button({ text: `Sign in as ${person.name}`, classes: 'govuk-button--secondary govuk-!-margin-bottom-1' })}`,
)}
<ul class="govuk-list govuk-hint govuk-!-margin-bottom-0">
${person.does.map((line) => html`<li>${line}</li>\n`)}</ul>
</li>`
