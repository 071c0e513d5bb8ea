import { button, input, radios, summaryList, tag } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { emailAddress, problemSummary } from '../../../ui/patterns/index.ts'
import { deliveryPath } from '../../notifications/index.ts'
import {
  accountPath,
  detailsPath,
  endAllSessionsPath,
  organisationsPath,
  sessionsPath,
  yourDataPath,
} from '../accounts.paths.ts'
import type { ErrorText } from '../accounts-problems.messages.ts'
import { unlinkPath } from '../identity/identity.paths.ts'
import { paragraph, problemAt } from './problems.ts'

export type AccountModel = {
  readonly email: string
  readonly name: string
  readonly jobTitle: string
  readonly phone: string
  /** The name of the language in which they are written to; undefined where there is one alone. */
  readonly language: string | undefined
  /** Each with its state, where it is not confirmed yet. */
  readonly organisations: readonly string[]
  readonly roles: readonly string[]
  /** The account of the identity provider that is linked to them, if one is. */
  readonly linked: { readonly label: string; readonly since: string } | undefined
  readonly csrf: string
}

export function accountPage(model: AccountModel): Page {
  const { email, name, jobTitle, phone, language, organisations, roles, linked, csrf } = model
  const lines = (items: readonly string[], none: string) =>
    items.length === 0 ? { text: none } : { html: html`${items.map((item) => html`<div>${item}</div>`)}` }
  const change = (href: string, what: string) => ({
    items: [{ href, text: 'Change', visuallyHiddenText: what }],
  })
  return {
    title: 'Your account',
    main: html`<h1 class="govuk-heading-l">Your account</h1>
${summaryList({
  rows: [
    { key: { text: 'Email address' }, value: { html: emailAddress(email) } },
    { key: { text: 'Name' }, value: { text: name || 'Not given' }, actions: change(detailsPath, 'your name') },
    {
      key: { text: 'Job title' },
      value: { text: jobTitle || 'Not given' },
      actions: change(`${detailsPath}#jobTitle`, 'your job title'),
    },
    {
      key: { text: 'Phone number' },
      value: { text: phone || 'Not given' },
      actions: change(`${detailsPath}#phone`, 'your phone number'),
    },
    ...(language === undefined
      ? []
      : [
          {
            key: { text: 'Language' },
            value: { html: html`<span translate="no">${language}</span>` },
            actions: change(`${detailsPath}#language`, 'your language'),
          },
        ]),
    {
      key: { text: 'Organisations' },
      value: lines(organisations, 'None'),
      actions: change(organisationsPath, 'the organisations you work for'),
    },
    ...(roles.length === 0 ? [] : [{ key: { text: 'Roles' }, value: lines(roles, '') }]),
  ],
})}
${paragraph(html`<a class="govuk-link" href="${deliveryPath()}">What we email you</a>`)}
${paragraph(html`<a class="govuk-link" href="${sessionsPath}">Where you are signed in</a>`)}
${paragraph(html`<a class="govuk-link" href="${yourDataPath}">What is kept about you</a>`)}
${linked && linkedAccount(linked, csrf)}`,
  }
}

const linkedAccount = ({ label, since }: NonNullable<AccountModel['linked']>, csrf: string): SafeHtml =>
  html`<h2 class="govuk-heading-m">Signing in with ${label}</h2>
<p class="govuk-body">An account there has been linked to you since ${since}. If you have another one now, unlink the old one, and sign in with the new one.</p>
${form({ action: unlinkPath, csrf }, button({ text: 'Unlink it', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`

/** A language that somebody can choose, named in itself. */
export type LanguageChoice = { readonly tag: string; readonly name: string }

export type DetailsModel = {
  readonly csrf: string
  readonly returnTo: string
  readonly name: string
  readonly jobTitle: string
  readonly phone: string
  /** Empty where there is one alone. */
  readonly languages: readonly LanguageChoice[]
  /** The tag of theirs. */
  readonly language: string
  /** They have just signed in for the first time. */
  readonly firstTime: boolean
  readonly errors: readonly ErrorText[]
}

export function detailsPage(model: DetailsModel): Page {
  const { csrf, returnTo, name, jobTitle, phone, firstTime, errors } = model
  const title = firstTime ? 'Tell us who you are' : 'Your details'
  return {
    title,
    ...(firstTime ? {} : { backLink: { href: accountPath } }),
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Colleagues and the programme team see this beside what you write.</p>
${form(
  { action: detailsPath, csrf },
  html`${hidden('return', returnTo)}
${input({ name: 'name', label: { text: 'Full name' }, autocomplete: 'name', value: name, spellcheck: false, errorMessage: problemAt(errors, 'name') })}
${input({ name: 'jobTitle', label: { text: 'Job title (optional)' }, autocomplete: 'organization-title', value: jobTitle, errorMessage: problemAt(errors, 'jobTitle') })}
${input({ name: 'phone', label: { text: 'Phone number (optional)' }, type: 'tel', autocomplete: 'tel', classes: 'govuk-input--width-20', value: phone, errorMessage: problemAt(errors, 'phone') })}
${languageField(model)}
${button({ text: firstTime ? 'Continue' : 'Save', preventDoubleClick: true })}`,
)}`,
  }
}

const languageField = ({ languages, language, errors }: DetailsModel): SafeHtml | false =>
  languages.length > 0 &&
  radios({
    name: 'language',
    idPrefix: 'language',
    fieldset: { legend: { text: 'Language', classes: 'govuk-fieldset__legend--s' } },
    hint: {
      text: 'For these pages, and for the emails and notifications that we send you. What was sent before stays as it is. Only you see this.',
    },
    value: language,
    items: languages.map(({ tag, name }) => ({
      value: tag,
      html: html`<span lang="${tag}" translate="no">${name}</span>`,
    })),
    errorMessage: problemAt(errors, 'language'),
  })

export type SessionsModel = {
  readonly csrf: string
  readonly sessions: readonly {
    readonly browser: string
    readonly signedIn: string
    readonly lastUsed: string
    readonly here: boolean
    readonly endPath: string
  }[]
}

export function sessionsPage({ csrf, sessions }: SessionsModel): Page {
  const row = ({ browser, signedIn, lastUsed, here, endPath }: SessionsModel['sessions'][number]) =>
    html`<li class="govuk-!-margin-bottom-6"><strong>${browser}</strong>${here && html` ${tag({ text: 'This browser' })}`}
<br>Last used ${lastUsed}
<br>Signed in ${signedIn}
${form(
  { action: endPath, csrf },
  html`<button type="submit" class="app-link-button">Sign out<span class="govuk-visually-hidden"> of ${browser}, signed in ${signedIn}</span></button>`,
)}</li>`
  return {
    title: 'Where you are signed in',
    backLink: { href: accountPath },
    main: html`<h1 class="govuk-heading-l">Where you are signed in</h1>
<p class="govuk-body">You are signed out after 30 minutes without use, and after 12 hours whatever you do. What you have saved stays.</p>
<ul class="govuk-list">${sessions.map(row)}</ul>
${form(
  { action: endAllSessionsPath, csrf },
  button({ text: 'Sign out everywhere', classes: 'govuk-button--warning', preventDoubleClick: true }),
)}`,
  }
}
