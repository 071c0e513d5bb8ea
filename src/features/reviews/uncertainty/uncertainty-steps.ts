import type { Review } from '../reviews.store.ts'
import type { Step } from '../workspace/pages/overview.ts'
import { uncertaintyPath, whatIfPath } from './uncertainty.paths.ts'

/**
 * What is worked out of how sure the money is: a simulation at full depth, and at every depth what one change does.
 *
 * @param ready whether there is money to work with
 */
export function uncertaintySteps({ reference, depth }: Review, ready: boolean): readonly Step[] {
  const state = ready
    ? { text: 'Ready', classes: 'govuk-tag--blue' }
    : { text: 'No money yet', classes: 'govuk-tag--grey' }
  const whatIf: Step = {
    href: whatIfPath(reference),
    title: 'What if one thing changes',
    hint: 'Move one line of all options and see which comes out ahead',
    state,
  }
  if (depth !== 'full') return [whatIf]
  return [
    whatIf,
    {
      href: uncertaintyPath(reference),
      title: 'How sure the money is',
      hint: 'A simulation of all lines within their ranges',
      state,
    },
  ]
}
