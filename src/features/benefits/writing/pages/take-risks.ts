import { button, checkboxes } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type TakeRisksModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly review: string
  readonly risks: readonly {
    readonly value: string
    readonly title: string
    readonly hint: string
    /** In the register of delivery already. */
    readonly isThere: boolean
    readonly chosen: boolean
  }[]
  readonly error: string | undefined
  readonly action: string
  readonly csrf: string
}

/** Which risks of a review are taken over to the risks of delivery. */
export const takeRisksPage = (model: TakeRisksModel): Page => ({
  title: 'Take over risks of the review',
  hasErrors: model.error !== undefined,
  breadcrumbs: [...model.breadcrumbs, { text: 'Take over risks' }],
  main: html`${problemSummary(model.error === undefined ? [] : [{ text: model.error, href: '#risks' }])}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Review of ${model.review}</span>Take over risks of the review</h1>
<p class="govuk-body">They become risks of delivery with their owner and what is done about them. How bad each would be for the benefits and how it stands is for you to say afterwards. The review keeps its own.</p>
${model.risks.length === 0 ? html`<p class="govuk-body">The review names no risk.</p>` : formOf(model)}`,
})

const formOf = ({ risks, error, action, csrf }: TakeRisksModel): SafeHtml =>
  form(
    { action, csrf },
    html`${checkboxes({
      idPrefix: 'risks',
      name: 'risks',
      fieldset: { legend: { text: 'Which risks are also risks of delivery?', classes: 'govuk-fieldset__legend--m' } },
      errorMessage: error === undefined ? undefined : { text: error },
      items: risks.map(({ value, title, hint, isThere, chosen }) => ({
        value,
        text: title,
        hint: { text: hint },
        disabled: isThere,
        checked: chosen,
      })),
    })}
${button({ text: 'Take over', preventDoubleClick: true })}`,
  )
