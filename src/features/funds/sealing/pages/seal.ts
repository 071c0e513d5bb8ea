import type { RoundInFund } from '../../../../core/rounds/round.ts'
import type { RuleFact } from '../../../../core/rules/index.ts'
import { plainList } from '../../../../core/text/plain-list.ts'
import { details, textarea, warningText } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { problemSummary } from '../../../../ui/patterns/index.ts'
import type { Words } from '../../fields.messages.ts'
import { approvalsPath, roundPagePath } from '../../funds.paths.ts'
import { caption, errorAt, link, saveButton } from '../../pages/parts.ts'
import { factRow } from './rules.ts'

export type SealModel = {
  readonly round: RoundInFund
  readonly facts: readonly RuleFact[]
  /** Parts in words that differ from the sealed version; empty for the first. */
  readonly changes: readonly (Omit<RuleFact, 'value'> & { readonly was: string; readonly now: string })[]
  readonly again: boolean
  readonly approved: readonly string[]
  readonly missing: readonly string[]
  readonly toDo: readonly string[]
  readonly shown: string
  readonly reason: string
  readonly withoutReason: string
  readonly errors: readonly Words[]
  readonly action: string
  readonly csrf: string
}

/** Everything that is sealed, read once more, and the button that seals it. */
export function sealPage(model: SealModel): Page {
  const { round, errors, facts } = model
  const sections = [...Map.groupBy(facts, ({ section }) => section)]
  return {
    title: 'Seal the rules',
    hasErrors: errors.length > 0,
    backLink: { href: roundPagePath(round.fund.slug, round.slug, 'rules') },
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(`${round.fund.name}: ${round.name}`)}Seal the rules</h1>
<p class="govuk-body">The text below is sealed in your name, with the time and a hash. Anybody can use the hash to check that it has not changed. It is published with the round.</p>
${model.changes.length > 0 && changesOf(model.changes)}
${sections.map(
  ([section, list]) => html`<h2 class="govuk-heading-m">${section}</h2>
<dl class="govuk-summary-list">${list.map(factRow)}</dl>`,
)}
<h2 class="govuk-heading-m">Funders’ approvals</h2>
${model.approved.length > 0 && html`<p class="govuk-body">Funders who have approved them as they stand: ${plainList(model.approved)}.</p>`}
${model.missing.length > 0 && html`<p class="govuk-body">Funders who have not approved them as they stand: ${plainList(model.missing)}. ${link(approvalsPath(round.fund.slug), 'See the approvals')}</p>`}
${
  model.toDo.length > 0
    ? html`<h2 class="govuk-heading-m">Not ready to seal</h2><ul class="govuk-list govuk-list--bullet">${model.toDo.map((text) => html`<li>${text}</li>`)}</ul>`
    : sealForm(model)
}`,
  }
}

const changesOf = (changes: SealModel['changes']): SafeHtml =>
  html`<h2 class="govuk-heading-m">What changes</h2>
<dl class="govuk-summary-list">${changes.map(({ name, was, now }) => factRow({ name, value: `Was: ${was === '' ? 'nothing' : was}\nNow: ${now === '' ? 'nothing' : now}` }))}</dl>`

function sealForm({ action, csrf, shown, again, missing, reason, withoutReason, errors }: SealModel): SafeHtml {
  const box = (name: string, label: string, hint: string, value: string) =>
    textarea({
      id: name,
      name,
      label: { text: label, classes: 'govuk-label--s' },
      hint: { text: hint },
      errorMessage: errorAt(errors, name),
      value,
      rows: 3,
    })
  return form(
    { action, csrf },
    html`${hidden('shown', shown)}
${again && box('reason', 'Why are the rules sealed again?', 'Published with the new version', reason)}
${missing.length > 0 && box('without-reason', 'Why do you not wait for every funder’s approval?', 'Published with the rules. Leave it blank to wait.', withoutReason)}
${warningText({ text: 'A sealed version cannot be changed or removed. Once the round is public, what decides who may apply and who is awarded cannot change at all.' })}
${saveButton('Seal the rules')}
${details({ summaryText: 'Verify this', html: html`<p class="govuk-body">What you are shown has this SHA-256, and what is sealed must still have it:<br><code class="app-hash">${shown}</code></p>` })}`,
  )
}
