import { button, radios, select, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, timeline } from '../../../../ui/patterns/index.ts'
import { inNetwork, link, type OfFund, paragraph } from '../../pages/in-network.ts'

type Choice = { readonly value: string; readonly text: string }

export type ModerationModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly reports: readonly {
    readonly href: string
    readonly title: string
    readonly author: string
    readonly why: string
    readonly by: string
  }[]
  readonly appeals: readonly {
    readonly what: string
    readonly words: string
    /** The id of its answer, and what is typed into it. */
    readonly field: string
    readonly typed: string
    readonly action: string
    /** Where its post is decided on again; undefined where it is about no post. */
    readonly postHref: string | undefined
  }[]
  readonly mails: readonly { readonly from: string; readonly what: string; readonly when: string }[]
  readonly done: readonly {
    readonly title: string
    readonly time: string
    readonly datetime: string
    readonly by: string
    readonly description: string
  }[]
  readonly members: readonly Choice[]
  readonly memberAction: string
  readonly typed: { readonly member: string; readonly measure: string; readonly text: string }
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

const label = (text: string) => ({ text, classes: 'govuk-label--s' })

/** What waits for those who moderate a network, and what was done. */
export const moderationPage = (model: ModerationModel): Page =>
  inNetwork(
    { ...model, title: 'Moderation' },
    html`<h2 class="govuk-heading-m">Reported posts</h2>
${model.reports.length === 0 && paragraph('No report waits.')}
${model.reports.map(({ href, title, author, why, by }) =>
  summaryList({
    card: { title: { html: link(href, title), headingLevel: 3 } },
    rows: [
      { key: { text: 'By' }, value: { text: author } },
      { key: { text: 'Why' }, value: { text: why } },
      { key: { text: 'Reported' }, value: { text: by } },
    ],
  }),
)}
<h2 class="govuk-heading-m">Appeals</h2>
${model.appeals.length === 0 && paragraph('No appeal waits.')}
${model.appeals.map((appeal) => appealForm(model, appeal))}
<h2 class="govuk-heading-m">A member</h2>
${memberForm(model)}
<h2 class="govuk-heading-m">Emails that were not taken</h2>
${
  model.mails.length === 0
    ? paragraph('None.')
    : html`<ul class="govuk-list">${model.mails.map(({ from, what, when }) => html`<li>${from}. ${what}<br><span class="govuk-hint">${when}</span></li>`)}</ul>`
}
${model.done.length > 0 && html`<h2 class="govuk-heading-m">What was done</h2>${timeline(model.done)}`}`,
  )

const appealForm = (
  { csrf, errors }: ModerationModel,
  { what, words, field, typed, action, postHref }: ModerationModel['appeals'][number],
): SafeHtml =>
  html`${paragraph(html`<strong>${postHref === undefined ? what : link(postHref, what)}</strong>`)}
<p class="govuk-body app-kept-lines">${words}</p>
${form(
  { action, csrf },
  html`${textarea({ id: field, name: 'text', value: typed, errorMessage: errorAt(errors, field), label: label('Your answer'), hint: { text: 'We tell the person who appealed. To show a post again or let somebody in again, do that too' }, rows: 4 })}
${button({ text: 'Answer the appeal', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
)}`

const memberForm = ({ memberAction, members, typed, errors, csrf }: ModerationModel): SafeHtml =>
  form(
    { action: memberAction, csrf },
    html`${select({ id: 'member', name: 'member', label: label('Who?'), value: typed.member, errorMessage: errorAt(errors, 'member'), items: [{ value: '', text: 'Select a member' }, ...members] })}
${radios({
  name: 'measure',
  idPrefix: 'measure',
  fieldset: { legend: { text: 'What is done?', classes: 'govuk-fieldset__legend--s' } },
  value: typed.measure,
  errorMessage: errorAt(errors, 'measure'),
  items: [
    { value: 'warned', text: 'Warn them' },
    { value: 'removed', text: 'Remove them from the network' },
    { value: 'readmitted', text: 'Let them in again' },
  ],
})}
${textarea({ id: 'text', name: 'text', label: label('Why?'), hint: { text: 'They are told' }, rows: 4, value: typed.text, errorMessage: errorAt(errors, 'text') })}
${button({ text: 'Do it and tell them', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )
