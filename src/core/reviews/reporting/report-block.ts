import type { ReportPartId } from './report-parts.ts'
import type { ReportPicture } from './report-picture.ts'

/**
 * A piece of a report, in reading order.
 * - `heading`: under the title of its part
 * - `entry`: what one of several things under a heading is called
 * - `words`: what people wrote, as they wrote it
 * - `finding`: a sentence that is worked out, and changes with what it is worked out of; `points` are what it lists
 * - `facts`: names and what they are; a value has one string a line
 * - `table`: `amounts` columns are set to the right; every row has a cell for each column
 * - `picture`: what it is of, and what it shows, for those who do not see it; a table before or after it says the same
 * - `quote`: somebody’s own words, printed unedited; `cut` where figures that are withheld are taken out of them
 * - `missing`: what is not written yet, or is withheld
 */
type Piece =
  | { readonly kind: 'heading' | 'entry'; readonly text: string }
  | { readonly kind: 'words' | 'missing'; readonly text: string }
  | { readonly kind: 'finding'; readonly text: string; readonly points?: readonly string[] }
  | {
      readonly kind: 'facts'
      readonly rows: readonly { readonly name: string; readonly value: readonly string[] }[]
    }
  | ReportTable
  | {
      readonly kind: 'picture'
      readonly title: string
      readonly finding: string
      readonly picture: ReportPicture
    }
  | { readonly kind: 'quote'; readonly from: string; readonly text: string; readonly cut?: true }

/** `restsOn`: other parts whose figures it says, or lets a reader work out: it is withheld with any of them. */
export type ReportBlock = Piece & { readonly restsOn?: readonly ReportPartId[] }

export type ReportTable = {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly { readonly text: string; readonly amounts?: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

/** A table whose first column says what a row is of, and whose others hold amounts. */
export const amountsTable = (
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): ReportTable => ({
  kind: 'table',
  caption,
  columns: headings.map((text, at) => ({ text, amounts: at > 0 })),
  rows,
})
