import { button, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText } from '../../../../ui/patterns/index.ts'
import { inNetwork, type OfFund } from '../../pages/in-network.ts'

export type OwnMeasureModel = {
  readonly fund: OfFund
  readonly title: string
  readonly when: string
  readonly reason: string
  readonly appeal: string
  readonly answer: string
  /** While one can ask for it to be looked at again. */
  readonly appealAction: string | undefined
  readonly typed: string
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** What was done about somebody, why, and asking for it to be looked at again. */
export const ownMeasurePage = (model: OwnMeasureModel): Page =>
  inNetwork(
    { ...model, crumbs: [] },
    html`${summaryList({
      rows: [
        { key: { text: 'When' }, value: { text: model.when } },
        { key: { text: 'Why' }, value: { html: html`<span class="app-kept-lines">${model.reason}</span>` } },
        model.appeal !== '' && {
          key: { text: 'What you said' },
          value: { html: html`<span class="app-kept-lines">${model.appeal}</span>` },
        },
        model.answer !== '' && {
          key: { text: 'The answer' },
          value: { html: html`<span class="app-kept-lines">${model.answer}</span>` },
        },
      ],
    })}
${
  model.appealAction !== undefined &&
  form(
    { action: model.appealAction, csrf: model.csrf },
    html`${textarea({ id: 'text', name: 'text', label: { text: 'Ask for it to be looked at again', classes: 'govuk-label--m' }, hint: { text: 'Say what was not seen or not right. You can ask once' }, rows: 5, value: model.typed, errorMessage: errorAt(model.errors, 'text') })}
${button({ text: 'Ask', preventDoubleClick: true })}`,
  )
}`,
  )
