import { table, tag } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary, type Sought, scrolling, searchBox } from '../../../ui/patterns/index.ts'
import type { StoredMessage } from '../notifications.store.ts'

export type OutboxRow = {
  readonly href: string
  readonly subject: string
  readonly recipient: string
  /** When it was written, as people read it. */
  readonly written: string
  readonly state: StoredMessage['state']
}

export type OutboxModel = {
  readonly rows: readonly OutboxRow[]
  readonly sought: Sought
  readonly action: string
  readonly mailKept: boolean
}

const words: Record<OutboxRow['state'], { readonly text: string; readonly classes: string }> = {
  queued: { text: 'Waiting', classes: 'govuk-tag--yellow' },
  sent: { text: 'Sent', classes: 'govuk-tag--green' },
  kept: { text: 'Kept here', classes: 'govuk-tag--blue' },
  failed: { text: 'Failed', classes: 'govuk-tag--red' },
  held: { text: 'For a digest', classes: 'govuk-tag--yellow' },
  digested: { text: 'In a digest', classes: 'govuk-tag--green' },
  centre: { text: 'Not emailed', classes: 'govuk-tag--grey' },
}

export const stateTag = (state: OutboxRow['state']): SafeHtml => tag(words[state])

/** The messages that the service wrote, newest first. */
export function outboxPage({ rows, sought, action }: OutboxModel): Page {
  return {
    title: 'Outbox',
    wide: true,
    hasErrors: sought.problems.length > 0,
    main: html`${problemSummary(sought.problems)}
<h1 class="govuk-heading-xl">Outbox</h1>
<p class="govuk-body-l">The emails that this service wrote. Nothing leaves it while it is being evaluated.</p>
${searchBox({ action, field: 'about', label: { text: 'Search by address or subject' }, sought, classes: 'govuk-!-width-one-half' })}
${rows.length === 0 ? html`<p class="govuk-body">No messages.</p>` : tableOf(rows)}`,
  }
}

const tableOf = (rows: readonly OutboxRow[]): SafeHtml =>
  scrolling(
    'Messages',
    table({
      caption: 'Messages, newest first',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [{ text: 'Subject' }, { text: 'To' }, { text: 'Written' }, { text: 'State' }],
      rows: rows.map(({ href, subject, recipient, written, state }) => [
        { html: html`<a class="govuk-link" href="${href}">${subject}</a>` },
        { text: recipient },
        { text: written },
        { html: stateTag(state) },
      ]),
    }),
  )
