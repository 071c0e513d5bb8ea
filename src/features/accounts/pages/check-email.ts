import { button, details, input, insetText } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { emailAddress, problemSummary } from '../../../ui/patterns/index.ts'
import { signInCodePath } from '../accounts.paths.ts'
import type { ErrorText } from '../accounts-problems.messages.ts'
import { problemAt } from './problems.ts'

export type CheckEmailModel = {
  readonly csrf: string
  /** Undefined when this browser has no request that is still good. */
  readonly email: string | undefined
  readonly minutes: number
  /** When codes of this address are taken again, while none is. */
  readonly codesAgain: string | undefined
  readonly askAgainHref: string
  /** The outbox, while nothing carries mail. */
  readonly outboxHref: string | undefined
  readonly errors: readonly ErrorText[]
}

export function checkEmailPage(model: CheckEmailModel): Page {
  const { email, minutes, codesAgain, askAgainHref, outboxHref, errors } = model
  const what =
    codesAgain === undefined
      ? 'Open the link in the email, or enter the 6-digit code here. They work'
      : 'Open the link in the email. It works'
  return {
    title: 'Check your email',
    backLink: { href: askAgainHref },
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">Check your email</h1>
${email !== undefined && html`<p class="govuk-body">We have sent an email to <strong>${emailAddress(email)}</strong>.</p>`}
<p class="govuk-body">${what} once, for ${minutes} minutes.</p>
${outboxHref !== undefined && html`<p class="govuk-body">Evaluation only: no email leaves this machine. <a class="govuk-link" href="${outboxHref}">Read it in the outbox</a>.</p>`}
${codesAgain === undefined ? codeForm(model) : noCodes(codesAgain)}
${details({
  summaryText: 'The email has not come',
  html: html`<p class="govuk-body">It can take a few minutes. Look in your junk or spam folder too.</p>
<p class="govuk-body"><a class="govuk-link" href="${askAgainHref}">Ask for another email, or use another address</a>.</p>`,
})}`,
  }
}

const codeForm = ({ csrf, errors }: CheckEmailModel): SafeHtml =>
  form(
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
  )

const noCodes = (codesAgain: string): SafeHtml =>
  insetText({
    id: 'code',
    text: `Too many wrong codes were entered for this address, so only the link signs you in. Codes work again after ${codesAgain}.`,
  })
