import { button, details, insetText } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type DiffSegment, diff, illustrativeLabel } from '../../../../ui/patterns/index.ts'

export type HistoryModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly page: string
  readonly questions: readonly {
    readonly id: string
    readonly label: string
    readonly versions: readonly {
      readonly version: number
      readonly by: string
      readonly time: string
      /** What is different from the one before, word by word; undefined for what is not text. */
      readonly changes: readonly DiffSegment[] | undefined
      readonly lines: readonly string[]
      readonly isNow: boolean
    }[]
  }[]
  /** Whether a question of the page takes files, which do not stay for ever once they are taken out. */
  readonly takesFiles: boolean
  readonly mayRestore: boolean
  readonly action: string
  readonly back: string
  readonly csrf: string
}

/** What the answers of a page have been, who wrote it and when. */
export const historyPage = (model: HistoryModel): Page => ({
  title: `History: ${model.page}`,
  backLink: { href: model.back, text: 'Back to the page' },
  main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">History of “${model.page}”</h1>
${model.takesFiles && html`<p class="govuk-body">A file that is taken out of an answer can be put back for 30 days. It is then deleted, unless it is part of what was submitted, and its name stays here with “file removed”.</p>`}
${model.questions.every(({ versions }) => versions.length === 0) && insetText({ text: 'Nothing has been written here yet.' })}
${model.questions.map((question) => questionOf(question, model))}`,
})

const questionOf = (question: HistoryModel['questions'][number], model: HistoryModel): SafeHtml | false =>
  question.versions.length > 0 &&
  html`<h2 class="govuk-heading-m">${question.label}</h2>
${question.versions.map((version) => versionOf(question, version, model))}`

const versionOf = (
  { id, versions }: HistoryModel['questions'][number],
  { version, by, time, changes, lines, isNow }: HistoryModel['questions'][number]['versions'][number],
  { action, csrf, mayRestore }: HistoryModel,
): SafeHtml =>
  details({
    open: isNow,
    summaryText: `${isNow ? 'Now' : `Version ${version}`}: saved by ${by} at ${time}`,
    html: html`${changes === undefined ? html`<p class="govuk-body">${lines.map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`))}</p>` : diff(changes)}
${
  mayRestore &&
  !isNow &&
  form(
    { action, csrf },
    html`${hidden('question', id)}${hidden('version', version)}${hidden('shown', versions[0]?.version ?? 0)}${button({
      html: html`Put this back<span class="govuk-visually-hidden">: version ${version}, saved by ${by} at ${time}</span>`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
      preventDoubleClick: true,
    })}`,
  )
}`,
  })
