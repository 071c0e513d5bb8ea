import type { MomentTyped } from '../../../../core/rounds/read-timetable.ts'
import { button, checkboxes, summaryList, textarea, warningText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { momentField, problemSummary } from '../../../../ui/patterns/index.ts'
import type { Words } from '../../fields.messages.ts'
import { errorAt, saveButton } from '../../pages/parts.ts'

export type NoticesModel = {
  readonly notices: readonly {
    readonly text: string
    readonly times: string
    readonly by: string
    readonly takeDown: string
  }[]
  readonly typed: { readonly text: string; readonly starts: MomentTyped; readonly ends: MomentTyped }
  readonly errors: readonly Words[]
  /** Deadlines that the notice as typed would spoil. */
  readonly spoilt: readonly string[]
  readonly action: string
  readonly back: string
  readonly csrf: string
}

/** Notices on every page of the service, such as that it will be down. */
export const noticesPage = (model: NoticesModel): Page => ({
  title: 'Service notices',
  hasErrors: model.errors.length > 0,
  backLink: { href: model.back },
  main: html`${problemSummary(model.errors)}
<h1 class="govuk-heading-l">Service notices</h1>
<p class="govuk-body">A notice stands at the top of every page, for everybody, between two times. Use it when the service does not work as it should, and before planned work on it.</p>
${model.notices.length === 0 && html`<p class="govuk-body">No notice is up or planned.</p>`}
${model.notices.map(
  ({ text, times, by, takeDown }) =>
    html`${summaryList({
      rows: [
        { key: { text: 'Notice' }, value: { text } },
        { key: { text: 'Shown' }, value: { text: times } },
        { key: { text: 'Put up by' }, value: { text: by } },
      ],
    })}${form({ action: takeDown, csrf: model.csrf }, button({ text: 'Take down', classes: 'govuk-button--secondary' }))}`,
)}
<h2 class="govuk-heading-m">Put up a notice</h2>
${model.spoilt.map((text) => warningText({ text }))}
${form(
  { action: model.action, csrf: model.csrf, namedByLabels: true },
  html`${textarea({
    id: 'text',
    name: 'text',
    label: { text: 'What does it say?', classes: 'govuk-label--s' },
    hint: { text: 'Up to 300 characters. Say what people cannot do, until when, and what to do instead.' },
    value: model.typed.text,
    rows: 3,
    errorMessage: errorAt(model.errors, 'text'),
  })}
${moment(model, 'starts', 'Shown from')}
${moment(model, 'ends', 'Shown until')}
${
  model.spoilt.length > 0 &&
  checkboxes({
    name: 'anyway',
    items: [{ value: 'yes', text: 'Put it up anyway. More time will be given to everyone if people cannot submit.' }],
  })
}
${saveButton('Put up the notice')}`,
)}`,
})

const moment = ({ typed, errors }: NoticesModel, id: 'starts' | 'ends', legend: string): SafeHtml =>
  momentField({
    id,
    legend,
    hint: 'UK time. For example 27 3 2027, 5pm',
    typed: typed[id],
    error: errorAt(errors, id)?.text,
  })
