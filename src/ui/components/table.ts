import { html, type SafeHtml } from '../html.ts'
import {
  type Attributes,
  attribute,
  attributesOf,
  type Content,
  contentOf,
  type Maybe,
  more,
  type Optional,
  type Styled,
} from './parts.ts'

/** `format: 'numeric'` lines numbers up on the right. */
export type TableCell = Content &
  Optional<{ format: string; classes: string; colspan: number; rowspan: number; attributes: Attributes }>

/** A cell whose text is lined up on the right, under a heading that is too. */
export const numeric = (text: string | number): TableCell => ({ text: String(text), format: 'numeric' })

export type TableOptions = Styled &
  Optional<{
    caption: string
    captionClasses: string
    head: readonly TableCell[]
    firstCellIsHeader: boolean
  }> & { readonly rows: readonly Maybe<readonly TableCell[]>[] }

/** Rows and columns of data. Never for laying out. */
export function table(options: TableOptions): SafeHtml {
  const { caption, head, firstCellIsHeader } = options
  const rows = options.rows.map(
    (row) =>
      row &&
      html`<tr class="govuk-table__row">${row.map((cell, index) => (index === 0 && firstCellIsHeader ? rowHeader(cell) : cellOf(cell)))}</tr>`,
  )
  return html`<table class="govuk-table${more(options.classes)}"${attributesOf(options.attributes)}>
${caption && html`<caption class="govuk-table__caption${more(options.captionClasses)}">${caption}</caption>`}
${head && html`<thead class="govuk-table__head"><tr class="govuk-table__row">${head.map(columnHeader)}</tr></thead>`}
<tbody class="govuk-table__body">${rows}</tbody>
</table>`
}

function columnHeader(cell: TableCell): SafeHtml {
  const classes = more(cell.format && `govuk-table__header--${cell.format}`, cell.classes)
  return html`<th scope="col" class="govuk-table__header${classes}"${spanOf(cell)}>${contentOf(cell)}</th>`
}

function rowHeader(cell: TableCell): SafeHtml {
  return html`<th scope="row" class="govuk-table__header${more(cell.classes)}"${spanOf(cell)}>${contentOf(cell)}</th>`
}

function cellOf(cell: TableCell): SafeHtml {
  const classes = more(cell.format && `govuk-table__cell--${cell.format}`, cell.classes)
  return html`<td class="govuk-table__cell${classes}"${spanOf(cell)}>${contentOf(cell)}</td>`
}

function spanOf(cell: TableCell): SafeHtml {
  return html`${attribute('colspan', cell.colspan)}${attribute('rowspan', cell.rowspan)}${attributesOf(cell.attributes)}`
}
