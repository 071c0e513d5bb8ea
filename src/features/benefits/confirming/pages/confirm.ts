import { button, checkboxes, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type ToConfirm = {
  /** What its tick box sends. */
  readonly value: string
  readonly text: string
  readonly until: string
  readonly evidence: string
  /** '' where it is uploaded alone. */
  readonly link: string
  readonly files: SafeHtml | undefined
  /** Whether whoever looks wrote it, and so cannot confirm it. */
  readonly own: boolean
  /** What is wrong with it, where finance has sent it back as it stands. */
  readonly sentBack: string | undefined
}

export type ConfirmModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly actuals: readonly ToConfirm[]
  /** What is ticked, and what is typed of what is wrong. */
  readonly chosen: readonly string[]
  readonly reason: string
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly sendBackAction: string
  readonly csrf: string
}

/** What waits for finance to confirm it. */
export const confirmPage = (model: ConfirmModel): Page => ({
  title: 'Confirm actuals',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Confirm actuals' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">Confirm actuals</h1>
<p class="govuk-body">You confirm for your council’s finance team that these figures are right. If a figure changes later, it must be confirmed again.</p>
${model.actuals.length === 0 ? html`<p class="govuk-body">Nothing waits for you.</p>` : formOf(model)}`,
})

const formOf = ({ actuals, chosen, reason, errors, action, sendBackAction, csrf }: ConfirmModel) =>
  form(
    { action, csrf },
    html`${checkboxes({
      idPrefix: 'actuals',
      name: 'actuals',
      fieldset: { legend: { text: 'Which figures have you looked at?', classes: 'govuk-fieldset__legend--m' } },
      errorMessage: errorAt(errors, 'actuals'),
      values: chosen,
      items: actuals.map(({ value, text, until, evidence, link, files, own, sentBack }) => ({
        value,
        text,
        disabled: own,
        hint: {
          html: html`Up to ${until}. ${evidence} ${link !== '' && html`<a class="govuk-link" href="${link}" rel="noreferrer">Evidence<span class="govuk-visually-hidden"> of ${text}</span></a>`}${files}${own && html`<br>You wrote this yourself: somebody else must confirm it.`}${sentBack !== undefined && html`<br>You sent it back: ${sentBack}`}`,
        },
      })),
    })}
${button({ text: 'Confirm', preventDoubleClick: true })}
<h2 class="govuk-heading-m">If a figure is not right</h2>
${textarea({ id: 'reason', name: 'reason', label: { text: 'What is wrong with it?', classes: 'govuk-label--s' }, hint: { text: 'Whoever entered it is told, changes it, and it waits for you again' }, rows: 3, value: reason, errorMessage: errorAt(errors, 'reason') })}
${button({ text: 'Send back', classes: 'govuk-button--secondary', preventDoubleClick: true, attributes: { formaction: sendBackAction } })}`,
  )
