import { plainList } from '../../text/plain-list.ts'
import type { ReviewAppraisal } from './appraise-review.ts'
import { isRisks } from './read-lines.ts'
import { yearWords } from './read-period.ts'

/**
 * In how many years options have no amount, which then count as £0: it may be right, and is said because sums, and costs a
 * year, would be too low where years were only left blank, as when more years are looked at than a budget has.
 *
 * @returns a sentence for those options of which it is the same years
 */
export function emptyYearsFindings({
  options,
  period: { years },
}: Pick<ReviewAppraisal, 'options' | 'period'>): readonly string[] {
  const empty = options.flatMap(({ option, lines }) => {
    const own = lines.filter(({ line }) => !isRisks(line))
    const blank = years.filter((_, at) => own.every(({ line }) => (line.pounds[at] ?? 0) === 0))
    return own.length === 0 || blank.length === 0 ? [] : [{ title: `“${option.title}”`, blank }]
  })
  return [...Map.groupBy(empty, ({ blank }) => blank.join())].map(([, same]) => {
    const blank = same[0]?.blank ?? []
    const [first = 0] = blank
    const where =
      blank.length === 1
        ? yearWords(first)
        : `${blank.length} of the ${years.length} years, first in ${yearWords(first)}`
    return `${plainList(same.map(({ title }) => title))} ${same.length === 1 ? 'has' : 'have'} no amount in ${where}, which ${blank.length === 1 ? 'counts' : 'count'} as £0.`
  })
}
