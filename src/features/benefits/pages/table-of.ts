import { table } from '../../../ui/components/index.ts'
import type { SafeHtml } from '../../../ui/html.ts'
import { scrolling } from '../../../ui/patterns/index.ts'

/** A table of words with a caption, which scrolls by itself on a small screen. */
export const tableOf = (
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly (string | SafeHtml)[])[],
): SafeHtml =>
  scrolling(
    caption,
    table({
      caption,
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: headings.map((text) => ({ text })),
      rows: rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? { text: cell } : { html: cell }))),
    }),
  )
