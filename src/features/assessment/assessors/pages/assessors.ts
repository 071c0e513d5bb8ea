import { button, errorSummary, input, summaryList, tag, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { emailAddress, illustrativeLabel, statisticsRow } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { assessmentCrumbs } from '../../list-crumbs.ts'
import { assessorsPath, endAssessorPath } from '../assessors.paths.ts'

type Problem = { readonly field: string; readonly text: string }

export type AssessorsModel = {
  readonly round: RoundInFund
  readonly counts: readonly { readonly value: number; readonly label: string }[]
  readonly rows: readonly {
    readonly name: string
    readonly email: string
    readonly href: string
    readonly state: string
    readonly knows: string
    readonly load: string
    readonly reads: number
    readonly interests: string
  }[]
  readonly mayRun: boolean
  readonly typed: { readonly email: string; readonly name: string }
  readonly errors: readonly Problem[]
  readonly csrf: string
}

const problemsOf = (errors: readonly Problem[]) =>
  errors.length > 0 &&
  errorSummary({
    titleText: 'There is a problem',
    errorList: errors.map(({ field, text }) => ({ text, href: `#${field}` })),
  })

const errorAt = (errors: readonly Problem[], field: string) => {
  const found = errors.find((error) => error.field === field)
  return found && { text: found.text }
}

/** Who assesses the round, and asking more. */
export const assessorsPage = (model: AssessorsModel): Page => {
  const { round, rows, errors } = model
  return {
    title: 'Assessors',
    wide: true,
    hasErrors: errors.length > 0,
    breadcrumbs: [...assessmentCrumbs(round), { text: 'Assessors' }],
    main: html`${illustrativeLabel(round.illustrative)}
${problemsOf(errors)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.name}</span>Assessors</h1>
${statisticsRow(model.counts)}
${rows.length === 0 ? html`<p class="govuk-body">Nobody has been asked yet.</p>` : listOf(rows)}
${model.mayRun && inviteForm(model)}`,
  }
}

/** A row for each assessor: on a phone its parts stand one below the other. */
const listOf = (rows: AssessorsModel['rows']): SafeHtml =>
  summaryList({
    rows: rows.map(({ name, email, href, state, knows, load, reads, interests }) => ({
      key: {
        html: html`<a class="govuk-link" href="${href}">${name}</a>${name !== email && html`<br><span class="govuk-!-font-weight-regular">${emailAddress(email)}</span>`}`,
      },
      value: {
        html: html`${tag({ text: state, classes: state === 'Accepted' ? 'govuk-tag--green' : 'govuk-tag--grey' })}
<ul class="govuk-list govuk-!-margin-top-2">${[
          ['Knows', knows],
          ['Would read', load],
          ['Reads now', String(reads)],
          ['Interests', interests],
        ].map(([label, text]) => text !== '' && html`<li>${label}: ${text}</li>`)}</ul>`,
      },
    })),
  })

const inviteForm = ({ round, typed, errors, csrf }: AssessorsModel): SafeHtml => html`
<h2 class="govuk-heading-l">Invite an assessor</h2>
<p class="govuk-body">They are asked by email. If they accept, they enter what they know, how many they would read, and the authorities and suppliers they have an interest in.</p>
${form(
  { action: assessorsPath(round.fund.slug, round.slug), csrf },
  html`${input({
    name: 'email',
    id: 'email',
    type: 'email',
    label: { text: 'Email address' },
    value: typed.email,
    autocomplete: 'off',
    spellcheck: false,
    errorMessage: errorAt(errors, 'email'),
  })}
${input({ name: 'name', id: 'name', label: { text: 'Name (optional)' }, value: typed.name, autocomplete: 'off' })}
${button({ text: 'Send the invitation', preventDoubleClick: true })}`,
)}`

export type AssessorModel = {
  readonly round: RoundInFund
  readonly personId: string
  readonly name: string
  readonly facts: readonly { readonly key: string; readonly lines: readonly string[] }[]
  readonly mayEnd: boolean
  readonly reason: string
  readonly errors: readonly Problem[]
  readonly csrf: string
}

/** One assessor, as the programme team sees them. */
export function assessorPage(model: AssessorModel): Page {
  const { round, name, facts, errors } = model
  const { fund, slug } = round
  return {
    title: name,
    hasErrors: errors.length > 0,
    breadcrumbs: [
      ...assessmentCrumbs(round),
      { text: 'Assessors', href: assessorsPath(fund.slug, slug) },
      { text: name },
    ],
    main: html`${illustrativeLabel(round.illustrative)}
${problemsOf(errors)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Assessor of ${round.name}</span>${name}</h1>
${summaryList({ rows: facts.map(({ key, lines }) => ({ key: { text: key }, value: { html: html`${lines.map((line) => html`${line}<br>`)}` } })) })}
${
  model.mayEnd &&
  html`<h2 class="govuk-heading-m">End their work as an assessor</h2>
<p class="govuk-body">What they have not scored is taken from them at once. What they scored stays and counts.</p>
${form(
  { action: endAssessorPath(fund.slug, slug, model.personId), csrf: model.csrf },
  html`${textarea({ name: 'reason', id: 'reason', label: { text: 'Why?' }, rows: 3, value: model.reason, errorMessage: errorAt(errors, 'reason') })}
${button({ text: 'End it', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
)}`
}`,
  }
}
