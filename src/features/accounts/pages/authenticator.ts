import { button, details, input, insetText } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary, qrCode } from '../../../ui/patterns/index.ts'
import { authenticatorPath } from '../accounts.paths.ts'
import type { ErrorText } from '../accounts-problems.messages.ts'
import { problemAt } from './problems.ts'

type Shared = { readonly csrf: string; readonly returnTo: string; readonly errors: readonly ErrorText[] }

export type SetUpModel = Shared & {
  /** In groups of four. */
  readonly secret: string
  readonly sealed: string
  readonly otpauthHref: string
  readonly account: string
}

export function setUpAuthenticatorPage(model: SetUpModel): Page {
  const { csrf, returnTo, errors, secret, sealed, otpauthHref, account } = model
  return {
    title: 'Set up an authenticator app',
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">Set up an authenticator app</h1>
<p class="govuk-body">You hold a role in this service, so signing in has a second step: a code from an app on your phone or computer.</p>
<ol class="govuk-list govuk-list--number govuk-list--spaced">
<li>Install an authenticator app if you have none. Any that makes 6-digit codes will do, such as Microsoft Authenticator or Google Authenticator.</li>
<li>Scan the code below with the app. If the app is on the device you are reading this on, <a class="govuk-link" href="${otpauthHref}">open this link in the app</a>. Or choose to enter a key by hand, and type the account and the secret below.</li>
<li>Enter the code that the app then shows.</li>
</ol>
${qrCode({ says: otpauthHref, title: 'QR code for your authenticator app. It holds the account and the secret that stand below.' })}
${insetText({ html: html`Account: <strong class="govuk-!-text-break-word">${account}</strong><br>Secret: <strong><code>${secret}</code></strong>` })}
${codeForm({ csrf, returnTo, errors, button: 'Set up and continue', more: hidden('sealed', sealed) })}`,
  }
}

export function enterAuthenticatorPage(model: Shared): Page {
  const { errors } = model
  return {
    title: 'Enter the code from your authenticator app',
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">Enter the code from your authenticator app</h1>
${codeForm({ ...model, button: 'Continue' })}
${details({
  summaryText: 'I cannot use my authenticator app',
  text: 'Ask an administrator of the service to reset it. You set an app up again when you next sign in.',
})}`,
  }
}

function codeForm(model: Shared & { readonly button: string; readonly more?: SafeHtml }): SafeHtml {
  const { csrf, returnTo, errors, more } = model
  return form(
    { action: authenticatorPath, csrf },
    html`${hidden('return', returnTo)}${more}
${input({
  name: 'code',
  label: { text: '6-digit code', classes: 'govuk-label--m' },
  hint: { text: 'It changes every 30 seconds.' },
  classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing',
  inputmode: 'numeric',
  autocomplete: 'one-time-code',
  spellcheck: false,
  errorMessage: problemAt(errors, 'code'),
})}
${button({ text: model.button, preventDoubleClick: true })}`,
  )
}
