import { planOf, type ReviewRecord } from '../../../core/reviews/index.ts'
import type { Review } from '../reviews.store.ts'
import type { Step } from '../workspace/pages/overview.ts'
import { planPath } from './judging.paths.ts'

/** What there is to look at of people, law and delivery, beside its sheets. */
export function judgingSteps({ reference }: Pick<Review, 'reference'>, record: ReviewRecord): readonly Step[] {
  const steps = planOf(record)
  return steps.length === 0
    ? []
    : [
        {
          href: planPath(reference),
          title: 'The plan as a picture',
          hint: 'Steps and gates along a line of time.',
          state: { text: `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`, classes: 'govuk-tag--blue' },
        },
      ]
}
