import { linesSheet, type ReviewAppraisal, type ReviewRecord } from '../../../core/reviews/index.ts'
import { entriesOf } from '../../../core/sheets/index.ts'
import type { Review } from '../reviews.store.ts'
import type { Step } from '../workspace/pages/overview.ts'
import { amountsPath, appraisalPath, benefitsPath } from './money.paths.ts'

/**
 * What is worked out of the money of a review.
 *
 * @param appraisal of the record; undefined where there is nothing to measure against
 */
export function moneySteps(
  { reference }: Review,
  record: ReviewRecord,
  appraisal: ReviewAppraisal | undefined,
): readonly Step[] {
  const count = appraisal?.options.length ?? 0
  const appraised: Step['state'] =
    count === 0
      ? { text: 'Nothing to compare yet', classes: 'govuk-tag--grey' }
      : { text: `${count} ${count === 1 ? 'option' : 'options'}`, classes: 'govuk-tag--blue' }
  const lines = entriesOf(record, linesSheet.id).length
  return [
    {
      href: amountsPath(reference),
      title: 'Amounts of each option',
      hint: 'Enter all lines of an option on one page, begin with those that are usual, or import a budget',
      state:
        lines === 0
          ? { text: 'None yet', classes: 'govuk-tag--grey' }
          : { text: `${lines} ${lines === 1 ? 'line' : 'lines'}`, classes: 'govuk-tag--blue' },
    },
    {
      href: appraisalPath(reference),
      title: 'Appraisal summary',
      hint: 'What every option comes to in the economic and the financial case, and what would change the answer',
      state: appraised,
    },
    {
      href: benefitsPath(reference),
      title: 'Benefits: without a price, and for whom',
      hint: 'What benefits without a price would have to be worth, and what they count for those who get them',
      state: appraised,
    },
  ]
}
