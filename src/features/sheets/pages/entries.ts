import { capital } from '../../../core/text/capital.ts'
import { button, numeric, type TableCell, table } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { actionList, illustrativeLabel, scrolling } from '../../../ui/patterns/index.ts'

export type EntryRow = {
  readonly href: string
  /** Not there before anything was saved. */
  readonly historyHref: string | undefined
  /** Not there where it stays. */
  readonly removeHref: string | undefined
  /** Values of the buttons that move it; not there at the ends. */
  readonly up: string | undefined
  readonly down: string | undefined
  readonly title: string
  readonly cells: readonly string[]
}

export type EntriesModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly title: string
  readonly what: string
  readonly itemName: string
  /** `figures`: what stands below it is lined up to the right. */
  readonly headings: readonly { readonly text: string; readonly figures: boolean }[]
  readonly rows: readonly EntryRow[]
  /** What must be there before one can be added. */
  readonly waitsFor: string | undefined
  /** Who says who writes it, for those who only read. */
  readonly readOnly: string | undefined
  /** For those who write a list. */
  readonly change: { readonly addHref: string; readonly moveAction: string; readonly csrf: string } | undefined
}

/** The entries of a sheet that is a list. */
export const entriesPage = (model: EntriesModel): Page => ({
  title: model.title,
  wide: true,
  breadcrumbs: [...model.breadcrumbs, { text: model.title }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">${model.title}</h1>
<p class="govuk-body">${model.what}</p>
${model.rows.length === 0 ? html`<p class="govuk-body">${model.waitsFor ?? 'There is none yet.'}</p>` : tableOf(model)}
${model.readOnly !== undefined && html`<p class="govuk-body">You can read this list, but not change it. ${model.readOnly}</p>`}
${model.change !== undefined && model.rows.length > 0 && model.waitsFor !== undefined && html`<p class="govuk-body">${model.waitsFor}</p>`}
${model.change !== undefined && model.waitsFor === undefined && button({ text: `Add ${/^[aeiou]/i.test(model.itemName) ? 'an' : 'a'} ${model.itemName}`, href: model.change.addHref })}`,
})

function tableOf(model: EntriesModel): SafeHtml {
  const { change } = model
  const entries = scrolling(
    model.title,
    table({
      firstCellIsHeader: true,
      head: [
        { text: capital(model.itemName) },
        ...model.headings.map(({ text, figures }) => cellOf(text, figures)),
        ...(change === undefined ? [] : [{ text: 'Change the list' }]),
      ],
      rows: model.rows.map((row) => [
        { html: html`<a class="govuk-link" href="${row.href}">${row.title}</a>` },
        ...row.cells.map((text, column) => cellOf(text, model.headings[column]?.figures === true)),
        ...(change === undefined ? [] : [{ html: actionsOf(row) }]),
      ]),
    }),
  )
  return change === undefined ? entries : form({ action: change.moveAction, csrf: change.csrf }, entries)
}

const cellOf = (text: string, figures: boolean): TableCell => (figures ? numeric(text) : { text })

const actionsOf = ({ title, removeHref, up, down }: EntryRow): SafeHtml =>
  actionList([
    ...(up === undefined ? [] : [moveButton(up, 'Move up', title)]),
    ...(down === undefined ? [] : [moveButton(down, 'Move down', title)]),
    ...(removeHref === undefined ? [] : [html`<a class="govuk-link" href="${removeHref}">Remove${named(title)}</a>`]),
  ])

const moveButton = (value: string, text: string, title: string): SafeHtml =>
  html`<button type="submit" class="app-link-button" name="move" value="${value}">${text}${named(title)}</button>`

const named = (title: string): SafeHtml => html`<span class="govuk-visually-hidden"> ${title}</span>`
