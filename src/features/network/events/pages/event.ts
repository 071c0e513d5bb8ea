import { button, insetText, radios, summaryList, tag } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText } from '../../../../ui/patterns/index.ts'
import { inNetwork, link, type OfFund, paragraph } from '../../pages/in-network.ts'

/** What everybody in the network reads of an event. */
export type EventFacts = {
  readonly title: string
  readonly about: string
  readonly when: string
  readonly where: string
  readonly places: string
  readonly cancelledWhy: string
  /** Whether whoever says yes now waits for a place. */
  readonly full: boolean
}

export type EventModel = EventFacts & {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly state: { readonly text: string; readonly colour: string }
  /** For those with a place. */
  readonly joining: string | undefined
  readonly calendarHref: string | undefined
  readonly materials: SafeHtml | undefined
  /** While it can be answered. */
  readonly answer: { readonly action: string; readonly typed: string } | undefined
  readonly manageHref: string | undefined
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** An event of a network, and answering it. */
export const eventPage = (model: EventModel): Page =>
  inNetwork(
    model,
    html`${model.cancelledWhy !== '' && insetText({ text: `This event is cancelled. ${model.cancelledWhy}` })}
${eventFacts(model, tag({ text: model.state.text, classes: `govuk-tag--${model.state.colour}` }))}
${markdown(model.about)}
${
  model.joining !== undefined &&
  html`<h2 class="govuk-heading-m">How to join</h2>
<p class="govuk-body app-kept-lines">${model.joining}</p>`
}
${model.calendarHref !== undefined && paragraph(link(model.calendarHref, 'Add it to your calendar'))}
${model.answer !== undefined && answerForm(model, model.answer)}
${model.materials !== undefined && html`<h2 class="govuk-heading-m">Materials</h2>${model.materials}`}
${model.manageHref !== undefined && paragraph(link(model.manageHref, 'Hold this event'))}`,
  )

/** When, where and for how many. */
export const eventFacts = (facts: EventFacts, state: SafeHtml | undefined): SafeHtml =>
  summaryList({
    rows: [
      { key: { text: 'When' }, value: { text: facts.when } },
      { key: { text: 'Where' }, value: { text: facts.where } },
      { key: { text: 'Places' }, value: { text: facts.places } },
      state !== undefined && { key: { text: 'You' }, value: { html: state } },
    ],
  })

const answerForm = (
  { full, errors, csrf }: EventModel,
  { action, typed }: NonNullable<EventModel['answer']>,
): SafeHtml =>
  form(
    { action, csrf },
    html`${answerChoice(typed, full, errors)}
${button({ text: 'Save your answer', preventDoubleClick: true })}`,
  )

/** Coming or not. `full`: whether whoever says yes now waits for a place. */
export const answerChoice = (typed: string, full: boolean, errors: readonly FieldText[]): SafeHtml =>
  radios({
    name: 'answer',
    idPrefix: 'answer',
    fieldset: { legend: { text: 'Will you come?', classes: 'govuk-fieldset__legend--m' } },
    ...(full && {
      hint: {
        text: 'Every place is taken. If you say yes, you are on the waiting list and get an email when a place is free',
      },
    }),
    errorMessage: errorAt(errors, 'answer'),
    value: typed,
    items: [
      { value: 'going', text: 'Yes' },
      { value: 'declined', text: 'No' },
    ],
  })
