import type { AssessmentRules, Band } from '../rules/index.ts'

/** How far the feedback on an application has come. Where nobody has opened a draft there is none. */
export const feedbackStates = ['draft', 'ready', 'approved'] as const
export type FeedbackState = (typeof feedbackStates)[number]

/** A part of the feedback that is written by itself. `criterionId` is '' of those that sum the application up. */
export type FeedbackItem = {
  readonly id: string
  readonly name: string
  readonly criterionId: string
  readonly bands: readonly Band[]
  /** Whether it is about the interview. */
  readonly interview: boolean
}

/** Longer texts are not stored. */
export const longestFeedback = 8_000

const summary = (id: string, name: string): FeedbackItem => ({
  id: `summary_${id}`,
  name,
  criterionId: '',
  bands: [],
  interview: false,
})

export const strengthsItem = summary('strengths', 'Strengths')
export const improveItem = summary('improve', 'What to improve')
export const wholeItem = summary('whole', 'The application as a whole')

/**
 * What feedback on an application is about, in the order in which it is read: what sums it up, each criterion, and where it
 * was interviewed the criteria of the interview.
 */
export function feedbackItems(
  { criteria, interview }: Pick<AssessmentRules, 'criteria' | 'interview'>,
  interviewed: boolean,
): readonly FeedbackItem[] {
  const written = criteria.map(({ id, name, bands }) => ({
    id: `criterion_${id}`,
    name,
    criterionId: id,
    bands,
    interview: false,
  }))
  const heard = interview.criteria.map(({ id, name, bands }) => ({
    id: `interview_${id}`,
    name: `Interview: ${name}`,
    criterionId: id,
    bands,
    interview: true,
  }))
  return [strengthsItem, improveItem, wholeItem, ...written, ...(interviewed ? heard : [])]
}
