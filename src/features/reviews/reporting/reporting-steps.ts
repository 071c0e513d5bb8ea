import { preferredOptionOf, type ReviewRecord } from '../../../core/reviews/index.ts'
import type { Review } from '../reviews.store.ts'
import type { Step } from '../workspace/pages/overview.ts'
import { reportPath } from './reporting.paths.ts'

/** The report, beside the sheets of its words. */
export const reportingSteps = ({ reference }: Pick<Review, 'reference'>, record: ReviewRecord): readonly Step[] => [
  {
    href: reportPath(reference, 'whole'),
    title: 'The report',
    hint: 'The five cases, generated from all that is written: to read, as a PDF and as a Word document.',
    state:
      preferredOptionOf(record) === undefined
        ? { text: 'No option preferred yet', classes: 'govuk-tag--grey' }
        : { text: 'Can be read', classes: 'govuk-tag--blue' },
  },
]
