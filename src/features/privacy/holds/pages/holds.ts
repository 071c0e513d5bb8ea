import type { HoldTyped } from '../../../../core/privacy/index.ts'
import { leastWordsOfReason } from '../../../../core/rules/index.ts'
import { button, details, input, radios, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { emailAddress, errorAt, type FieldText, problemSummary } from '../../../../ui/patterns/index.ts'
import { beside } from '../../pages/beside.ts'
import type { PageLink } from '../../privacy-navigation.ts'

type ShownHold = {
  readonly id: string
  readonly title: string
  readonly placed: string
  /** Who released it, when and why; undefined while it stands. */
  readonly released: string | undefined
  readonly release: string
}

export type HoldsModel = {
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly pages: readonly PageLink[]
  readonly holds: readonly ShownHold[]
  readonly kinds: readonly { readonly value: string; readonly text: string; readonly hint: string }[]
  readonly typed: HoldTyped
  /** What was typed as the reason of a release. */
  readonly why: string
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** What is on hold, and where a hold is placed and released. */
export const holdsPage = (model: HoldsModel): Page => ({
  title: 'Legal holds',
  wide: true,
  hasErrors: model.errors.length > 0,
  breadcrumbs: model.breadcrumbs,
  main: beside(
    model.pages,
    html`${problemSummary(model.errors)}
<h1 class="govuk-heading-l">Legal holds</h1>
<p class="govuk-body">What is on hold is kept whatever the rules of retention say: for an inquiry, a claim or an investigation. Nobody on hold can be made anonymous.</p>
${model.holds.length === 0 && html`<p class="govuk-body">Nothing is on hold.</p>`}
${model.holds.map((hold) => holdOf(model, hold))}
<h2 class="govuk-heading-m">Place a hold</h2>
${placeOf(model)}`,
  ),
})

const holdOf = ({ errors, why, csrf }: HoldsModel, { id, title, placed, released, release }: ShownHold): SafeHtml => {
  const error = errorAt(errors, `why-${id}`)
  return html`<h2 class="govuk-heading-s">${emailAddress(title)}</h2>
${summaryList({
  rows: [
    { key: { text: 'Placed by' }, value: { text: placed } },
    ...(released === undefined ? [] : [{ key: { text: 'Released by' }, value: { text: released } }]),
  ],
})}
${
  released === undefined &&
  details({
    summaryHtml: html`Release the hold<span class="govuk-visually-hidden"> on ${title}</span>`,
    open: error !== undefined,
    html: form(
      { action: release, csrf },
      html`${textarea({ id: `why-${id}`, name: 'why', label: { text: 'Why is it no longer needed?' }, hint: { text: `In at least ${leastWordsOfReason} words` }, rows: 2, value: error === undefined ? '' : why, errorMessage: error })}
${button({ text: 'Release', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    ),
  })
}`
}

const placeOf = ({ kinds, typed, errors, action, csrf }: HoldsModel): SafeHtml =>
  form(
    { action, csrf },
    html`${radios({
      idPrefix: 'kind',
      name: 'kind',
      fieldset: { legend: { text: 'What is to be held?', classes: 'govuk-fieldset__legend--s' } },
      errorMessage: errorAt(errors, 'kind'),
      value: typed.kind,
      items: kinds.map(({ value, text, hint }) => ({ value, text, hint: { text: hint } })),
    })}
${input({ id: 'which', name: 'which', label: { text: 'Which one?', classes: 'govuk-label--s' }, hint: { text: 'An email address, a reference, or the end of its address' }, spellcheck: false, value: typed.which, errorMessage: errorAt(errors, 'which') })}
${textarea({ id: 'reason', name: 'reason', label: { text: 'Why?', classes: 'govuk-label--s' }, hint: { text: `Name the inquiry, the claim or the investigation, in at least ${leastWordsOfReason} words` }, rows: 3, value: typed.reason, errorMessage: errorAt(errors, 'reason') })}
${button({ text: 'Place the hold', preventDoubleClick: true })}`,
  )
