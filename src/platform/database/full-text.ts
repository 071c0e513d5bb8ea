import { type RawBuilder, sql } from 'kysely'
import { markEnd, markStart, type SearchWords } from '../../core/search/index.ts'

/** What a row says of how it was found. */
export type TextMatch = { readonly excerpt: string; readonly rank: number; readonly exact: boolean }

type Match = {
  /** The condition under which a row is found. */
  readonly found: RawBuilder<unknown>
  /** The columns of {@link TextMatch}. */
  readonly columns: RawBuilder<unknown>
  /** The best first, for `order by`. */
  readonly order: RawBuilder<unknown>
}

/** Words are taken as English: “councils” is found by “council”. */
const vector = (text: RawBuilder<unknown>): RawBuilder<unknown> => sql`to_tsvector('english', ${text})`

/** A line of words around what is looked for. */
const headline = sql.lit(
  `StartSel=${markStart}, StopSel=${markEnd}, MaxFragments=1, MinWords=12, MaxWords=30, ShortWord=2`,
)

/**
 * Rows whose text has the words, or whose reference is asked for.
 *
 * @param text a text expression; an index on `to_tsvector('english', …)` of it is used
 * @param reference the reference of a row, where it has one
 * @param excerptOf what the excerpt is taken from, where less than the text: without what stands beside it anyway
 */
export function textMatch(
  words: SearchWords,
  text: RawBuilder<unknown>,
  reference?: RawBuilder<unknown>,
  excerptOf: RawBuilder<unknown> = text,
): Match {
  const { found, order, rank, exact } = vectorMatch(words, vector(text), reference)
  const excerpt = sql`ts_headline('english', ${excerptOf}, ${asked(words)}, ${headline})`
  return { found, columns: sql`${excerpt} as excerpt, ${rank} as rank, ${exact} as exact`, order }
}

const asked = ({ text }: SearchWords): RawBuilder<unknown> => sql`websearch_to_tsquery('english', ${text})`

/** How the strings of what is kept as JSON are put together to be looked for. Each is called `word`. */
export const everyWord = { glue: ' ', only: sql`true` }

/** How they are to be read: what people wrote, without the ids, days and addresses beside it, which have no blank in them. */
export const sentencesAlone = { glue: ' … ', only: sql`word #>> '{}' like '% %'` }

/** The same of words that are kept as they are looked for, whose text is not at hand. */
export function vectorMatch(
  words: SearchWords,
  kept: RawBuilder<unknown>,
  reference?: RawBuilder<unknown>,
): Omit<Match, 'columns'> & { readonly rank: RawBuilder<unknown>; readonly exact: RawBuilder<unknown> } {
  const rank = sql`ts_rank(${kept}, ${asked(words)})`
  const fits = sql`${kept} @@ ${asked(words)}`
  if (reference === undefined) return { found: fits, order: sql`${rank} desc`, rank, exact: sql`false` }
  const exact = sql`coalesce(${reference} = any(${[...words.references]}::text[]), false)`
  return { found: sql`(${exact} or ${fits})`, order: sql`${exact} desc, ${rank} desc`, rank, exact }
}
