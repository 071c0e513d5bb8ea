import { insetText, summaryList, tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

export type OwesModel = {
  readonly reference: string
  readonly illustrative: boolean
  /** Each person who was given something; the last is for pages given to nobody. */
  readonly people: readonly {
    readonly name: string
    readonly detail: string
    readonly pages: readonly {
      readonly title: string
      readonly href: string
      readonly status: { readonly text: string; readonly colour: string | undefined }
      readonly due: string
      readonly late: boolean
      readonly comments: number
      readonly commentsHref: string
      /** Where it is given to somebody; undefined for those who may not. */
      readonly giveHref: string | undefined
    }[]
  }[]
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
  ({ name, detail, pages }) => html`<h2 class="govuk-heading-m">${name}</h2>
<p class="govuk-body">${detail}</p>
${pages.length > 0 && listOf(pages)}`,
)}
${
  model.idle.length > 0 &&
  html`<h2 class="govuk-heading-m">Given nothing</h2>
<ul class="govuk-list">${model.idle.map((one) => html`<li>${one}</li>`)}</ul>`
}`,
  }
}

type OwedPage = OwesModel['people'][number]['pages'][number]

/** A row for each page: on a phone its parts stand one below the other. */
const listOf = (pages: readonly OwedPage[]): SafeHtml =>
  summaryList({
    classes: 'app-owed',
    rows: pages.map((page) => ({
      key: { html: html`<a class="govuk-link" href="${page.href}">${page.title}</a>` },
      value: {
        html: html`${statusOf(page)}${page.due !== '' && html`<br>Due ${page.due}`}${page.late && html` ${tag({ text: 'Late', classes: 'govuk-tag--red' })}`}`,
      },
      actions: {
        items: [
          {
            text: page.comments === 0 ? 'Comments' : `Comments (${page.comments} open)`,
            href: page.commentsHref,
            visuallyHiddenText: `on ${page.title}`,
          },
          ...(page.giveHref === undefined
            ? []
            : [{ text: 'Give', href: page.giveHref, visuallyHiddenText: `${page.title} to somebody` }]),
        ],
      },
    })),
  })

const statusOf = ({ status: { text, colour } }: OwedPage): SafeHtml =>
  colour === undefined ? html`${text}` : tag({ text, classes: `govuk-tag--${colour}` })
