import { button, checkboxes, errorSummary, radios, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { assessmentCrumbs } from '../../list-crumbs.ts'
import { asItems, deliveryModelWords, serviceAreaWords } from '../../subjects.messages.ts'
import type { SiftTyped } from '../record-sift.ts'
import { eligibilityWords, type SiftsApart, scopeWords } from '../sifting.messages.ts'

export type SiftOneModel = {
  readonly round: RoundInFund
  readonly reference: string
  readonly facts: readonly { readonly key: string; readonly value: string }[]
  readonly readHref: string | undefined
  readonly prefilled: boolean
  /** Whether it does not pass the eligibility rules. */
  readonly failsRules: boolean
  readonly typed: SiftTyped
  /** What stands for the sift that is shown. */
  readonly seen: string
  /** What somebody else recorded while this one was typed. */
  readonly meanwhile: SiftsApart | undefined
  readonly errors: readonly { readonly field: string; readonly text: string }[]
  readonly action: string
  readonly listHref: string
  readonly csrf: string
}

const whyWords = ({ failsRules }: SiftOneModel): string =>
  failsRules
    ? 'Why is it eligible although it does not pass the rules, or why is it not scored?'
    : 'If it is not eligible, a duplicate or withdrawn: why?'

/** Sifting one application. */
export function siftOnePage(model: SiftOneModel): Page {
  const { round, reference, facts, typed, errors } = model
  const errorAt = (field: string) => errors.find((error) => error.field === field)
  return {
    title: `Sift ${reference}`,
    hasErrors: errors.length > 0,
    breadcrumbs: [...assessmentCrumbs(round), { text: 'Sift', href: model.listHref }, { text: reference }],
    main: html`${errors.length > 0 && errorSummary({ titleText: 'There is a problem', errorList: errors.map(({ field, text }) => ({ text, href: `#${field}` })) })}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${round.name}</span>Sift ${reference}</h1>
${summaryList({ rows: facts.map(({ key, value }) => ({ key: { text: key }, value: { text: value } })) })}
${model.readHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.readHref}">Read what was submitted</a></p>`}
${model.meanwhile !== undefined && bothSifts(model.meanwhile, model.listHref)}
${form(
  { action: model.action, csrf: model.csrf },
  html`${hidden('seen', model.seen)}${radios({
    name: 'eligibility',
    idPrefix: 'eligibility',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'Is it eligible?', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: errorAt('eligibility'),
    value: typed.eligibility,
    items: asItems(eligibilityWords),
  })}
${textarea({
  name: 'eligibilityReason',
  id: 'eligibilityReason',
  label: {
    text: whyWords(model),
    classes: 'govuk-label--s',
  },
  hint: { text: 'For example which rule it fails, or which application it repeats.' },
  rows: 3,
  value: typed.eligibilityReason,
  errorMessage: errorAt('eligibilityReason'),
})}
${radios({
  name: 'scope',
  idPrefix: 'scope',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'Is it in the scope of the round?', classes: 'govuk-fieldset__legend--m' } },
  errorMessage: errorAt('scope'),
  value: typed.scope,
  items: asItems(scopeWords),
})}
${textarea({
  name: 'scopeReason',
  id: 'scopeReason',
  label: { text: 'If it is out of scope: why?', classes: 'govuk-label--s' },
  rows: 3,
  value: typed.scopeReason,
  errorMessage: errorAt('scopeReason'),
})}
${checkboxes({
  name: 'serviceAreas',
  idPrefix: 'serviceAreas',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Which service areas is it about?', classes: 'govuk-fieldset__legend--m' } },
  hint: model.prefilled ? { text: 'Filled in from the answers. Check it.' } : undefined,
  values: [...typed.serviceAreas],
  items: asItems(serviceAreaWords),
})}
${checkboxes({
  name: 'deliveryModels',
  idPrefix: 'deliveryModels',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Which delivery models?', classes: 'govuk-fieldset__legend--m' } },
  values: [...typed.deliveryModels],
  items: asItems(deliveryModelWords),
})}
${textarea({
  name: 'suppliers',
  id: 'suppliers',
  label: { text: 'Suppliers and mutuals that it names', classes: 'govuk-label--m' },
  hint: { text: 'One name a line. Assessors who belong to one of them do not read it.' },
  rows: 4,
  value: typed.suppliers,
  errorMessage: errorAt('suppliers'),
})}
${button({ text: 'Save', preventDoubleClick: true })}`,
)}`,
  }
}

const bothSifts = (
  { by, rows }: SiftsApart,
  keepHref: string,
): SafeHtml => html`<h2 class="govuk-heading-m">Two sifts of it</h2>
${summaryList({
  rows: rows.map(({ part, recorded, yours }) => ({
    key: { text: part },
    value: {
      html: html`<p class="govuk-body"><strong>Recorded:</strong> ${recorded}</p><p class="govuk-body"><strong>Yours:</strong> ${yours}</p>`,
    },
  })),
})}
<p class="govuk-body"><a class="govuk-link" href="${keepHref}">Keep what ${by} recorded</a>. If yours should count instead, or a mix of both, save the form below: it holds yours.</p>`
