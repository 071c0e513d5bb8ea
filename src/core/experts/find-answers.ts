const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Words that stand in every question, and tell nothing. */
const fillers = new Set(
  'a an and are as at be by can do for from how if in is it of on or our the to we what when which who why with'.split(
    ' ',
  ),
)

/**
 * Those in whose text words stand that begin like those searched for: the ones with most of them first, then in their order. All of
 * them where nothing but fillers is searched for.
 *
 * @example findAnswers(['VAT on a mutual', 'Pensions'], 'pension', (text) => text) // => ['Pensions']
 */
export function findAnswers<Of>(all: readonly Of[], search: string, textOf: (one: Of) => string): readonly Of[] {
  const sought = [...new Set(wordsOf(search))].filter((word) => !fillers.has(word))
  if (sought.length === 0) return all
  return all
    .map((one) => {
      const words = wordsOf(textOf(one))
      return { one, hits: sought.filter((word) => words.some((each) => each.startsWith(word))).length }
    })
    .filter(({ hits }) => hits > 0)
    .sort((first, second) => second.hits - first.hits)
    .map(({ one }) => one)
}
