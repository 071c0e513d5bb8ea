import { insetText, summaryList, tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

type Status = { readonly text: string; readonly colour: string | undefined }

/** A page, or a question that was given by itself. */
export type OwedRow = {
  readonly title: string
  /** The page that the question is on; '' for a page. */
  readonly on: string
  readonly href: string
  readonly status: Status
  readonly due: string
  readonly late: boolean
  /** Of a page: its questions that were given by themselves. */
  readonly questions: readonly {
    readonly label: string
    readonly href: string
    /** "For Tom Okafor, due on …". */
    readonly who: string
    readonly status: Status
  }[]
  readonly comments: number
  readonly commentsHref: string
  /** Where it is given to somebody; undefined for those who may not. */
  readonly giveHref: string | undefined
}

export type OwesModel = {
  readonly reference: string
  readonly illustrative: boolean
  /** Each person who was given something; the last is for pages given to nobody. */
  readonly people: readonly { readonly name: string; readonly detail: string; readonly rows: readonly OwedRow[] }[]
  /** Those who can write and were given nothing, with whom they work for. */
  readonly idle: readonly string[]
  readonly back: string
}

/** Who is to write what, and how far they are. */
export function owesPage(model: OwesModel): Page {
  const title = 'Who still has to do what'
  return {
    title,
    backLink: { href: model.back, text: 'Back to all questions' },
    main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">${title}</h1>
${model.people.length === 0 && insetText({ text: 'There is nothing to write yet.' })}
${model.people.map(
  ({ name, detail, rows }) => html`<h2 class="govuk-heading-m">${name}</h2>
<p class="govuk-body">${detail}</p>
${rows.length > 0 && listOf(rows)}`,
)}
${
  model.idle.length > 0 &&
  html`<h2 class="govuk-heading-m">Given nothing</h2>
<ul class="govuk-list">${model.idle.map((one) => html`<li>${one}</li>`)}</ul>`
}`,
  }
}

/** A row for each: on a phone its parts stand one below the other. */
const listOf = (rows: readonly OwedRow[]): SafeHtml =>
  summaryList({
    classes: 'app-owed',
    rows: rows.map((row) => ({
      key: {
        html: html`<a class="govuk-link" href="${row.href}">${row.title}</a>${row.on !== '' && html`<br><span class="govuk-hint">On “${row.on}”</span>`}`,
      },
      value: {
        html: html`${statusOf(row.status)}${row.due !== '' && html`<br>Due ${row.due}`}${row.late && html` ${tag({ text: 'Late', classes: 'govuk-tag--red' })}`}${row.questions.length > 0 && questionsOf(row.questions)}`,
      },
      actions: {
        items: [
          {
            text: row.comments === 0 ? 'Comments' : `Comments (${row.comments} open)`,
            href: row.commentsHref,
            visuallyHiddenText: `on ${row.on === '' ? row.title : row.on}`,
          },
          ...(row.giveHref === undefined
            ? []
            : [{ text: 'Give', href: row.giveHref, visuallyHiddenText: `${row.title} to somebody` }]),
        ],
      },
    })),
  })

/** Questions of a page that others are to answer. */
const questionsOf = (questions: OwedRow['questions']): SafeHtml =>
  html`<ul class="govuk-list govuk-list--bullet">${questions.map(
    ({ label, href, who, status }) =>
      html`<li><a class="govuk-link" href="${href}">${label}</a><br>${who}. ${statusOf(status)}</li>`,
  )}</ul>`

const statusOf = ({ text, colour }: Status): SafeHtml =>
  colour === undefined ? html`${text}` : tag({ text, classes: `govuk-tag--${colour}` })
