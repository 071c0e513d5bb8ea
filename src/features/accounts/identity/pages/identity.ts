import { button } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'

export type NotSignedInModel = {
  readonly why: string
  readonly label: string
  readonly againHref: string
  readonly emailHref: string
}

/** What somebody sees whom the provider sent back without being signed in. */
export const notSignedInPage = ({ why, label, againHref, emailHref }: NotSignedInModel): Page => ({
  title: 'You are not signed in',
  main: html`<h1 class="govuk-heading-l">You are not signed in</h1>
<p class="govuk-body">${why}</p>
<p class="govuk-body">You can always <a class="govuk-link" href="${emailHref}">sign in by email</a>.</p>
${button({ text: `Try ${label} again`, href: againHref, classes: 'govuk-button--secondary' })}`,
})

export type SignedOutModel = { readonly label: string; readonly signOutHref: string }

/** After signing out here: at the provider they may still be signed in, which matters on a shared computer. */
export const signedOutPage = ({ label, signOutHref }: SignedOutModel): Page => ({
  title: 'You have signed out',
  main: html`<h1 class="govuk-heading-l">You have signed out</h1>
<p class="govuk-body">If you signed in with ${label}, you are still signed in there. On a computer that others use, sign out there too.</p>
${button({ text: `Sign out of ${label}`, href: signOutHref, classes: 'govuk-button--secondary' })}
<p class="govuk-body"><a class="govuk-link" href="/">Go to the front page</a></p>`,
})
