import { button, details, input, tag, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { filesInput } from '../../../../ui/patterns/index.ts'
import { keptFiles } from '../../delivering/pages/kept-files.ts'
import { fieldOf, type WrongForm } from '../../orders/pages/wrong-form.ts'

type Tag = { readonly text: string; readonly classes: string }
type Named = { readonly form: string; readonly action: string }

export type InstalmentModel = {
  readonly heading: string
  readonly state: Tag
  readonly lines: readonly string[]
  /** What holds it, with whether that is met. */
  readonly condition: { readonly text: string; readonly state: Tag; readonly lines: readonly string[] } | undefined
  /** For the programme team, while the condition is not met. */
  readonly meet: Named | undefined
  /** For the council, while something of it is not claimed. */
  readonly claim: (Named & { readonly left: string; readonly kept: SafeHtml | undefined }) | undefined
}

export type InstalmentsModel = {
  readonly sum: string
  readonly instalments: readonly InstalmentModel[]
  readonly setHref: string | undefined
  readonly fileLimits: { readonly limits: string; readonly accept: string }
}

/** The instalments of a grant. */
export const instalmentsSection = (
  { sum, instalments, fileLimits }: InstalmentsModel,
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml => html`<h2 class="govuk-heading-m">Instalments</h2>
<p class="govuk-body">${sum}</p>
<div class="app-cards">${instalments.map(
  ({
    heading,
    state,
    lines,
    condition,
    meet,
    claim,
  }) => html`<div class="app-card"><h3 class="govuk-heading-s govuk-!-margin-bottom-1">${heading} ${tag(state)}</h3>
${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}
${condition !== undefined && html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>Condition:</strong> ${condition.text} ${tag(condition.state)}</p>${condition.lines.map((line) => html`<p class="govuk-body">${line}</p>`)}`}
${meet !== undefined && meetForm(meet, heading, wrong, csrf)}
${claim !== undefined && claimForm(claim, heading, fileLimits, wrong, csrf)}</div>`,
)}</div>`

const meetForm = (
  { form: name, action }: Named,
  heading: string,
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml =>
  details({
    summaryHtml: html`Say that the condition is met<span class="govuk-visually-hidden"> of ${heading}</span>`,
    open: wrong?.form === name,
    html: form(
      { action, csrf },
      html`${input({ ...fieldOf(wrong, name, 'condition-reason'), label: { text: 'How do you know?', classes: 'govuk-label--s' }, hint: { text: 'The council reads it' } })}
${button({ text: 'The condition is met', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })

const claimForm = (
  { form: name, action, left, kept }: NonNullable<InstalmentModel['claim']>,
  heading: string,
  { limits, accept }: InstalmentsModel['fileLimits'],
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml => {
  const { value: _, ...files } = fieldOf(wrong, name, 'files')
  return details({
    summaryHtml: html`Claim<span class="govuk-visually-hidden"> ${heading}</span>`,
    open: wrong?.form === name,
    html: form(
      { action, csrf, enctype: 'multipart/form-data' },
      html`${input({ ...fieldOf(wrong, name, 'claim'), label: { text: 'How much do you claim?', classes: 'govuk-label--s' }, hint: { text: left }, prefix: { text: '£' }, classes: 'govuk-input--width-10', inputmode: 'decimal' })}
${textarea({ ...fieldOf(wrong, name, 'claim-what'), label: { text: 'What does it pay for, and what was reached?', classes: 'govuk-label--s' }, rows: 4 })}
${keptFiles(kept)}
${filesInput(action, { ...files, label: { text: 'Evidence', classes: 'govuk-label--s' }, hint: { text: limits }, multiple: true, attributes: { accept } })}
${button({ text: 'Send the claim', preventDoubleClick: true })}`,
    ),
  })
}
