import type { RoundInFund } from '../../../../core/rounds/round.ts'
import { button, checkboxes, details, insetText, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type PublishResultsModel = {
  readonly round: RoundInFund
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly csrf: string
  readonly action: string
  /** Why they cannot be published yet; undefined when they can. */
  readonly waits: string | undefined
  readonly versions: readonly { readonly number: number; readonly on: string; readonly reason: string }[]
  readonly publicHref: string
  /** The texts of the decision record, as they would be published. */
  readonly texts: readonly {
    readonly field: string
    readonly label: string
    readonly value: string
    readonly original: string
    /** Words that may be a name. */
    readonly clues: readonly string[]
  }[]
  readonly read: boolean
  readonly reason: string
  readonly problems: readonly FieldText[]
}

/** Putting the results of a round before the public, and publishing them anew. */
export const publishResultsPage = (model: PublishResultsModel): Page => {
  const { round, breadcrumbs, versions, waits, problems, publicHref } = model
  return {
    title: 'Publish the results',
    hasErrors: problems.length > 0,
    breadcrumbs: [...breadcrumbs, { text: 'Results' }],
    main: html`${problemSummary(problems)}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl" id="publish"><span class="govuk-caption-xl">${round.fund.name}: ${round.name}</span>Publish the results</h1>
<p class="govuk-body">Everybody will see who is awarded what, how many applications came how far, how scores are spread, the rules that decided, and the decision record. Applications that were not awarded, assessors and officials but whoever decided and the accounting officer stand under pseudonyms. Subscribers are told by email and in the feed.</p>
${versions.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${publicHref}">See what is published</a></p><ul class="govuk-list govuk-list--bullet">${versions.map(({ number, on, reason }) => html`<li>Version ${number}, ${on}${reason !== '' && html`: ${reason}`}</li>`)}</ul>`}
${waits === undefined ? publishForm(model) : insetText({ text: `${waits}.` })}`,
  }
}

const errorOf = (problems: readonly FieldText[], field: string) => {
  const found = problems.find((problem) => problem.field === field)
  return found === undefined ? {} : { errorMessage: { text: found.text } }
}

const publishForm = ({ action, csrf, versions, reason, texts, read, problems }: PublishResultsModel) =>
  form(
    { action, csrf },
    html`${
      versions.length > 0 &&
      textarea({
        id: 'reason',
        name: 'reason',
        label: { text: 'Why are you publishing the results again?' },
        hint: { text: 'Everybody sees this beside the version.' },
        value: reason,
        ...errorOf(problems, 'reason'),
      })
    }<h2 class="govuk-heading-l">Texts of the decision record</h2>
<p class="govuk-body">Everybody reads these. Names and references that the service knows are taken out already, but for authorities that are awarded, whoever decided and the accounting officer. Take out whatever else tells who an applicant or a person is, and put what stands for it in square brackets, such as [withheld]. You cannot change anything else. The decision stays as it was recorded. The published record has a salted hash of each text that you shortened.</p>
${texts.map((text) => textField(text, problems))}
${checkboxes({
  idPrefix: 'read',
  name: 'read',
  items: [
    {
      value: 'yes',
      text: 'I have read every text, and none tells who an applicant that was not awarded or an assessor is',
      checked: read,
    },
  ],
  ...errorOf(problems, 'read'),
})}
${button({ text: versions.length > 0 ? 'Publish a new version' : 'Publish the results', preventDoubleClick: true })}`,
  )

const textField = (
  { field, label, value, original, clues }: PublishResultsModel['texts'][number],
  problems: PublishResultsModel['problems'],
): SafeHtml =>
  html`${textarea({
    id: field,
    name: field,
    label: { text: label, classes: 'govuk-label--s' },
    ...(clues.length > 0 && { hint: { text: `Look at: ${clues.join(', ')}. Is somebody meant?` } }),
    rows: Math.min(12, Math.max(3, Math.ceil(value.length / 50))),
    value,
    ...errorOf(problems, field),
  })}${value !== original && details({ summaryText: `As it was recorded: ${label}`, html: html`<p class="govuk-body app-kept-lines">${original}</p>` })}`
