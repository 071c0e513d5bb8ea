import type { QueueReason } from '../../../core/shortlist/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { figure } from '../shortlisting/shortlisting.messages.ts'
import type { ExtraProblem } from './ask-extra.ts'
import type { DoneMeanwhile, ModerationProblem } from './moderate-score.ts'
import type { SettleProblem } from './settle-application.ts'

export const queueReasonWords: Readonly<Record<QueueReason, string>> = {
  'wide-spread': 'Scores far apart',
  borderline: 'Drawn from the borderline ones',
  high: 'Drawn from the high ones',
  low: 'Drawn from the low ones',
}

const meanwhile = ({ byName, at: then, reason }: DoneMeanwhile, what: string): string =>
  `${byName ?? 'The service'} ${what} at ${ukTime(then)}, after you opened this page: “${reason}”. Yours is not saved. Read it and decide again`

export type AnyModerationProblem = ModerationProblem | SettleProblem | ExtraProblem

/** @param place what the fields of this form begin with, such as the review and criterion */
export function moderationProblemText(problem: AnyModerationProblem, place: string): FieldText {
  const here = (field: string, text: string) => fieldText(`${place}${field}`, text)
  switch (problem.code) {
    case 'still-scoring':
      return fieldText('moderation', 'Scoring has not closed')
    case 'frozen':
      return fieldText('moderation', 'The shortlist is frozen, and scores stay as they are')
    case 'moderated-meanwhile': {
      const what =
        problem.points === null ? 'put the original back' : `moderated this score to ${figure(problem.points)}`
      return here('points', meanwhile(problem, what))
    }
    case 'aside-meanwhile': {
      const what = problem.setAside ? 'set this review aside' : 'let this review count again'
      return here('reason', meanwhile(problem, what))
    }
    case 'points-missing':
      return here('points', 'Select the moderated score')
    case 'points-outside-scale':
      return here('points', 'Select a score on the scale')
    case 'own-review':
      return here(problem.field, 'This is your own review: somebody else moderates it')
    case 'points-as-they-are':
      return here('points', 'Select a score other than the one that counts now')
    case 'reason-missing':
      return here('reason', 'Enter the reason')
    case 'reason-too-long':
      return here('reason', 'The reason must be 2,000 characters or less')
    case 'set-aside-already':
      return here('reason', 'The review is set aside already')
    case 'counts-already':
      return here('reason', 'The review counts already')
    case 'note-missing':
      return fieldText('note', 'Enter what the meeting said')
    case 'note-too-long':
      return fieldText('note', 'The note must be 5,000 characters or less')
    case 'settled-missing':
      return fieldText('settled', 'Select whether it is settled')
    case 'person-missing':
      return fieldText('person', 'Select who is asked')
    case 'person-not-free':
      return fieldText('person', 'This assessor has read the application already, or has a conflict with it')
    default:
      return fieldText('person', extraWords[problem.code])
  }
}

/** Why nobody is asked for one more opinion. */
export const extraWords = {
  'extra-not-in-rules': 'The sealed rules ask no further assessor.',
  'extra-not-near':
    'One more assessor would matter little: the chance to be among the best is not between 2 in 10 and 8 in 10.',
  'extra-asked': 'One more assessor has been asked.',
} as const
