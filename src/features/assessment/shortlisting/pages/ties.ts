import { referenceAndLead } from '../../../../core/assessment/index.ts'
import { button, details, input, insetText, radios, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

type Frame = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

const errorAt = (errors: readonly FieldText[], field: string) => {
  const found = errors.find((error) => error.field === field)
  return found && { text: found.text }
}

const framed = (title: string, frame: Frame, content: SafeHtml): Page => ({
  title,
  hasErrors: frame.errors.length > 0,
  breadcrumbs: [...frame.breadcrumbs, { text: title }],
  main: html`${problemSummary(frame.errors)}
${illustrativeLabel(frame.illustrative)}
<h1 class="govuk-heading-l">${title}</h1>
${content}`,
})

export type DrawModel = Frame & {
  readonly named: string
  /** What was said already, and by whom; another value then needs a reason. */
  readonly said: { readonly value: string; readonly text: string } | undefined
  readonly value: string
  readonly reason: string
  /** The references that are drawn from, as the hash is taken of them. */
  readonly list: string
}

/** The public value that the sealed rules named in advance, as it came out. */
export const drawPage = (model: DrawModel): Page =>
  framed(
    'The draw',
    model,
    html`<p class="govuk-body">Before the round opened, its rules named what a draw takes its chances from:</p>
${insetText({ text: model.named })}
${model.said !== undefined && html`<p class="govuk-body">${model.said.text}.</p>`}
${form(
  { action: model.action, csrf: model.csrf },
  html`${hidden('seen', model.said?.value ?? '')}${input({
    id: 'value',
    name: 'value',
    label: { text: 'What came out', classes: 'govuk-label--s' },
    hint: { text: 'Exactly as the rules say, such as 4 8 15 16 23 42' },
    errorMessage: errorAt(model.errors, 'value'),
    value: model.value,
  })}${
    model.said !== undefined &&
    textarea({
      id: 'reason',
      name: 'reason',
      label: { text: 'If you change it: why?', classes: 'govuk-label--s' },
      hint: { text: 'It goes into the audit log with both values and your name' },
      errorMessage: errorAt(model.errors, 'reason'),
      value: model.reason,
      rows: 3,
    })
  }${button({ text: 'Save', preventDoubleClick: true })}`,
)}
<h2 class="govuk-heading-m">How lots are drawn</h2>
<p class="govuk-body">They follow from what came out and from the references of the applications, so that nobody chooses them and anybody can draw them again.</p>
${details({
  summaryText: 'Verify this',
  html: html`<p class="govuk-body">The seed is the SHA-256 of this list and the value straight after it. The lot of an application is the SHA-256 of the seed and its reference straight after it: the lowest is drawn first.</p>
<pre class="app-scroll" tabindex="0" role="region" aria-label="The list that is drawn from">${model.list}</pre>`,
})}`,
  )

export type CompareModel = Frame & {
  /** The two to compare now; undefined when nothing is left to compare. */
  readonly pair: readonly { readonly reference: string; readonly lead: string; readonly facts: readonly string[] }[]
  readonly left: number
  readonly better: string
  readonly reason: string
}

/** Two applications that cannot be told apart: which comes first, and why. */
export const comparePage = (model: CompareModel): Page =>
  framed(
    'Compare two applications',
    model,
    model.pair.length < 2
      ? html`<p class="govuk-body">There is nothing left to compare.</p>`
      : html`<p class="govuk-body">The scores cannot tell these two apart, and the rules ask the panel. ${model.left === 1 ? 'It is the last pair.' : `There are ${model.left} pairs to compare.`}</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${model.pair.map(({ reference }) => hidden('pair', reference))}${radios({
    idPrefix: 'better',
    name: 'better',
    fieldset: { legend: { text: 'Which comes first?', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: errorAt(model.errors, 'better'),
    value: model.better,
    items: model.pair.map(({ reference, lead, facts }) => ({
      value: reference,
      text: referenceAndLead(reference, lead),
      hint: { text: facts.join('. ') },
    })),
  })}${textarea({
    id: 'reason',
    name: 'reason',
    label: { text: 'Why', classes: 'govuk-label--s' },
    errorMessage: errorAt(model.errors, 'reason'),
    value: model.reason,
    rows: 3,
  })}${button({ text: 'Save and go to the next pair', preventDoubleClick: true })}`,
)}`,
  )
