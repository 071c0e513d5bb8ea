import { button, details, input } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import type { ErrorText } from '../accounts.messages.ts'
import { signInCodePath } from '../accounts.paths.ts'
import { problemAt, problemSummary } from './problems.ts'

export type CheckEmailModel = {
  readonly csrf: string
  /** Undefined when this browser has no request that is still good. */
  readonly email: string | undefined
  readonly minutes: number
  readonly askAgainHref: string
  /** The outbox, while nothing carries mail. */
  readonly outboxHref: string | undefined
  readonly errors: readonly ErrorText[]
}

export function checkEmailPage({ csrf, email, minutes, askAgainHref, outboxHref, errors }: CheckEmailModel): Page {
  return {
    title: 'Check your email',
    backLink: { href: askAgainHref },
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">Check your email</h1>
${email !== undefined && html`<p class="govuk-body">We have sent an email to <strong class="govuk-!-text-break-word">${email}</strong>.</p>`}
<p class="govuk-body">Open the link in the email, or enter the 6-digit code here. They work once, for ${minutes} minutes.</p>
${outboxHref !== undefined && html`<p class="govuk-body">Evaluation only: no email leaves this machine. <a class="govuk-link" href="${outboxHref}">Read it in the outbox</a>.</p>`}
${form(
  { action: signInCodePath, csrf },
  html`${input({
    name: 'code',
    label: { text: '6-digit code', classes: 'govuk-label--m' },
    hint: { text: 'You can paste it, with or without the space.' },
    classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    spellcheck: false,
    errorMessage: problemAt(errors, 'code'),
  })}
${button({ text: 'Sign in', preventDoubleClick: true })}`,
)}
${details({
  summaryText: 'The email has not come',
  html: html`<p class="govuk-body">It can take a few minutes. Look in your junk or spam folder too.</p>
<p class="govuk-body"><a class="govuk-link" href="${askAgainHref}">Ask for another email, or use another address</a>.</p>`,
})}`,
  }
}
