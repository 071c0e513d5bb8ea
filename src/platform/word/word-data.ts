/**
 * A piece of a document, in reading order.
 * - `heading`: level 1 under the title
 * - `paragraphs`: each line a paragraph; lines that begin as items of a list are set as a list
 * - `guidance`: the same in grey, for what is help and not content
 * - `facts`: a name and what it is, as a table whose first column heads its rows
 * - `table`: with a header row that is said again on each page; cells in `amounts` columns are set to the right
 * - `picture`: an SVG document of our own, as wide as the text at most; `finding` says what it shows, above it and to those
 *   who do not see it
 * - `note`: one line in italics, such as that nothing was answered
 * - `space`: room to write in by hand or on a screen
 */
export type WordBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraphs' | 'guidance'; readonly lines: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly name: string; readonly value: string }[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** Which columns hold amounts, by their place. */
      readonly amounts: readonly number[]
    }
  | { readonly kind: 'picture'; readonly title: string; readonly finding: string; readonly svg: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'space'; readonly lines: number }

/**
 * A document to be made into a Word file.
 * - `mark`: a warning at the top and on every page: a draft, a test, made up
 * - `footer`: on every page, beside its number
 */
export type WordData = {
  readonly title: string
  readonly subtitle?: string | undefined
  readonly author: string
  readonly mark?: string | undefined
  readonly footer: string
  readonly blocks: readonly WordBlock[]
}
