import { button, insetText, radios, summaryList, tag, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeTag } from '../../../../ui/patterns/index.ts'
import { inNetwork, link, type OfFund, paragraph } from '../../pages/in-network.ts'

export type ResourceModel = {
  readonly fund: OfFund
  readonly title: string
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly kind: string
  readonly summary: string
  readonly author: string
  readonly licence: string
  readonly sourceUrl: string
  readonly illustrative: boolean
  readonly text: string
  readonly state: { readonly text: string; readonly colour: string } | undefined
  readonly note: string
  /** For those who review. */
  readonly review:
    | {
        readonly action: string
        readonly steps: readonly { readonly value: string; readonly text: string }[]
        readonly typed: { readonly step: string; readonly note: string }
        readonly errors: readonly FieldText[]
        readonly csrf: string
      }
    | undefined
  readonly reviewHref: string | undefined
  /** For whoever sent it, once it is returned. */
  readonly againHref: string | undefined
}

/** A resource or a case study, and reviewing it. */
export const resourcePage = (model: ResourceModel): Page =>
  inNetwork(
    { ...model, errors: model.review?.errors ?? [] },
    html`${model.note !== '' && insetText({ text: `What the programme team says: ${model.note}` })}
<p class="govuk-body-l">${model.summary}</p>
${summaryList({
  rows: [
    { key: { text: 'Kind' }, value: { html: html`${model.kind} ${illustrativeTag(model.illustrative)}` } },
    { key: { text: 'By' }, value: { text: model.author } },
    { key: { text: 'Licence' }, value: { text: model.licence } },
    model.sourceUrl !== '' && {
      key: { text: 'Published at' },
      value: { html: link(model.sourceUrl, model.sourceUrl) },
    },
    model.state !== undefined && {
      key: { text: 'Who reads it' },
      value: { html: tag({ text: model.state.text, classes: `govuk-tag--${model.state.colour}` }) },
    },
  ],
})}
${markdown(model.text)}
${model.againHref !== undefined && paragraph(link(model.againHref, 'Change it and send it again'))}
${model.reviewHref !== undefined && paragraph(link(model.reviewHref, 'Review it'))}
${model.review !== undefined && reviewForm(model.review)}`,
  )

const reviewForm = ({ action, steps, typed, errors, csrf }: NonNullable<ResourceModel['review']>): SafeHtml =>
  html`<h2 class="govuk-heading-m">Review</h2>
${form(
  { action, csrf },
  html`${radios({ name: 'step', idPrefix: 'step', fieldset: { legend: { text: 'Who may read it?', classes: 'govuk-fieldset__legend--s' } }, value: typed.step, errorMessage: errorAt(errors, 'step'), items: steps })}
${textarea({ id: 'note', name: 'note', label: { text: 'What do you want to say to the person who sent it?', classes: 'govuk-label--s' }, hint: { text: 'Needed if you return it' }, rows: 3, value: typed.note, errorMessage: errorAt(errors, 'note') })}
${button({ text: 'Save', preventDoubleClick: true })}`,
)}`
