import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'

type Part = { readonly text: string; readonly href: string; readonly about: string }

/** What there is to look after, each with what is found there. */
export const administrationPage = (parts: readonly Part[]): Page => ({
  title: 'Administration',
  main: html`<h1 class="govuk-heading-xl">Administration</h1>
<ul class="govuk-list govuk-list--spaced">${parts.map(
    ({ text, href, about }) =>
      html`<li><a class="govuk-link" href="${href}">${text}</a><br><span class="govuk-hint">${about}</span></li>`,
  )}</ul>`,
})
