import { notIndependent, reviewRoles } from '../../../../core/reviews/index.ts'
import { plainList } from '../../../../core/text/plain-list.ts'
import { button, checkboxes, input, insetText, summaryList } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  emailAddress,
  errorAt,
  type FieldText,
  illustrativeLabel,
  problemSummary,
} from '../../../../ui/patterns/index.ts'
import { roleWords } from '../../reviews.messages.ts'

type SetModel = {
  readonly typed: {
    readonly email: string
    readonly roles: readonly string[]
    readonly speaksFor: string
    readonly credentials: string
  }
  /** Whoever is changed; undefined where somebody is added. */
  readonly changes: { readonly personId: string; readonly name: string } | undefined
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
${people.map((person) => cardOf(person, set === undefined ? undefined : action))}
${
  bothRoles.length > 0 &&
  insetText({
    text: `${plainList(bothRoles)} ${bothRoles.length > 1 ? 'facilitate' : 'facilitates'} and ${bothRoles.length > 1 ? 'score' : 'scores'}. ${notIndependent}. Choose somebody else for one of the two if you can. Otherwise the report says so.`,
  })
}
${set !== undefined && setForm(set, action)}`,
})

/** @param action of those who may change it */
const cardOf = ({ personId, ...person }: PeopleModel['people'][number], action: string | undefined): SafeHtml =>
  summaryList({
    card: {
      title: { text: person.name, headingLevel: 2 },
      ...(action !== undefined && {
        actions: {
          items: [{ href: `${action}?change=${personId}#email`, text: 'Change', visuallyHiddenText: person.name }],
        },
      }),
    },
    rows: [
      { key: { text: 'Email address' }, value: { html: emailAddress(person.email) } },
      { key: { text: 'What they do' }, value: { text: person.roles } },
      { key: { text: 'They speak for' }, value: { text: person.speaksFor || 'Nobody in particular' } },
      { key: { text: 'What they know' }, value: { text: person.credentials || 'Not said' } },
    ],
  })

const setForm = ({ typed, changes, errors, csrf }: SetModel, action: string): SafeHtml =>
  html`<h2 class="govuk-heading-m">${changes === undefined ? 'Add somebody' : `Change ${changes.name}`}</h2>
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
)}
${changes !== undefined && removeForm(changes, csrf, action)}`

const removeForm = ({ personId, name }: NonNullable<SetModel['changes']>, csrf: string, action: string): SafeHtml =>
  form(
    { action: `${action}/remove`, csrf },
    html`${hidden('person', personId)}${button({ text: `Remove ${name} from the review`, classes: 'govuk-button--warning' })}`,
  )
