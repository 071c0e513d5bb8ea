import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { diff, illustrativeLabel, timeline } from '../../../ui/patterns/index.ts'

/** An answer before and after; '' where there was none. */
export type AnswerChanged = { readonly label: string; readonly before: string; readonly after: string }

export type VersionModel = {
  readonly title: string
  readonly by: string
  readonly time: string
  readonly datetime: string
  readonly changes: readonly AnswerChanged[]
}

export type EntryHistoryModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly title: string
  readonly versions: readonly VersionModel[]
}

/** Every version of a page of a sheet, the last first. */
export const entryHistoryPage = (model: EntryHistoryModel): Page => ({
  title: model.title,
  breadcrumbs: [...model.breadcrumbs, { text: 'History' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">${model.title}</h1>
${timeline(
  model.versions.map(({ title, by, time, datetime, changes }) => ({
    title,
    by,
    time,
    datetime,
    description: html`${changes.map(changeOf)}`,
  })),
  2,
)}`,
})

const changeOf = ({
  label,
  before,
  after,
}: AnswerChanged): SafeHtml => html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>${label}</strong></p>
<div class="govuk-body app-kept-lines">${diff([
  ...(before === '' ? [] : [{ kind: 'removed', text: before } as const]),
  ...(before === '' || after === '' ? [] : [{ kind: 'same', text: '\n' } as const]),
  ...(after === '' ? [] : [{ kind: 'added', text: after } as const]),
])}</div>`
