import type { Span } from './read-tokens.ts'

/** A part of a program and the texts in it, in the order of the source. */
export type Region = Span & { readonly texts: readonly Text[] }

/**
 * A text that people read, as it stands in a program. Its span is what a translation takes the place of: a whole string
 * or template, or words in the middle of an `html` template.
 */
export type Text = Span & {
  /**
   * What it says. Where a value comes in stands `{1}`, `{2}`…; where markup is, `<1>` to `</1>`, or `<2/>` for markup that
   * holds nothing. So a translation may put both in another order, and cannot change what they are.
   */
  readonly english: string
  readonly kind: 'string' | 'template' | 'html'
  /** The expressions of `{1}`, `{2}`… */
  readonly values: readonly Region[]
  /** The tags of `<1>`, `<2>`…; without a second where it holds nothing. */
  readonly markup: readonly { readonly open: Region; readonly close: Span | undefined }[]
  /** Which value is counted: there is another text for one of it. */
  readonly counts?: number | undefined
}
