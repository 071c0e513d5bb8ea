import { insetText, table, tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling } from '../../../../ui/patterns/index.ts'

export type OwesModel = {
  readonly reference: string
  readonly illustrative: boolean
  /** Each person with what is theirs; the last is for pages given to nobody. */
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
  readonly back: string
}

/** Who is to write what, and how far they are. */
export function owesPage(model: OwesModel): Page {
  const title = 'Who owes what'
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
${pages.length > 0 && scrolling(`What ${name} writes`, tableOf(pages))}`,
)}`,
  }
}

type OwedPage = OwesModel['people'][number]['pages'][number]

const tableOf = (pages: readonly OwedPage[]): SafeHtml =>
  table({
    firstCellIsHeader: true,
    head: [{ text: 'Page' }, { text: 'Status' }, { text: 'Due' }, { text: 'Comments' }],
    rows: pages.map((page) => [
      { html: titleOf(page) },
      { html: statusOf(page) },
      { html: html`${page.due}${page.late && html` ${tag({ text: 'Late', classes: 'govuk-tag--red' })}`}` },
      {
        html: html`<a class="govuk-link" href="${page.commentsHref}">${page.comments === 0 ? 'None' : `${page.comments} open`}<span class="govuk-visually-hidden"> comments on ${page.title}</span></a>`,
      },
    ]),
  })

const titleOf = ({ title, href, giveHref }: OwedPage): SafeHtml =>
  html`<a class="govuk-link" href="${href}">${title}</a>${
    giveHref !== undefined &&
    html`<br><a class="govuk-link govuk-!-font-weight-regular" href="${giveHref}">Give to somebody<span class="govuk-visually-hidden">: ${title}</span></a>`
  }`

const statusOf = ({ status: { text, colour } }: OwedPage): SafeHtml =>
  colour === undefined ? html`${text}` : tag({ text, classes: `govuk-tag--${colour}` })
