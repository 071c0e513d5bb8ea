import { numeric, type TableCell, table } from '../../../ui/components/index.ts'
import type { SafeHtml } from '../../../ui/html.ts'
import { scrolling, stackingTable } from '../../../ui/patterns/index.ts'

/** Headings of which those from a column on stand over figures, the first column being 0. */
export const figuresFrom = (column: number, headings: readonly string[]): readonly (string | TableCell)[] =>
  headings.map((text, index) => (index < column ? text : numeric(text)))

/** What a table says, one row after the other. */
type Said = readonly [
  caption: string,
  headings: readonly (string | TableCell)[],
  rows: readonly (readonly (string | SafeHtml)[])[],
  /** Small where the table stands under a heading of its own. */
  captionSize?: 's' | 'm',
]

/**
 * A table with a caption, which scrolls by itself on a small screen. What stands under a `numeric` heading is lined up as
 * it is.
 */
export const tableOf = (...said: Said): SafeHtml => scrolling(said[0], table(optionsOf(...said)))

/** A table of few rows, which stand one below another on a phone: for those of which the last column is what matters. */
export const stackingTableOf = (...said: Said): SafeHtml => scrolling(said[0], stackingTable(optionsOf(...said)))

const optionsOf = (...[caption, headings, rows, captionSize = 'm']: Said) => ({
  caption,
  captionClasses: `govuk-table__caption--${captionSize}`,
  firstCellIsHeader: true,
  head: headings.map((heading) => (typeof heading === 'string' ? { text: heading } : heading)),
  rows: rows.map((cells) => cells.map((cell, column) => cellOf(cell, headings[column]))),
})

function cellOf(cell: string | SafeHtml, heading: string | TableCell | undefined): TableCell {
  const content = typeof cell === 'string' ? { text: cell } : { html: cell }
  return typeof heading === 'object' && heading.format !== undefined ? { ...content, format: heading.format } : content
}
