import { type FeedbackState, longestFeedback, type Named, type ReleaseProblem } from '../../../core/feedback/index.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import type { ApproveProblem } from './approve-feedback.ts'
import type { OpenProblem } from './open-drafts.ts'
import { fieldOf, type TextProblem } from './save-feedback.ts'

/** How far the feedback on an application is, as a tag. */
export const stateTags = {
  none: { text: 'Not begun', classes: 'govuk-tag--grey' },
  draft: { text: 'Draft', classes: 'govuk-tag--yellow' },
  ready: { text: 'Ready', classes: 'govuk-tag--blue' },
  approved: { text: 'Approved', classes: 'govuk-tag--green' },
} as const satisfies Readonly<Record<FeedbackState | 'none', { readonly text: string; readonly classes: string }>>

/** The name of an item, by its id. */
export type NamesOfItems = ReadonlyMap<string, string>

const at = (item: string, text: string): FieldText => ({ text, field: fieldOf(item), href: `#${fieldOf(item)}` })

const namesSomebody = (name: string, found: string): string =>
  `${name}: “${found}” shows who judged. Remove it, so that nobody can be identified`

export function textProblemAt(problem: TextProblem, names: NamesOfItems): FieldText {
  const name = names.get(problem.item) ?? problem.item
  switch (problem.code) {
    case 'text-missing':
      return at(problem.item, `Write something for ${name}`)
    case 'text-too-long':
      return at(
        problem.item,
        `${name} was not saved: use ${longestFeedback.toLocaleString('en-GB')} characters or less`,
      )
    case 'names-somebody':
      return at(problem.item, namesSomebody(name, problem.found))
  }
}

/** What a text may say without saying it for certain. */
export const perhapsNamed = (named: readonly Named[], names: NamesOfItems): readonly string[] =>
  named
    .filter(({ certain }) => !certain)
    .map(({ item, found }) => `${names.get(item) ?? item}: “${found}” is also the name of somebody who judged.`)

export function approveProblemText(problem: ApproveProblem, names: NamesOfItems): string {
  switch (problem.code) {
    case 'not-ready':
      return 'This is not marked as ready: there is nothing to approve'
    case 'changed-meanwhile':
      return 'Somebody changed it while you read the page: read it again, then approve it'
    case 'own-text':
      return 'You wrote part of this: somebody else approves it'
    case 'released-already':
      return 'Feedback was released: it stays as it is'
    case 'names-somebody':
      return namesSomebody(names.get(problem.item) ?? problem.item, problem.found)
  }
}

export const openProblemText = ({ code }: OpenProblem): string =>
  ({
    'not-frozen': 'Freeze the shortlist first: until then scores are still moderated',
    'nothing-to-open': 'Every application that can have a draft has one',
    'released-already': 'Feedback was released: it stays as it is',
  })[code]

/** As many references as one reads at a glance. */
const mostNamed = 5

export function releaseProblemText(problem: ReleaseProblem): string {
  switch (problem.code) {
    case 'released-already':
      return 'Feedback was released already. It is released once'
    case 'not-told':
      return 'Outcomes are not announced yet. Release feedback after everybody is told'
    case 'nothing-to-release':
      return 'No application was scored: there is no feedback to release'
    case 'not-approved': {
      const { references } = problem
      const more = references.length - mostNamed
      const listed = references.slice(0, mostNamed).join(', ')
      return `Not approved yet: ${listed}${more > 0 ? ` and ${more} more` : ''}`
    }
    case 'names-somebody':
      return `${problem.reference}: ${namesSomebody(problem.item, problem.found)}`
  }
}
