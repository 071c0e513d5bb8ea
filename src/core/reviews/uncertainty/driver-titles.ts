import { reviewLinesOf } from '../money/read-lines.ts'
import type { ReviewRecord } from '../review-record.ts'

/** What can turn out otherwise: the titles of lines that have a range, each once, in their order. */
export const driverTitles = (record: ReviewRecord): readonly string[] => [
  ...new Set(
    reviewLinesOf(record)
      .filter(({ range }) => range.low > 0 || range.high > 0)
      .map(({ title }) => title),
  ),
]
