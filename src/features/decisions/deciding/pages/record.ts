import type { MomentTyped } from '../../../../core/rounds/index.ts'
import { button, dateInput, input, insetText, radios, textarea, warningText } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  errorAt,
  type FieldText,
  illustrativeLabel,
  momentField,
  problemSummary,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'
import { decisionPath, recordPath } from '../deciding.paths.ts'
import type { DeclareTyped } from '../read-declaration.ts'
import { type ConflictFields, conflictFields } from './conflict-fields.ts'
import { brokenPart } from './outcomes.ts'

export type RecordModel = {
  readonly round: RoundInFund
  readonly waits: string
  readonly counts: readonly { readonly value: string; readonly label: string }[]
  readonly broken: readonly string[]
  readonly funders: readonly string[]
  readonly shown: string
  readonly typed: Readonly<Record<'who' | 'name' | 'title' | 'evidence' | 'approval' | 'reason', string>> & {
    readonly tell: MomentTyped
    readonly expires: MomentTyped
    readonly declared: DeclareTyped
  }
  readonly applications: ConflictFields['applications']
  /** Whether a conflict of somebody who decides was declared before. */
  readonly deciderSaidBefore: boolean
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** Recording the decision: everything that is kept for ever, and when everybody is told. */
export function recordPage(model: RecordModel): Page {
  const { round, typed, errors } = model
  const { fund, slug } = round
  return {
    title: 'Record the decision',
    hasErrors: errors.length > 0,
    breadcrumbs: [
      ...decisionsCrumbs(round),
      { text: 'Decision', href: decisionPath(fund.slug, slug) },
      { text: 'Record the decision' },
    ],
    main: html`${problemSummary(errors)}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l" id="decision">Record the decision</h1>
${
  model.waits !== ''
    ? insetText({ text: model.waits })
    : html`${statisticsRow(model.counts)}
${brokenPart(model.broken)}
${warningText({ text: 'A recorded decision stays as it is. Nobody outside is told before the time you enter.', iconFallbackText: 'Warning' })}
${form({ action: recordPath(fund.slug, slug), csrf: model.csrf }, html`${hidden('shown', model.shown)}${whoFields(model)}${timeFields(typed, errors)}${approvalFields(model)}${button({ text: 'Record the decision', classes: 'govuk-button--warning', preventDoubleClick: true })}`)}`
}`,
  }
}

const errorOf = (errors: readonly FieldText[], field: string) => errorAt(errors, field)?.text
const small = (text: string) => ({ text, classes: 'govuk-label--s' })

const whoFields = (model: RecordModel) => html`${radios({
  idPrefix: 'who',
  name: 'who',
  fieldset: { legend: { text: 'Who decided?', classes: 'govuk-fieldset__legend--m' } },
  errorMessage: errorAt(model.errors, 'who'),
  value: model.typed.who,
  items: [
    { value: 'self', text: 'I did' },
    { value: 'other', text: 'Somebody for whose office I record it', conditional: { html: deciderFields(model) } },
  ],
})}
${input({ id: 'title', name: 'title', label: small('Title of who decided'), hint: { text: 'Such as senior responsible owner, or minister' }, errorMessage: errorAt(model.errors, 'title'), value: model.typed.title })}`

const deciderFields = ({ typed, applications, deciderSaidBefore, errors }: RecordModel) => html`${input({
  id: 'name',
  name: 'name',
  label: small('Their name'),
  errorMessage: errorAt(errors, 'name'),
  value: typed.name,
})}
${textarea({ id: 'evidence', name: 'evidence', label: small('Evidence'), hint: { text: 'What says what they decided and what conflicts they declared, of which day, and where it is kept' }, errorMessage: errorAt(errors, 'evidence'), value: typed.evidence, rows: 3 })}
${conflictFields({ who: 'they', applications, typed: typed.declared, saidBefore: deciderSaidBefore, errors })}`

const timeFields = (typed: RecordModel['typed'], errors: readonly FieldText[]) => html`${momentField({
  id: 'tell',
  legend: 'When is everybody told?',
  hint: 'Nobody is told before this time. Use UK time. For example, 27 3 2026 at 9am',
  typed: typed.tell,
  error: errorOf(errors, 'tell'),
})}
${dateInput({
  id: 'expires',
  namePrefix: 'expires',
  fieldset: { legend: { text: 'On which day does the reserve list end?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Only if there is one. After it nobody comes in from the reserve' },
  errorMessage: errorAt(errors, 'expires'),
  items: [
    { name: 'day', label: 'Day', value: typed.expires.day, classes: 'govuk-input--width-2' },
    {
      name: 'month',
      label: 'Month',
      value: typed.expires.month,
      classes: 'govuk-input--width-5 app-month',
      inputmode: 'text',
    },
    { name: 'year', label: 'Year', value: typed.expires.year, classes: 'govuk-input--width-4' },
  ],
})}`

const approvalFields = ({ funders, typed, errors }: RecordModel) => html`${radios({
  idPrefix: 'approval',
  name: 'approval',
  fieldset: { legend: { text: 'Does every funder approve the awards first?', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: `Funders: ${funders.join(', ')}` },
  errorMessage: errorAt(errors, 'approval'),
  value: typed.approval,
  items: [
    { value: 'yes', text: 'Yes', hint: { text: 'Nobody is told before the last has approved exactly this record' } },
    { value: 'no', text: 'No', hint: { text: 'Say why below. It stands in the record' } },
  ],
})}
${textarea({ id: 'reason', name: 'reason', label: small('Why funders are not asked'), errorMessage: errorAt(errors, 'reason'), value: typed.reason, rows: 3 })}`
