import { numeric, type TableCell, table } from '../../../ui/components/index.ts'
import type { SafeHtml } from '../../../ui/html.ts'
import { scrolling } from '../../../ui/patterns/index.ts'

/** Headings of which those from a column on stand over figures, the first column being 0. */
export const figuresFrom = (column: number, headings: readonly string[]): readonly (string | TableCell)[] =>
  headings.map((text, index) => (index < column ? text : numeric(text)))

/**
 * A table with a caption, which scrolls by itself on a small screen. What stands under a `numeric` heading is lined up as
 * it is.
 *
 * @param captionSize small where the table stands under a heading of its own
 */
export const tableOf = (
  caption: string,
  headings: readonly (string | TableCell)[],
  rows: readonly (readonly (string | SafeHtml)[])[],
  captionSize: 's' | 'm' = 'm',
): SafeHtml =>
  scrolling(
    caption,
    table({
      caption,
      captionClasses: `govuk-table__caption--${captionSize}`,
      firstCellIsHeader: true,
      head: headings.map((heading) => (typeof heading === 'string' ? { text: heading } : heading)),
      rows: rows.map((cells) => cells.map((cell, column) => cellOf(cell, headings[column]))),
    }),
  )

function cellOf(cell: string | SafeHtml, heading: string | TableCell | undefined): TableCell {
  const content = typeof cell === 'string' ? { text: cell } : { html: cell }
  return typeof heading === 'object' && heading.format !== undefined ? { ...content, format: heading.format } : content
}
