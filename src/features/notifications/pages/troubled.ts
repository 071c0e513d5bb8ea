import { button, table } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { scrolling } from '../../../ui/patterns/index.ts'
import { administrationCrumb } from '../notifications.paths.ts'
import { type OutboxRow, stateTag } from './outbox.ts'

export type TroubledRow = Omit<OutboxRow, 'href'> & {
  readonly attempts: number
  readonly reason: string
  /** Where to send it again; undefined while it is still being tried, or when its text is gone. */
  readonly again: string | undefined
}

/** The emails that did not go out. */
export const troubledPage = (model: { readonly rows: readonly TroubledRow[]; readonly csrf: string }): Page => ({
  title: 'Email that did not go out',
  breadcrumbs: [administrationCrumb, { text: 'Email that did not go out' }],
  wide: true,
  main: html`<h1 class="govuk-heading-xl">Email that did not go out</h1>
<p class="govuk-body-l">Messages that were given up, and those that are being tried again.</p>
${model.rows.length === 0 ? html`<p class="govuk-body">No message has failed. Messages that wait to be sent for the first time are not listed here: the status of the service says how long the oldest has waited.</p>` : tableOf(model.rows, model.csrf)}`,
})

const tableOf = (rows: readonly TroubledRow[], csrf: string): SafeHtml =>
  scrolling(
    'Messages that did not go out',
    table({
      caption: 'Messages that did not go out, newest first',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: ['Subject', 'To', 'Written', 'State', 'What went wrong', 'Tried', 'Action'].map((text) => ({ text })),
      rows: rows.map((row) => [
        { text: row.subject },
        { text: row.recipient },
        { text: row.written },
        { html: stateTag(row.state) },
        { text: row.reason },
        { text: row.attempts },
        { html: sendAgain(row.again, csrf) },
      ]),
    }),
  )

const sendAgain = (action: string | undefined, csrf: string): SafeHtml =>
  action === undefined
    ? nothing
    : form({ action, csrf }, button({ text: 'Send again', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' }))
