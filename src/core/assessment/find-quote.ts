import type { FrozenQuestion } from '../forms/index.ts'

/** The most characters of one passage. */
export const MOST_QUOTE_CHARACTERS = 2_000

const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()

/** What an answer says, as far as a passage of it can be looked for. */
export type Quotable = Pick<FrozenQuestion, 'id' | 'shown' | 'items' | 'table'>

/** Everything that an answer says, in the order in which it is shown. */
function wordsOf(question: Quotable): string {
  const inside = (question.items ?? []).flatMap((item) => [
    item.title,
    ...item.questions.flatMap((one) => [one.label, wordsOf(one)]),
  ])
  const cells = (question.table?.rows ?? []).flatMap(({ name, cells: all }) => [name, ...all])
  return [...question.shown, ...inside, ...cells].join(' ')
}

/**
 * The answer in which a passage stands to the letter, white space apart, and the passage as it is kept.
 *
 * @returns undefined when no answer has it
 * @example findQuote([{ id: 'why', shown: ['We have a need.'], … }], 'a  need') // => { questionId: 'why', quote: 'a need' }
 */
export function findQuote(
  questions: readonly Quotable[],
  typed: string,
): { readonly questionId: string; readonly quote: string } | undefined {
  const quote = plain(typed)
    .replaceAll(/^[“"]|[”"]$/g, '')
    .trim()
  if (quote === '' || quote.length > MOST_QUOTE_CHARACTERS) return undefined
  const found = questions.find((question) => plain(wordsOf(question)).includes(quote))
  return found && { questionId: found.id, quote }
}
