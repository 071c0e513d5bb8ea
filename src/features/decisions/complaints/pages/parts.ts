import { type Ground, grounds } from '../../../../core/complaints/index.ts'
import { ukTime } from '../../../../core/time/uk-time.ts'
import { button, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { errorAt, type FieldText, timeline } from '../../../../ui/patterns/index.ts'
import { groundWords } from '../complaints.messages.ts'
import type { KeptComplaint, Message } from '../complaints.store.ts'

/** A reply as it is read. */
export type ShownReply = {
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly letterHref: string
}

/** Text of several lines as it was written. */
export const written = (text: string): SafeHtml => html`<span class="app-kept-lines">${text}</span>`

/** What a complaint says. */
export const whatItSays = (complaint: KeptComplaint, files: SafeHtml | undefined): SafeHtml =>
  summaryList({
    rows: [
      { key: { text: 'Of' }, value: { text: `${complaint.organisation}, by ${complaint.madeByName}` } },
      { key: { text: 'Made at' }, value: { text: ukTime(complaint.madeAt) } },
      {
        key: { text: 'About' },
        value: {
          html: html`${inOrder(complaint.grounds).map((ground, index) => html`${index > 0 && html`<br>`}${groundWords[ground]}`)}`,
        },
      },
      { key: { text: 'What happened' }, value: { html: written(complaint.words) } },
      ...(complaint.wanted === ''
        ? []
        : [{ key: { text: 'What would put it right' }, value: { html: written(complaint.wanted) } }]),
      ...(files === undefined ? [] : [{ key: { text: 'Files' }, value: { html: files } }]),
    ],
  })

export const inOrder = (chosen: readonly Ground[]): readonly Ground[] =>
  grounds.filter((ground) => chosen.includes(ground))

/** What was asked and answered, the first message first. */
export const messages = (all: readonly Message[]): SafeHtml =>
  all.length === 0
    ? html`<p class="govuk-body">Nothing was asked or answered yet.</p>`
    : timeline(
        all.map(({ ofHandler, text, saidAt, name }) => ({
          title: ofHandler ? 'The person looking at it asked' : 'The person who complained wrote',
          time: ukTime(saidAt),
          datetime: saidAt.toISOString(),
          by: name,
          description: written(text),
        })),
      )

type MessageForm = {
  readonly action: string
  readonly label: string
  readonly hint: string
  readonly typed: string
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** Where either side writes to the other. */
export const messageForm = ({ action, label, hint, typed, errors, csrf }: MessageForm): SafeHtml =>
  form(
    { action, csrf },
    html`${textarea({ id: 'text', name: 'text', label: { text: label, classes: 'govuk-label--s' }, hint: { text: hint }, rows: 4, value: typed, errorMessage: errorAt(errors, 'text') })}
${button({ text: 'Send', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )

/** What was found, with its letter. */
export const reply = ({ heading, paragraphs, letterHref }: ShownReply): SafeHtml =>
  html`<h2 class="govuk-heading-m">${heading}</h2>
${paragraphs.map((text) => html`<p class="govuk-body">${written(text)}</p>`)}
<p class="govuk-body"><a class="govuk-link" href="${letterHref}">The letter (PDF)<span class="govuk-visually-hidden">: ${heading}</span></a></p>`
