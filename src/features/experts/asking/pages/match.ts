import type { Fund } from '../../../../core/rounds/fund.ts'
import { button, radios, summaryList, tag, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import type { Crumb } from '../../../funds/index.ts'

type Tag = { readonly text: string; readonly classes: string }
export type Fact = { readonly key: string; readonly lines: readonly string[] }

export type MatchModel = {
  readonly fund: Fund
  readonly breadcrumbs: readonly Crumb[]
  readonly number: number
  readonly title: string
  readonly state: Tag
  readonly facts: readonly Fact[]
  readonly offers: readonly { readonly expert: string; readonly lines: readonly string[] }[]
  readonly candidates: readonly {
    readonly id: string
    readonly name: string
    readonly state: Tag
    readonly lines: readonly string[]
    readonly never: boolean
  }[]
  /** Where it is offered to one; undefined while it is with one, and for those who only read. */
  readonly offer: { readonly action: string; readonly expert: string; readonly reason: string } | undefined
  readonly links: readonly { readonly text: string; readonly href: string }[]
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** A question for whoever runs the panel: what is asked, who fits and why, and who was offered it. */
export const matchPage = (model: MatchModel): Page => ({
  title: `Question ${model.number}: ${model.title}`,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: `Question ${model.number}` }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.fund.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Question ${model.number}</span>${model.title}</h1>
<p class="govuk-body">${tag(model.state)}</p>
<ul class="govuk-list">${model.links.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>
${factList(model.facts)}
${model.offers.length > 0 && offersPart(model.offers)}
${model.offer !== undefined && offerForm(model, model.offer)}`,
})

/** Facts by name, of one line or several. */
export const factList = (facts: readonly Fact[]): SafeHtml =>
  summaryList({
    rows: facts.map(({ key, lines }) => ({
      key: { text: key },
      value: { html: html`<span class="app-kept-lines">${lines.join('\n')}</span>` },
    })),
  })

const offersPart = (offers: MatchModel['offers']): SafeHtml =>
  html`<h2 class="govuk-heading-m">Who was offered it</h2>
${factList(offers.map(({ expert, lines }) => ({ key: expert, lines })))}`

const offerForm = ({ candidates, errors, csrf }: MatchModel, offer: NonNullable<MatchModel['offer']>): SafeHtml =>
  candidates.length === 0
    ? html`<p class="govuk-body">Nobody on the panel is ready to be asked: invite experts, or wait until they have accepted the terms and written their profiles.</p>`
    : form(
        { action: offer.action, csrf },
        html`${radios({
          name: 'expert',
          idPrefix: 'expert',
          value: offer.expert,
          fieldset: { legend: { text: 'Who fits, the best first', classes: 'govuk-fieldset__legend--m' } },
          hint: {
            text: 'Worked out from what they know, how much they have to do and conflicts. The first is a suggestion: you decide',
          },
          errorMessage: errorAt(errors, 'expert'),
          items: candidates.map(({ id, name, state, lines, never }) => ({
            value: id,
            text: name,
            disabled: never,
            hint: { html: html`${tag(state)}${lines.map((line) => html`<br>${line}`)}` },
          })),
        })}
${textarea({ name: 'reason', id: 'reason', label: { text: 'Why this one?' }, hint: { text: 'Needed unless it is the first that can be offered it' }, rows: 2, value: offer.reason, errorMessage: errorAt(errors, 'reason') })}
${button({ text: 'Offer it', preventDoubleClick: true })}`,
      )
