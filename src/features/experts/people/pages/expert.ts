import type { Fund } from '../../../../core/rounds/fund.ts'
import { button, details, summaryList, tag, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import type { Crumb } from '../../../funds/index.ts'

export type ExpertModel = {
  readonly fund: Fund
  readonly breadcrumbs: readonly Crumb[]
  readonly name: string
  readonly state: { readonly text: string; readonly classes: string }
  readonly facts: readonly { readonly key: string; readonly lines: readonly string[] }[]
  /** Where their work is ended; undefined where it has, and for those who only read. */
  readonly end: { readonly action: string; readonly reason: string } | undefined
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** One expert, for whoever runs the panel. */
export const expertPage = ({ fund, breadcrumbs, name, state, facts, end, errors, csrf }: ExpertModel): Page => ({
  title: name,
  hasErrors: errors.length > 0,
  breadcrumbs: [...breadcrumbs, { text: name }],
  main: html`${problemSummary(errors)}
${illustrativeLabel(fund.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Expert of ${fund.name}</span>${name}</h1>
<p class="govuk-body">${tag(state)}</p>
${summaryList({ rows: facts.map(({ key, lines }) => ({ key: { text: key }, value: { html: html`${lines.map((line) => html`${line}<br>`)}` } })) })}
${
  end !== undefined &&
  details({
    summaryText: 'End their work on the panel',
    open: errors.length > 0,
    html: form(
      { action: end.action, csrf },
      html`${textarea({ name: 'reason', id: 'reason', label: { text: 'Why?' }, hint: { text: 'What they advised stays' }, rows: 3, value: end.reason, errorMessage: errorAt(errors, 'reason') })}
${button({ text: 'End it', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    ),
  })
}`,
})
