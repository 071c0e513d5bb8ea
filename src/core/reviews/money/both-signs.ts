import type { Answers } from '../../forms/index.ts'
import { plainList } from '../../text/plain-list.ts'
import type { ReviewRecord } from '../review-record.ts'
import { yearlyAmounts } from './read-lines.ts'
import { readPeriod, yearWords } from './read-period.ts'

/**
 * What a line with amounts both above and below nothing should be told, as a sentence; undefined where all its amounts are of
 * one sign. It may be right, such as a refund, so it is not refused: its amounts below nothing count against its others.
 *
 * @param line what it is called at the beginning of the sentence: `“Staff”`
 * @param content as its page has it
 */
export function bothSignsWarning(record: ReviewRecord, line: string, { pounds }: Answers): string | undefined {
  const { years } = readPeriod(record)
  const amounts = yearlyAmounts(pounds, years.length)
  const below = years.filter((_, year) => (amounts[year] ?? 0) < 0)
  if (below.length === 0 || !amounts.some((amount) => amount > 0)) return undefined
  return `${line} is below nothing in ${plainList(below.map(yearWords))} and above nothing in other years, so that those years count against the others. If the sign is a slip, change it. If costs and incomes stand in one line, make two lines of it.`
}
