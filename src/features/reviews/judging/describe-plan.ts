import { type PlanStep, planPicture, type ReportBlock } from '../../../core/reviews/index.ts'
import { dayInWords } from '../../../core/time/day.ts'

/** A plan as it is drawn and as it stands in the table beside; undefined where it has no step. */
export type DescribedPlan = {
  readonly picture: Extract<ReportBlock, { readonly kind: 'picture' }>
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function describePlan(steps: readonly PlanStep[]): DescribedPlan | undefined {
  const picture = planPicture(steps)
  if (picture === undefined) return undefined
  return {
    picture,
    headings: ['Step', 'Kind', 'Begins', 'Ends', 'Owner', 'What must be true'],
    rows: steps.map(({ title, isGate, startsOn, endsOn, owner, passes }) => [
      title,
      isGate ? 'Gate' : 'Work',
      dayInWords(startsOn),
      isGate ? '' : dayInWords(endsOn),
      owner,
      passes,
    ]),
  }
}
