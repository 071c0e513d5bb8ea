import { button } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { link, type OfFund, paragraph } from '../../pages/in-network.ts'
import { answerChoice, type EventFacts, eventFacts } from './event.ts'

export type LinkedEventModel = EventFacts & {
  readonly fund: OfFund
  readonly forWhom: string
  /** How their answer stands, in a sentence. */
  readonly standing: string
  /** Undefined when it can be answered no more. */
  readonly action: string | undefined
  readonly typed: string
  readonly pageHref: string
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** An event in the hands of whoever holds the link of a mail, signed in or not. */
export const linkedEventPage = (model: LinkedEventModel): Page => ({
  title: model.title,
  hasErrors: model.errors.length > 0,
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.fund.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Network of ${model.fund.name}</span>${model.title}</h1>
${eventFacts(model, undefined)}
${paragraph(html`For <strong>${model.forWhom}</strong>. ${model.standing}`)}
${
  model.action !== undefined &&
  form(
    { action: model.action, csrf: model.csrf },
    html`${answerChoice(model.typed, model.full, model.errors)}
${button({ text: 'Save your answer', preventDoubleClick: true })}`,
  )
}
${paragraph(link(model.pageHref, 'Sign in to read more about it'))}`,
})
