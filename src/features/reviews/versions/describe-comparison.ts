import { wholePounds } from '../../../core/forms/index.ts'
import { compareRecords, type ReviewRecord } from '../../../core/reviews/index.ts'
import type { ComparisonModel } from './pages/comparison.ts'

const kinds = { added: 'Added', removed: 'Taken out', changed: 'Changed' } as const

/** What differs between two states of a review, as it is shown. */
export function describeComparison(
  before: ReviewRecord,
  after: ReviewRecord,
): Pick<ComparisonModel, 'sheets' | 'figures'> {
  const { sheets, figures } = compareRecords(before, after)
  const amount = (pounds: number | null): string => (pounds === null ? 'None' : wholePounds(pounds))
  return {
    sheets: sheets.map(({ title, entries }) => ({
      title,
      entries: entries.map(({ kind, title: entry, answers }) => ({
        title: entry === '' ? kinds[kind] : `${kinds[kind]}: ${entry}`,
        answers: answers.map(({ label, before: was, after: is }) => ({
          label,
          before: was.join('\n'),
          after: is.join('\n'),
        })),
      })),
    })),
    figures: figures.map(({ title, npsv, financial }) => [title, ...[...npsv, ...financial].map(amount)]),
  }
}
