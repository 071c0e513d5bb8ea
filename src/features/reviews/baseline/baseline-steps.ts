import { type ReviewRecord, serviceByYear } from '../../../core/reviews/index.ts'
import { serviceByYearPath } from '../reviews.paths.ts'
import type { Review } from '../reviews.store.ts'
import type { Step } from '../workspace/pages/overview.ts'

/** What is worked out of the service today. */
export function baselineSteps({ reference }: Pick<Review, 'reference'>, record: ReviewRecord): readonly Step[] {
  const years = serviceByYear(record).filter(({ unitCost }) => unitCost !== null).length
  return [
    {
      href: serviceByYearPath(reference),
      title: 'The service by year',
      hint: 'Demand, cost, income and the cost per unit, in years past and to come',
      state:
        years === 0
          ? { text: 'Nothing to show yet', classes: 'govuk-tag--grey' }
          : { text: `${years} ${years === 1 ? 'year' : 'years'}`, classes: 'govuk-tag--blue' },
    },
  ]
}
