import { button, input, insetText, radios, summaryList } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { emailAddress, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { somePages } from '../../partners/pages/some-pages.ts'

export type ColleaguesModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly lead: string
  readonly colleagues: readonly { readonly email: string; readonly name: string; readonly facts: string }[]
  readonly pages: readonly { readonly id: string; readonly title: string }[]
  readonly typed: { readonly email: string; readonly part: string; readonly pages: readonly string[] }
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly fixed: boolean
  readonly action: string
  readonly removeAction: string
  readonly back: string
  readonly csrf: string
}

/** People invited to write an application by their addresses. */
export function colleaguesPage(model: ColleaguesModel): Page {
  const { problems } = model
  const title = 'People who write with you'
  return {
    title,
    backLink: { href: model.back, text: 'Back to all questions' },
    hasErrors: problems.length > 0,
    main: html`${problemSummary(problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Everyone whose work for ${model.lead} is confirmed can write this application, and so can people of your partners. Invite others here, such as a consultant or a trade union.</p>
${listOf(model)}
${model.fixed ? insetText({ text: 'This application is submitted, so nobody can be invited.' }) : inviteForm(model)}`,
  }
}

const listOf = ({ colleagues, removeAction, csrf }: ColleaguesModel): SafeHtml | false =>
  colleagues.length > 0 &&
  summaryList({
    rows: colleagues.map(({ email, name, facts }) => ({
      key: { html: name === '' ? emailAddress(email) : html`${name}` },
      value: {
        html: html`${name !== '' && html`${emailAddress(email)}<br>`}${facts}
${form(
  { action: removeAction, csrf },
  html`${hidden('email', email)}${button({
    html: html`Remove<span class="govuk-visually-hidden"> ${email}</span>`,
    classes: 'govuk-button--secondary govuk-!-margin-top-2 govuk-!-margin-bottom-0',
  })}`,
)}`,
      },
    })),
  })

function inviteForm({ action, csrf, typed, pages, problems }: ColleaguesModel): SafeHtml {
  const problemAt = (href: string) => problems.find((problem) => problem.href === href)
  return html`<h2 class="govuk-heading-m">Invite somebody</h2>
${form(
  { action, csrf },
  html`${input({
    id: 'email',
    name: 'email',
    type: 'email',
    autocomplete: 'off',
    spellcheck: false,
    label: { text: 'Email address', classes: 'govuk-label--s' },
    hint: { text: 'They sign in with this address. The invitation lasts 14 days.' },
    value: typed.email,
    errorMessage: problemAt('#email'),
  })}${radios({
    name: 'part',
    idPrefix: 'part',
    fieldset: { legend: { text: 'What do they write?', classes: 'govuk-fieldset__legend--s' } },
    value: typed.part,
    errorMessage: problemAt('#part'),
    items: [
      { value: 'all', text: 'All of it' },
      { value: 'some', text: 'Some pages', hint: { text: 'Choose them below. They can read all of it' } },
    ],
  })}${somePages(pages, typed.pages)}${button({ text: 'Send the invitation', preventDoubleClick: true })}`,
)}`
}
