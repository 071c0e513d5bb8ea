import type { Fund } from '../../../../core/rounds/fund.ts'
import { button, details, input, summaryList, tag } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  emailAddress,
  errorAt,
  type FieldText,
  illustrativeLabel,
  problemSummary,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'
import type { Crumb } from '../../../funds/index.ts'

type Tag = { readonly text: string; readonly classes: string }

export type DirectoryModel = {
  readonly fund: Fund
  readonly breadcrumbs: readonly Crumb[]
  readonly counts: readonly { readonly value: number; readonly label: string }[]
  readonly requests: readonly {
    readonly title: string
    readonly href: string
    readonly council: string
    readonly state: Tag
    readonly expert: string
  }[]
  readonly experts: readonly {
    readonly name: string
    readonly email: string
    readonly href: string
    readonly state: Tag
    readonly knows: string
    readonly open: string
  }[]
  readonly links: readonly { readonly text: string; readonly href: string }[]
  /** Where somebody is invited; undefined for those who only read. */
  readonly invite: { readonly action: string; readonly email: string; readonly name: string } | undefined
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** The expert panel of a fund, for whoever runs it: what is asked, who is on it, and inviting more. */
export const directoryPage = (model: DirectoryModel): Page => ({
  title: 'Expert panel',
  wide: true,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Expert panel' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.fund.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${model.fund.name}</span>Expert panel</h1>
${statisticsRow(model.counts)}
<ul class="govuk-list">${model.links.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>
<h2 class="govuk-heading-l">Questions</h2>
${model.requests.length === 0 ? html`<p class="govuk-body">Nothing has been asked yet.</p>` : requestList(model.requests)}
<h2 class="govuk-heading-l">Experts</h2>
${model.experts.length === 0 ? html`<p class="govuk-body">Nobody has been invited yet.</p>` : expertList(model.experts)}
${model.invite !== undefined && inviteForm(model, model.invite)}`,
})

const requestList = (requests: DirectoryModel['requests']): SafeHtml =>
  summaryList({
    rows: requests.map(({ title, href, council, state, expert }) => ({
      key: { html: html`<a class="govuk-link" href="${href}">${title}</a>` },
      value: { html: html`${tag(state)}<br>${council}${expert !== '' && html`<br>${expert}`}` },
    })),
  })

const expertList = (experts: DirectoryModel['experts']): SafeHtml =>
  summaryList({
    rows: experts.map(({ name, email, href, state, knows, open }) => ({
      key: {
        html: html`<a class="govuk-link" href="${href}">${name}</a>${name !== email && html`<br><span class="govuk-!-font-weight-regular">${emailAddress(email)}</span>`}`,
      },
      value: { html: html`${tag(state)}${knows !== '' && html`<br>Knows: ${knows}`}<br>${open}` },
    })),
  })

const inviteForm = (
  { errors, csrf }: DirectoryModel,
  { action, email, name }: NonNullable<DirectoryModel['invite']>,
): SafeHtml =>
  details({
    summaryText: 'Invite an expert',
    open: errors.length > 0,
    html: html`<p class="govuk-body">We ask them by email. They accept the terms, and enter what they know and the councils they have an interest in.</p>
${form(
  { action, csrf },
  html`${input({ name: 'email', id: 'email', type: 'email', label: { text: 'Email address' }, value: email, autocomplete: 'off', spellcheck: false, errorMessage: errorAt(errors, 'email') })}
${input({ name: 'name', id: 'name', label: { text: 'Name (optional)' }, value: name, autocomplete: 'off' })}
${button({ text: 'Send the invitation', preventDoubleClick: true })}`,
)}`,
  })
