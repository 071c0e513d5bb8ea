import { notIndependent, reviewRoles } from '../../../../core/reviews/index.ts'
import { plainList } from '../../../../core/text/plain-list.ts'
import { button, checkboxes, input, insetText, table } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary, scrolling } from '../../../../ui/patterns/index.ts'
import { roleWords } from '../../reviews.messages.ts'

type SetModel = {
  readonly typed: {
    readonly email: string
    readonly roles: readonly string[]
    readonly speaksFor: string
    readonly credentials: string
  }
  /** The name of whoever is changed; undefined where somebody is added. */
  readonly changes: string | undefined
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

export type PeopleModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly people: readonly {
    readonly personId: string
    readonly name: string
    readonly email: string
    readonly roles: string
    readonly speaksFor: string
    readonly credentials: string
  }[]
  /** Names of those who facilitate and score. */
  readonly bothRoles: readonly string[]
  /** For those who may say who works on it. */
  readonly set: SetModel | undefined
  readonly action: string
}

/** Who works on a review. */
export const peoplePage = ({ illustrative, breadcrumbs, people, bothRoles, set, action }: PeopleModel): Page => ({
  title: 'Who works on it',
  hasErrors: (set?.errors ?? []).length > 0,
  breadcrumbs: [...breadcrumbs, { text: 'Who works on it' }],
  main: html`${problemSummary(set?.errors ?? [])}
${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l">Who works on it</h1>
${scrolling(
  'People of the review',
  table({
    head: [
      { text: 'Name' },
      { text: 'What they do' },
      { text: 'They speak for' },
      { text: 'What they know' },
      ...(set === undefined ? [] : [{ text: 'Change' }]),
    ],
    rows: people.map((person) => [
      { html: html`${person.name}<br><span class="govuk-hint govuk-!-font-size-16">${person.email}</span>` },
      { text: person.roles },
      { text: person.speaksFor },
      { text: person.credentials },
      ...(set === undefined ? [] : [{ html: actionsOf(person, set, action) }]),
    ]),
  }),
)}
${
  bothRoles.length > 0 &&
  insetText({
    text: `${plainList(bothRoles)} ${bothRoles.length > 1 ? 'facilitate' : 'facilitates'} and ${bothRoles.length > 1 ? 'score' : 'scores'}. ${notIndependent}. Choose somebody else for one of the two if you can. Otherwise the report says so.`,
  })
}
${set !== undefined && setForm(set, action)}`,
})

const actionsOf = (
  { personId, name }: PeopleModel['people'][number],
  { csrf }: SetModel,
  action: string,
): SafeHtml => html`<p class="govuk-body"><a class="govuk-link" href="${action}?change=${personId}#email">Change<span class="govuk-visually-hidden"> ${name}</span></a></p>
${form(
  { action: `${action}/remove`, csrf },
  html`${hidden('person', personId)}${button({ html: html`Remove<span class="govuk-visually-hidden"> ${name}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}`,
)}`

const setForm = ({ typed, changes, errors, csrf }: SetModel, action: string): SafeHtml =>
  html`<h2 class="govuk-heading-m">${changes === undefined ? 'Add somebody' : `Change ${changes}`}</h2>
${form(
  { action, csrf },
  html`${input({ id: 'email', name: 'email', type: 'email', autocomplete: 'off', spellcheck: false, label: { text: 'Email address', classes: 'govuk-label--s' }, hint: { text: 'They are written to once. They see this review and nothing else of the council' }, value: typed.email, errorMessage: errorAt(errors, 'email') })}
${checkboxes({
  idPrefix: 'roles',
  name: 'roles',
  fieldset: { legend: { text: 'What do they do?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt(errors, 'roles'),
  values: typed.roles,
  items: reviewRoles.map((role) => ({
    value: role,
    text: roleWords[role].name,
    hint: { text: roleWords[role].what },
  })),
})}
${input({ id: 'speaks-for', name: 'speaks-for', label: { text: 'For whom do they speak? (optional)', classes: 'govuk-label--s' }, hint: { text: 'Such as staff, users, members or finance: weights and scores are compared by it' }, classes: 'govuk-input--width-20', value: typed.speaksFor, errorMessage: errorAt(errors, 'speaks-for') })}
${input({ id: 'credentials', name: 'credentials', label: { text: 'What do they know of the service or of appraisal?', classes: 'govuk-label--s' }, hint: { text: 'Needed of facilitators and scorers, such as “Head of youth work, 12 years”. It is printed in the report' }, value: typed.credentials, errorMessage: errorAt(errors, 'credentials') })}
${button({ text: changes === undefined ? 'Add' : 'Save', preventDoubleClick: true })}`,
)}`
