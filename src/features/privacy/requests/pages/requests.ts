import type { SubjectRequestTyped } from '../../../../core/privacy/index.ts'
import { button, input, radios, table, tag, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  dayField,
  emailAddress,
  errorAt,
  type FieldText,
  problemSummary,
  scrolling,
} from '../../../../ui/patterns/index.ts'
import { beside } from '../../pages/beside.ts'
import type { PageLink } from '../../privacy-navigation.ts'

export type RequestsModel = {
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly pages: readonly PageLink[]
  readonly requests: readonly {
    readonly href: string
    readonly title: string
    readonly email: string
    readonly kind: string
    readonly due: string
    readonly state: 'open' | 'late' | 'answered'
  }[]
  readonly kinds: readonly { readonly value: string; readonly text: string }[]
  readonly typed: SubjectRequestTyped
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** What people asked of what is kept about them, and where a request is logged. */
export const requestsPage = (model: RequestsModel): Page => ({
  title: 'Requests of people',
  wide: true,
  hasErrors: model.errors.length > 0,
  breadcrumbs: model.breadcrumbs,
  main: beside(
    model.pages,
    html`${problemSummary(model.errors)}
<h1 class="govuk-heading-l">Requests of people</h1>
<p class="govuk-body">People can ask for a copy of what is kept about them, or to be forgotten. They are answered within a month. Those who can sign in get their own copy from their account.</p>
${model.requests.length === 0 ? html`<p class="govuk-body">Nobody has asked.</p>` : listOf(model)}
<h2 class="govuk-heading-m">Log a request</h2>
${logOf(model)}`,
  ),
})

const states = {
  open: { text: 'To answer', classes: 'govuk-tag--yellow' },
  late: { text: 'Late', classes: 'govuk-tag--red' },
  answered: { text: 'Answered', classes: 'govuk-tag--green' },
} as const

const listOf = ({ requests }: RequestsModel): SafeHtml =>
  scrolling(
    'Requests',
    table({
      caption: 'Requests, those to answer first',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: ['Request', 'Who', 'Asks for', 'Due', 'State'].map((text) => ({ text })),
      rows: requests.map(({ href, title, email, kind, due, state }) => [
        { html: html`<a class="govuk-link" href="${href}">${title}</a>` },
        { html: emailAddress(email) },
        { text: kind },
        { text: due },
        { html: tag(states[state]) },
      ]),
    }),
  )

const logOf = ({ kinds, typed, errors, action, csrf }: RequestsModel): SafeHtml =>
  form(
    { action, csrf },
    html`${radios({
      idPrefix: 'kind',
      name: 'kind',
      fieldset: { legend: { text: 'What do they ask for?', classes: 'govuk-fieldset__legend--s' } },
      errorMessage: errorAt(errors, 'kind'),
      value: typed.kind,
      items: [...kinds],
    })}
${input({ id: 'email', name: 'email', label: { text: 'Email address by which the service knows them', classes: 'govuk-label--s' }, spellcheck: false, value: typed.email, errorMessage: errorAt(errors, 'email') })}
${dayField({ id: 'received', legend: 'When did it come?', hint: 'The day on which anybody in your organisation got it', typed: typed.received, errors })}
${textarea({ id: 'identity', name: 'identity', label: { text: 'How do you know that it is they?', classes: 'govuk-label--s' }, hint: { text: 'For example, that they asked from that address. Do not keep copies of documents' }, rows: 3, value: typed.identity, errorMessage: errorAt(errors, 'identity') })}
${button({ text: 'Log it', preventDoubleClick: true })}`,
  )
