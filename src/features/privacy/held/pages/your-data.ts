import { button } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'

/** Where somebody gets a copy of what is kept about them. */
export const yourDataPage = ({ action, csrf }: { readonly action: string; readonly csrf: string }): Page => ({
  title: 'What is kept about you',
  backLink: { href: '/account', text: 'Your account' },
  main: html`<h1 class="govuk-heading-l">What is kept about you</h1>
<p class="govuk-body">You can download everything that this service keeps about you. It covers who you are, the organisations you act for, what you wrote, what you did and what we sent you. The archive has a page to read, and the same data in a file for programs. It does not name other people.</p>
${form({ action, csrf }, button({ text: 'Download what is kept about you' }))}
<h2 class="govuk-heading-m">If something is wrong, or you want to be forgotten</h2>
<p class="govuk-body">Change your name, job title and phone number in your account. For anything else, write to the programme team of the round. It answers within a month. What has to stay, such as what you signed, and for how long, is in the <a class="govuk-link" href="/privacy">privacy notice</a>.</p>`,
})
