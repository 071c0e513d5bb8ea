import { button } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { emailAddress } from '../../../ui/patterns/index.ts'

/** What a link in an email opens. Nothing has happened yet: programs that check mail open links too. */
export function signInLinkPage(model: {
  readonly action: string
  readonly email: string
  readonly csrf: string
}): Page {
  const { action, email, csrf } = model
  return {
    title: 'Sign in',
    main: html`<h1 class="govuk-heading-l">Sign in</h1>
<p class="govuk-body">You are signing in as <strong>${emailAddress(email)}</strong>.</p>
${form({ action, csrf }, button({ text: 'Sign in', preventDoubleClick: true }))}
<p class="govuk-body">If that is not your email address, close this page.</p>`,
  }
}

/** A link that is used, too old or not one at all, and what to do. */
export function deadLinkPage(model: {
  readonly title: string
  readonly text: string
  readonly signInHref: string
}): Page {
  const { title, text, signInHref } = model
  return {
    title,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${text}</p>
<p class="govuk-body">You are not signed in by it, and nothing has been lost.</p>
${button({ text: 'Ask for a new link', href: signInHref })}`,
  }
}
