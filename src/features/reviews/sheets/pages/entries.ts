import { button, table } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling } from '../../../../ui/patterns/index.ts'

export type EntryRow = {
  readonly href: string
  readonly removeHref: string
  readonly title: string
  readonly cells: readonly string[]
}

export type EntriesModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly title: string
  readonly what: string
  readonly itemName: string
  readonly headings: readonly string[]
  readonly rows: readonly EntryRow[]
  /** For those who write. */
  readonly addHref: string | undefined
}

/** The entries of a sheet that is a list. */
export const entriesPage = (model: EntriesModel): Page => ({
  title: model.title,
  breadcrumbs: [...model.breadcrumbs, { text: model.title }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">${model.title}</h1>
<p class="govuk-body">${model.what}</p>
${
  model.rows.length === 0
    ? html`<p class="govuk-body">There is none yet.</p>`
    : scrolling(
        model.title,
        table({
          firstCellIsHeader: true,
          head: [
            { text: `${model.itemName.charAt(0).toUpperCase()}${model.itemName.slice(1)}` },
            ...model.headings.map((text) => ({ text })),
            ...(model.addHref === undefined ? [] : [{ text: 'Remove' }]),
          ],
          rows: model.rows.map(({ href, removeHref, title, cells }) => [
            { html: html`<a class="govuk-link" href="${href}">${title}</a>` },
            ...cells.map((text) => ({ text })),
            ...(model.addHref === undefined
              ? []
              : [
                  {
                    html: html`<a class="govuk-link" href="${removeHref}">Remove<span class="govuk-visually-hidden"> ${title}</span></a>`,
                  },
                ]),
          ]),
        }),
      )
}
${model.addHref !== undefined && button({ text: `Add ${/^[aeiou]/i.test(model.itemName) ? 'an' : 'a'} ${model.itemName}`, href: model.addHref })}`,
})
