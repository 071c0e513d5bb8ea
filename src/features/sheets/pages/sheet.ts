import type { FieldWords } from '../../../core/saving/field-words.ts'
import { button, insetText, notificationBanner } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import { markdown } from '../../../ui/markdown.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../ui/patterns/index.ts'

/** The field that names the questions of the page. No question has such a name: one of a report is called `asked`. */
export const askedField = '_asked'

export type SheetModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly title: string
  readonly what: string | undefined
  readonly guidance: string | undefined
  readonly fields: readonly SafeHtml[]
  /** What stands beside them. */
  readonly words: FieldWords
  /** Ids of the questions that the page has. */
  readonly asked: readonly string[]
  /** Questions that were not on the page as it was sent, and must be answered because of what was chosen. */
  readonly more: readonly string[]
  readonly takesFiles: boolean
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  /** What somebody else answered at the same time. */
  readonly clash:
    | {
        readonly by: string
        readonly time: string
        readonly answers: readonly { readonly label: string; readonly lines: readonly string[] }[]
      }
    | undefined
  readonly seen: number
  /** Who says who writes it, for those who only read. */
  readonly readOnly: string | undefined
  readonly action: string
  readonly removeHref: string | undefined
  /** Not there before anything was saved. */
  readonly historyHref: string | undefined
  readonly csrf: string
}

/** A page of a sheet. */
export const sheetPage = (model: SheetModel): Page => ({
  title: model.title,
  hasErrors: model.problems.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: model.title }],
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
${model.clash !== undefined && clashOf(model.clash)}
${model.more.length > 0 && moreOf(model.more)}
<h1 class="govuk-heading-l">${model.title}</h1>
${model.what !== undefined && html`<p class="govuk-body">${model.what}</p>`}
${model.guidance !== undefined && markdown(model.guidance)}
${
  model.readOnly !== undefined
    ? html`${insetText({ text: `You can read this page, but not change it. ${model.readOnly}` })}
<fieldset class="govuk-fieldset" disabled>${model.fields}</fieldset>`
    : form(
        {
          action: model.action,
          csrf: model.csrf,
          enctype: model.takesFiles ? 'multipart/form-data' : undefined,
          words: model.words,
        },
        html`${saveOnEnter}${hidden('seen', String(model.seen))}${hidden(askedField, model.asked.join(' '))}${model.fields}
<div class="govuk-button-group">${button({ text: 'Save', preventDoubleClick: true })}
${model.removeHref !== undefined && html`<a class="govuk-link" href="${model.removeHref}">Remove it</a>`}</div>`,
      )
}
${model.historyHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.historyHref}">Who changed this page, and how</a></p>`}`,
})

/** Enter in a field presses the first button of its form: it saves, and takes no item of a list away. */
const saveOnEnter = button({
  text: 'Save',
  classes: 'govuk-visually-hidden',
  attributes: { tabindex: '-1', 'aria-hidden': 'true' },
})

const moreOf = (labels: readonly string[]): SafeHtml =>
  notificationBanner({
    html: html`<p class="govuk-notification-banner__heading">What you chose asks for more. Answer this below, then save</p>
<ul class="govuk-list govuk-list--bullet">${labels.map((label) => html`<li>${label}</li>`)}</ul>`,
  })

const clashOf = ({ by, time, answers }: NonNullable<SheetModel['clash']>): SafeHtml =>
  notificationBanner({
    html: html`<p class="govuk-notification-banner__heading">${by} changed this page at ${time}, while you had it open</p>
<p class="govuk-body">What you wrote is below and is not saved yet. Their answer is below it. Copy in anything you need from theirs, then save. Yours then counts, and theirs stays in the history.</p>
${answers.map(({ label, lines }) => html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${label}</h3><p class="govuk-body app-kept-lines">${lines.join('\n')}</p>`)}`,
  })
