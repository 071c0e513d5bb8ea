import { needLevels, type SupportWork } from '../../../../core/support/index.ts'
import type { TypedDay } from '../../../../core/time/typed-day.ts'
import { button, dateInput, fieldset, radios, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { levelWords, workWords } from '../../support.messages.ts'

type NeedFields = {
  readonly work: SupportWork
  readonly level: string
  readonly what: string
  readonly by: TypedDay
}

export type NeedsModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly council: string
  readonly needs: readonly NeedFields[]
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** Where a council, or the programme team with it, says what help is needed. */
export const needsPage = ({ illustrative, breadcrumbs, council, needs, errors, action, csrf }: NeedsModel): Page => ({
  title: 'What is needed',
  hasErrors: errors.length > 0,
  breadcrumbs: [...breadcrumbs, { text: 'What is needed' }],
  main: html`${problemSummary(errors)}
${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${council}</span>What is needed</h1>
<p class="govuk-body">The council and the programme team both write here. What each said before is kept.</p>
${form({ action, csrf }, html`${needs.map((need) => needFields(need, errors))}${button({ text: 'Save', preventDoubleClick: true })}`)}`,
})

const needFields = ({ work, level, what, by }: NeedFields, errors: readonly FieldText[]): SafeHtml =>
  fieldset({
    legend: { text: workWords[work], classes: 'govuk-fieldset__legend--m' },
    html: html`${radios({
      idPrefix: `${work}-level`,
      name: `${work}-level`,
      classes: 'govuk-radios--inline govuk-radios--small',
      fieldset: { legend: { text: 'How much is needed?', classes: 'govuk-fieldset__legend--s' } },
      errorMessage: errorAt(errors, `${work}-level`),
      value: level,
      items: needLevels.map((each) => ({ value: each, text: levelWords[each] })),
    })}
${textarea({ id: `${work}-what`, name: `${work}-what`, label: { text: 'What for?' }, rows: 4, value: what, errorMessage: errorAt(errors, `${work}-what`) })}
${dateInput({
  id: `${work}-by`,
  namePrefix: `${work}-by`,
  fieldset: { legend: { text: 'By when? (optional)', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt(errors, `${work}-by-day`),
  items: (['day', 'month', 'year'] as const).map((part) => ({
    name: part,
    value: by[part],
    classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
  })),
})}`,
  })
