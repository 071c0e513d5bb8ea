import { appraisalOf, entriesOf, linesSheet, type ReviewRecord } from '../../../core/reviews/index.ts'
import type { Review } from '../reviews.store.ts'
import type { Step } from '../workspace/pages/overview.ts'
import { amountsPath, appraisalPath } from './money.paths.ts'

/** What is worked out of the money of a review. */
export function moneySteps({ reference }: Review, record: ReviewRecord): readonly Step[] {
  const appraisal = appraisalOf(record)
  const count = appraisal?.options.length ?? 0
  return [
    {
      href: amountsPath(reference),
      title: 'Amounts of each option',
      hint: 'Enter all lines of an option on one page, begin with those that are usual, or import a budget',
      state: { text: `${entriesOf(record, linesSheet.id).length} lines`, classes: 'govuk-tag--blue' },
    },
    {
      href: appraisalPath(reference),
      title: 'Appraisal summary',
      hint: 'What every option comes to in the economic and the financial case, and what would change the answer',
      state:
        count === 0
          ? { text: 'Nothing to compare yet', classes: 'govuk-tag--grey' }
          : { text: `${count} ${count === 1 ? 'option' : 'options'}`, classes: 'govuk-tag--blue' },
    },
  ]
}
