import { button, errorSummary, insetText, select, tag, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

export type CommentsModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly page: string
  readonly comments: readonly {
    readonly id: string
    /** The question it is about; undefined for the page as a whole. */
    readonly about: string | undefined
    readonly by: string
    readonly time: string
    readonly lines: readonly string[]
    /** Who said that it is done, and when; undefined while it is open. */
    readonly resolved: string | undefined
  }[]
  /** The questions that a comment can be about; none where the page has one. */
  readonly about: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: string
  readonly typed: string
  readonly problem: { readonly text: string; readonly at: 'text' | 'about' } | undefined
  readonly action: string
  readonly back: string
  readonly csrf: string
}

/** What those who write say to one another about a page. */
export function commentsPage(model: CommentsModel): Page {
  const { problem } = model
  return {
    title: `Comments: ${model.page}`,
    backLink: { href: model.back, text: 'Back to the page' },
    hasErrors: problem !== undefined,
    main: html`${problem !== undefined && errorSummary({ titleText: 'There is a problem', errorList: [{ text: problem.text, href: `#${problem.at}` }] })}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}: ${model.page}</span>
<h1 class="govuk-heading-l">Comments</h1>
<p class="govuk-body">Everyone who writes this application can read these. They are never part of what is submitted.</p>
${model.comments.length === 0 ? insetText({ text: 'Nobody has said anything about this page.' }) : model.comments.map((one) => commentOf(one, model))}
<h2 class="govuk-heading-m">Add a comment</h2>
${form(
  { action: model.action, csrf: model.csrf, namedByLabels: true },
  html`${model.about.length > 0 && aboutField(model)}
${textarea({ id: 'text', name: 'text', label: { text: 'Your comment' }, value: model.typed, errorMessage: messageAt(model, 'text') })}
${button({ text: 'Add comment', name: 'action', value: 'add', preventDoubleClick: true })}`,
)}`,
  }
}

const messageAt = ({ problem }: CommentsModel, at: 'text' | 'about') =>
  problem?.at === at ? { text: problem.text } : undefined

const aboutField = (model: CommentsModel): SafeHtml =>
  select({
    id: 'about',
    name: 'about',
    label: { text: 'What is it about?' },
    items: [
      { value: '', text: 'The page as a whole' },
      ...model.about.map(({ id, label }) => ({ value: id, text: label, selected: id === model.chosen })),
    ],
    errorMessage: messageAt(model, 'about'),
  })

const commentOf = (
  { id, about, by, time, lines, resolved }: CommentsModel['comments'][number],
  { action, csrf }: CommentsModel,
): SafeHtml => html`<article class="app-comment" id="comment-${id}">
<p class="govuk-body govuk-!-margin-bottom-1"><strong>${by}</strong> <span class="govuk-hint">${time}</span> ${resolved !== undefined && tag({ text: 'Resolved', classes: 'govuk-tag--green' })}</p>
${about !== undefined && html`<p class="govuk-body govuk-!-margin-bottom-1">On: ${about}</p>`}
<p class="govuk-body">${lines.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}</p>
${resolved !== undefined && html`<p class="govuk-body-s">${resolved}</p>`}
${form(
  { action, csrf },
  html`${hidden('comment', id)}${button({
    html: html`${resolved === undefined ? 'Resolve' : 'Open again'}<span class="govuk-visually-hidden"> the comment of ${by} at ${time}</span>`,
    name: 'action',
    value: resolved === undefined ? 'resolve' : 'reopen',
    classes: 'govuk-button--secondary govuk-!-margin-bottom-2',
  })}`,
)}</article>`
