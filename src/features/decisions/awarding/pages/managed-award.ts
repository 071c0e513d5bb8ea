import type { Agreement } from '../../../../core/awards/index.ts'
import type { TypedDay } from '../../../../core/time/typed-day.ts'
import { button, dateInput, details, input, tag, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { agreementParts, type SignerLine, signerList, type VersionLine, versionList } from './agreement.ts'

type Problem = { readonly text: string; readonly field: string }

export type ManagedAwardModel = {
  readonly illustrative: boolean
  readonly reference: string
  readonly council: string
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly state: { readonly text: string; readonly colour: string }
  readonly lines: readonly string[]
  readonly agreement: Agreement
  readonly signers: readonly SignerLine[]
  readonly versions: readonly VersionLine[]
  /** What changes it; undefined where it has ended or this person may not. */
  readonly change: ChangeForm | undefined
  readonly problems: readonly Problem[]
  readonly csrf: string
}

export type ChangeForm = {
  readonly action: string
  readonly withdrawAction: string
  readonly shownSha256: string
  readonly title: string
  readonly pounds: string
  readonly startsOn: TypedDay
  readonly endsOn: TypedDay
  readonly conditions: readonly { readonly text: string; readonly dueOn: TypedDay }[]
  readonly reason: string
  readonly ending: string
}

/** One award for the programme team: the agreement, who has signed, and what can be changed. */
export const managedAwardPage = (model: ManagedAwardModel): Page => ({
  title: `Award to ${model.council}`,
  hasErrors: model.problems.length > 0,
  breadcrumbs: model.breadcrumbs,
  main: html`${problemSummary(model.problems.map(({ text, field }) => ({ text, href: `#${field}` })))}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}</span>Award to ${model.council}</h1>
<p class="govuk-body">${tag({ text: model.state.text, classes: `govuk-tag--${model.state.colour}` })}</p>
${model.lines.map((line) => html`<p class="govuk-body">${line}</p>`)}
<h2 class="govuk-heading-m">Agreement, version ${model.agreement.version}</h2>
${agreementParts(model.agreement)}
<h2 class="govuk-heading-m">Signatures</h2>
${signerList(model.signers)}
${versionList(model.versions)}
${model.change !== undefined && html`${changeForm(model, model.change)}${withdrawForm(model, model.change)}`}`,
})

/** For an application that no award is offered to. */
export const noAwardPage = ({
  reference,
  illustrative,
  breadcrumbs,
}: Pick<ManagedAwardModel, 'reference' | 'illustrative' | 'breadcrumbs'>): Page => ({
  title: `No award for ${reference}`,
  breadcrumbs,
  main: html`${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${reference}</span>No award</h1>
<p class="govuk-body">No award is offered for this application.</p>`,
})

const errorIn = (problems: readonly Problem[], field: string) => {
  const found = problems.find((problem) => problem.field === field)
  return found && { text: found.text }
}

const dayField = (id: string, legend: string, typed: TypedDay, problems: readonly Problem[], hint?: string): SafeHtml =>
  dateInput({
    id,
    namePrefix: id,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    hint: hint === undefined ? undefined : { text: hint },
    errorMessage: errorIn(problems, `${id}-day`),
    items: [
      { name: 'day', label: 'Day', value: typed.day, classes: 'govuk-input--width-2' },
      {
        name: 'month',
        label: 'Month',
        value: typed.month,
        classes: 'govuk-input--width-5 app-month',
        inputmode: 'text',
      },
      { name: 'year', label: 'Year', value: typed.year, classes: 'govuk-input--width-4' },
    ],
  })

const changeForm = ({ problems, csrf }: ManagedAwardModel, change: ChangeForm): SafeHtml =>
  details({
    summaryText: 'Change the agreement',
    open: problems.some(({ field }) => field !== 'ending'),
    html: form(
      { action: change.action, csrf },
      html`<p class="govuk-body">A change is a new version. What was agreed before stays in force until both of the council have signed it.</p>
${hidden('shown', change.shownSha256)}
${input({ id: 'title', name: 'title', label: { text: 'Title', classes: 'govuk-label--s' }, value: change.title, errorMessage: errorIn(problems, 'title') })}
${input({ id: 'pounds', name: 'pounds', label: { text: 'Worth', classes: 'govuk-label--s' }, hint: { text: 'In whole pounds' }, prefix: { text: '£' }, classes: 'govuk-input--width-10', inputmode: 'numeric', value: change.pounds, errorMessage: errorIn(problems, 'pounds') })}
${dayField('starts', 'Starts (optional)', change.startsOn, problems)}
${dayField('ends', 'Ends (optional)', change.endsOn, problems)}
${change.conditions.map(
  ({ text, dueOn }, index) =>
    html`${textarea({ id: `condition-${index}`, name: `condition-${index}`, label: { text: `Further condition ${index + 1} (optional)`, classes: 'govuk-label--s' }, rows: 2, value: text, errorMessage: errorIn(problems, `condition-${index}`) })}
${dayField(`condition-${index}-due`, `Day by which condition ${index + 1} is due (optional)`, dueOn, problems)}`,
)}
${textarea({ id: 'reason', name: 'reason', label: { text: 'Why it is changed', classes: 'govuk-label--s' }, hint: { text: 'The council reads this' }, rows: 3, value: change.reason, errorMessage: errorIn(problems, 'reason') })}
${button({ text: 'Offer this version', preventDoubleClick: true })}`,
    ),
  })

const withdrawForm = ({ problems, csrf }: ManagedAwardModel, change: ChangeForm): SafeHtml =>
  details({
    summaryText: 'Withdraw the award',
    open: problems.some(({ field }) => field === 'ending'),
    html: form(
      { action: change.withdrawAction, csrf },
      html`${textarea({ id: 'ending', name: 'ending', label: { text: 'Why it is withdrawn', classes: 'govuk-label--s' }, hint: { text: 'The council reads this. It cannot be undone' }, rows: 3, value: change.ending, errorMessage: errorIn(problems, 'ending') })}
${button({ text: 'Withdraw the award', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    ),
  })
