import { pairScale } from '../../../../core/reviews/index.ts'
import { button, insetText, numeric, select, table, tag, warningText } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary, scrolling } from '../../../../ui/patterns/index.ts'
import { type AnchorsModel, anchorsPart, reasonField } from './weights.ts'

export type OwnPairsModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly errors: readonly FieldText[]
  readonly criteria: readonly (AnchorsModel & { readonly reason: string })[]
  readonly pairs: readonly {
    readonly field: string
    readonly one: string
    readonly other: string
    /** As it was chosen; '' where nothing was. */
    readonly chosen: string
  }[]
  /** What the comparisons that are kept come to; undefined before any are. */
  readonly kept:
    | {
        readonly weights: readonly { readonly title: string; readonly weight: string }[]
        readonly ratio: string
        /** What to look at again; undefined where they hardly contradict one another. */
        readonly lookAgain: string | undefined
      }
    | undefined
  readonly round: number
  /** Whether weights are asked for now. */
  readonly asked: boolean
  readonly action: string
  readonly csrf: string
}

/** How much more each criterion matters to somebody than each other one, and why. */
export const ownPairsPage = (model: OwnPairsModel): Page => ({
  title: 'Your weights',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Your weights' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l" id="weights">Your weights</h1>
<p class="govuk-body">Compare each two criteria. Look at the step from worst to best of both: which step matters more to you, and how many times as much? ${tag({ text: 'Outside guidance', classes: 'govuk-tag--orange' })}</p>
${model.kept !== undefined && keptPart(model.kept)}
${
  model.asked
    ? html`<p class="govuk-body">Nobody sees your weights until the facilitator locks the weights of all scorers. Until then you can change them.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${hidden('round', model.round)}${fieldsOf(model)}${button({ text: 'Save my weights', preventDoubleClick: true })}`,
)}`
    : html`${insetText({ text: 'Weights are not asked for now.' })}<fieldset class="govuk-fieldset" disabled>${fieldsOf(model)}</fieldset>`
}`,
})

const keptPart = ({ weights, ratio, lookAgain }: NonNullable<OwnPairsModel['kept']>): SafeHtml =>
  html`<h2 class="govuk-heading-m">What your comparisons come to</h2>
${scrolling(
  'What your comparisons come to',
  table({
    firstCellIsHeader: true,
    head: [{ text: 'Criterion' }, numeric('Weight')],
    rows: weights.map(({ title, weight }) => [{ text: title }, numeric(weight)]),
  }),
)}
<p class="govuk-body">Their consistency ratio is ${ratio}. It is 0 where no comparison contradicts another, and about 1 where comparisons are made at random.</p>
${lookAgain !== undefined && warningText({ text: lookAgain, iconFallbackText: 'Warning' })}`

const fieldsOf = ({ criteria, pairs, errors }: OwnPairsModel): SafeHtml =>
  html`${criteria.map(anchorsPart)}
<h2 class="govuk-heading-m">Compare them two by two</h2>
${pairs.map(({ field, one, other, chosen }) =>
  select({
    id: field,
    name: field,
    label: { text: `A: ${one}, or B: ${other}?`, classes: 'govuk-label--s' },
    value: chosen,
    items: [{ value: '', text: 'Select which matters more' }, ...choices],
    errorMessage: errorAt(errors, field),
  }),
)}
<h2 class="govuk-heading-m">Why they matter to you</h2>
${criteria.map((criterion) => reasonField(criterion, criterion.reason, errors, criterion.title))}`

/**
 * From the first that matters nine times as much, over both the same, to the other that does. A list that is closed shows one
 * line: what is chosen is short enough to be whole on a phone, whatever criteria are called.
 */
const choices = [
  ...pairScale.map(({ times, means }) => ({ value: String(times), text: timesWords('A', times, means) })),
  { value: '1', text: 'Both matter the same' },
  ...pairScale.toReversed().map(({ times, means }) => ({ value: `1/${times}`, text: timesWords('B', times, means) })),
]

function timesWords(letter: 'A' | 'B', times: number, means: string): string {
  return `${letter}, ${times} times${means === '' ? '' : ` (${means})`}`
}
