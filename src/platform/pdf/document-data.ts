/**
 * A piece of a document, in reading order. Text may have line breaks, and blank lines between paragraphs.
 * - `heading`: level 1 under the title, level 2 under that; the first is of level 1. `onNewPage` begins a page
 * - `question`: what was asked, which stays with what follows
 * - `rows`: a name and what it is; `fixed` sets the value in letters of one width, for hashes
 * - `answer`: what somebody wrote, set apart; `blank` is said in its place when it is empty
 * - `table`: `amounts` columns are set to the right; every row has a cell for each column
 * - `picture`: an SVG document of our own; `alternative` says what it shows to those who do not see it
 * - `panel`: one short text and one thing to see first, on a dark ground
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string; readonly onNewPage?: boolean }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'rows'
      readonly rows: readonly { readonly key: string; readonly value: string; readonly fixed?: boolean }[]
    }
  | { readonly kind: 'answer'; readonly text: string; readonly blank: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption?: string | undefined
      readonly columns: readonly { readonly text: string; readonly amounts?: boolean }[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'picture'; readonly caption: string; readonly alternative: string; readonly svg: string }
  | { readonly kind: 'panel'; readonly text: string; readonly strong: string }

/**
 * A document to be made into a PDF.
 * - `author`: the body or fund it comes from, above the title
 * - `label`: a warning at the top and on every page, as for illustrative data
 * - `footer`: one line on every page, beside its number
 * - `createdAt`: the date in the file; the same data give the same bytes
 */
export type DocumentData = {
  readonly title: string
  readonly subtitle?: string | undefined
  readonly author: string
  readonly label?: string | undefined
  readonly footer: string
  readonly createdAt: Date
  readonly blocks: readonly Block[]
}

/** What stands for a character that no font has. */
export const SUBSTITUTE = '□'

/** Said at the end of a document in which something was replaced. */
export const SUBSTITUTE_NOTE = `${SUBSTITUTE} stands for a character that the fonts of this document do not have. The service holds the text exactly as it was written.`

const LONGEST_RUN = 30

/** A run without a space is let break, or it would leave the page; the break has no width and is not seen. */
const breakable = (text: string): string =>
  text.replaceAll(/\S{31,}/gu, (run) =>
    [...run]
      .map((character, index) => (index > 0 && index % LONGEST_RUN === 0 ? `\u200b${character}` : character))
      .join(''),
  )

/** Text that can be set: line breaks as \n, no control characters, no half of a surrogate pair, no byte order mark. */
const settable = (text: string): string =>
  breakable(
    text
      .toWellFormed()
      .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
      .replaceAll('\t', '    ')
      .replaceAll(/[^\P{Cc}\n]|[\ufeff\u{e0000}-\u{e007f}]|\p{Noncharacter_Code_Point}/gu, ''),
  )

/** Text as the template takes it: paragraphs, which blank lines part, each a list of lines. */
const paragraphsOf = (text: string): string[][] =>
  text
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.split('\n'))

/** On one line. */
const lineOf = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** `glyphs` makes text into what can be set, and `glyphsIn` leaves a drawing as it is but for characters that no font has. */
type Glyphs = Readonly<Record<'glyphs' | 'glyphsIn', (text: string) => string>>

/** A block as the template takes it, every optional key filled in, with each text passed through `glyphs`. */
function templateBlock(block: Block, { glyphs, glyphsIn }: Glyphs): Record<string, unknown> {
  const prose = (text: string): string[][] => paragraphsOf(glyphs(text))
  const line = (text: string): string => lineOf(glyphs(text))
  switch (block.kind) {
    case 'heading':
      return { ...block, text: line(block.text), onNewPage: block.onNewPage === true }
    case 'question':
      return { ...block, text: line(block.text) }
    case 'paragraph':
      return { ...block, text: prose(block.text) }
    case 'rows':
      return {
        ...block,
        rows: block.rows.map(({ key, value, fixed = false }) => ({ key: line(key), value: prose(value), fixed })),
      }
    case 'answer':
      return { ...block, text: prose(block.text), blank: line(block.blank) }
    case 'list':
      return { ...block, items: block.items.map(prose) }
    case 'picture':
      return {
        ...block,
        caption: line(block.caption),
        alternative: line(block.alternative),
        svg: glyphsIn(block.svg),
      }
    case 'panel':
      return { ...block, text: line(block.text), strong: line(block.strong) }
    case 'table':
      return {
        ...block,
        caption: block.caption === undefined ? null : line(block.caption),
        columns: block.columns.map(({ text, amounts = false }) => ({ text: line(text), amounts })),
        rows: block.rows.map((row) => row.map(prose)),
      }
  }
}

/**
 * The JSON that the template reads.
 *
 * @param missing characters that no font has, each to be replaced by `SUBSTITUTE`, which the end of the document explains
 * @throws {RangeError} if a table's row has not a cell for each column
 */
export function templateInput(data: DocumentData, missing: ReadonlySet<string>): string {
  let replaced = false
  const glyph = (character: string): string => {
    if (!missing.has(character)) return character
    replaced = true
    return SUBSTITUTE
  }
  const glyphsIn = (text: string): string => text.replaceAll(/[^\p{ASCII}]/gu, glyph)
  const glyphs = (text: string): string => glyphsIn(settable(text))
  for (const block of data.blocks) {
    if (block.kind === 'table' && block.rows.some((row) => row.length !== block.columns.length)) {
      throw new RangeError('a row of a table has not a cell for each column')
    }
  }
  const line = (text: string | undefined): string | null => (text === undefined ? null : lineOf(glyphs(text)))
  const input = {
    title: line(data.title) || '–',
    subtitle: line(data.subtitle),
    author: line(data.author),
    label: line(data.label),
    footer: line(data.footer),
    blocks: data.blocks.map((block) => templateBlock(block, { glyphs, glyphsIn })),
  }
  const note = replaced ? [{ kind: 'paragraph', text: paragraphsOf(SUBSTITUTE_NOTE) }] : []
  return JSON.stringify({ ...input, blocks: [...input.blocks, ...note] })
}
