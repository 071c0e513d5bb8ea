import { button, insetText, radios, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type ConfirmKeyedModel = {
  /** What is asked, or what was answered. */
  readonly heading: string
  readonly reference: string
  readonly lead: string
  readonly illustrative: boolean
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** What came; undefined once it has been answered, or when nothing was attached. */
  readonly scans: SafeHtml | undefined
  /** Who signed it, a line each. */
  readonly signOffs: readonly string[]
  /** What was keyed in; none once it has been answered. */
  readonly pages: readonly { readonly title: string; readonly summary: SafeHtml }[]
  /** What was answered, if it was. */
  readonly answered: string | undefined
  readonly typed: { readonly answer: string; readonly because: string }
  readonly problems: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** Where an applicant says whether what was keyed in for them is theirs. */
export const confirmKeyedPage = (model: ConfirmKeyedModel): Page => ({
  title: model.heading,
  hasErrors: model.problems.length > 0,
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">${model.heading}</h1>
${summaryList({ rows: model.facts.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })) })}
${model.answered !== undefined && insetText({ text: model.answered })}
${model.scans !== undefined && html`<h2 class="govuk-heading-m">What you sent</h2>${model.scans}`}
${model.signOffs.length > 0 && html`<h2 class="govuk-heading-m">Who signed</h2><ul class="govuk-list">${model.signOffs.map((line) => html`<li>${line}</li>`)}</ul>`}
${model.pages.map(({ title, summary }) => html`<h2 class="govuk-heading-m">${title}</h2>${summary}`)}
${
  model.answered === undefined &&
  form(
    { action: model.action, csrf: model.csrf },
    html`${radios({
      name: 'theirs',
      fieldset: { legend: { text: `Did ${model.lead} send this?`, classes: 'govuk-fieldset__legend--m' } },
      errorMessage: errorAt(model.problems, 'theirs'),
      value: model.typed.answer,
      items: [
        { value: 'yes', text: 'Yes, and it was keyed in as we wrote it' },
        { value: 'no', text: 'No, or it is not what we wrote', conditional: { html: becauseField(model) } },
      ],
    })}
${button({ text: 'Send the answer', preventDoubleClick: true })}`,
  )
}`,
})

const becauseField = ({ typed, problems }: ConfirmKeyedModel): SafeHtml =>
  textarea({
    id: 'because',
    name: 'because',
    label: { text: 'What is not as you wrote it?' },
    hint: { text: 'The programme team reads this. If you sent nothing, say so' },
    errorMessage: errorAt(problems, 'because'),
    value: typed.because,
    rows: 4,
  })
