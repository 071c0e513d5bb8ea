import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { AppealProblem } from './appeal-measure.ts'
import type { ReportProblem } from './report-post.ts'
import type { MeasureProblem, PostMeasure } from './take-measure.ts'

export const postMeasureWords: Readonly<Record<PostMeasure, string>> = {
  left: 'Leave it as it is',
  warned: 'Leave it, and warn the author',
  hidden: 'Hide it',
  restored: 'Show it again',
}

/** What is said once it is done. */
export const postMeasuredWords: Readonly<Record<PostMeasure, string>> = {
  left: 'The post stays as it is.',
  warned: 'The post stays, and we have warned its author.',
  hidden: 'The post is hidden. We have told its author why.',
  restored: 'The post is shown again. We have told its author.',
}

/** The name of the answer to the appeal against a measure. */
export const answerField = (measure: string): string => `answer-${measure}`

type Problem = ReportProblem | MeasureProblem | AppealProblem

/** In words; the reason is typed under the name `text`. */
export function moderatingProblemText(problem: Problem): FieldText {
  switch (problem.code) {
    case 'reason-missing':
      return fieldText('text', 'Enter why')
    case 'reason-too-long':
      return fieldText('text', `Why must be ${problem.most} characters or less`)
    case 'measure-missing':
      return fieldText('measure', 'Select what to do')
    case 'hidden-already':
      return fieldText('measure', 'It is hidden already')
    case 'not-hidden':
      return fieldText('measure', 'It is not hidden')
    case 'of-the-team':
      return fieldText('member', 'They are of the programme team: end their role instead')
    case 'own-post':
      return fieldText('text', 'This post is your own')
    case 'reported-already':
      return fieldText('text', 'You have reported it already. The programme team looks at it')
    case 'appealed-already':
      return fieldText('text', 'You have already asked, or there is no decision to ask about')
    case 'nothing-to-answer':
      return fieldText('text', 'There is no appeal to answer')
    case 'decided-by-you':
      return fieldText('text', 'You decided this yourself: somebody else of the team answers')
  }
}
