import type { SeenBy } from '../../../core/experts/index.ts'
import { fileProblemText } from '../../../core/files/index.ts'
import { problemText } from '../../../core/forms/index.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { NoteAnswerProblem } from './answer-note.ts'
import type { FollowUpProblem } from './follow-up.ts'
import type { NoteProblem } from './write-note.ts'
import type { PostProblem } from './write-post.ts'

export const seenByWords: Readonly<Record<SeenBy, string>> = {
  expert: 'The council and its expert',
  team: 'The programme team too',
  experts: 'The programme team and every expert too',
}

/** Who reads a message, all of them. */
export const readersWords: Readonly<Record<SeenBy, string>> = {
  expert: 'the council and its expert',
  team: 'the council, its expert and the programme team',
  experts: 'the council, the programme team and every expert',
}

export function postProblemText(problem: PostProblem): FieldText {
  switch (problem.code) {
    case 'post-missing':
      return fieldText('words', 'Write a message')
    case 'post-too-long':
      return fieldText('words', 'Use 5,000 characters or less')
    case 'readers-missing':
      return fieldText('readers', 'Select who reads it')
    case 'request-closed':
      return fieldText('words', 'This question is withdrawn')
    default:
      return fieldText('files', fileProblemText(problem))
  }
}

export function noteProblemText(problem: NoteProblem): FieldText {
  switch (problem.code) {
    case 'field': {
      const { field } = problem.problem
      return { field, text: problemText(problem.problem), href: `#${field}` }
    }
    case 'not-in-quarters':
      return fieldText('hours', 'How many hours you spent must be in quarters of an hour, like 2.25')
    case 'not-taken':
      return fieldText(
        'advice',
        'Take the question before you advise, and only until the council has accepted your advice',
      )
    case 'note-waits':
      return fieldText('advice', 'The council has still to answer your last version')
  }
}

export function noteAnswerProblemText({ code }: NoteAnswerProblem): FieldText {
  switch (code) {
    case 'note-answer-missing':
      return fieldText('note-answer', 'Select whether you accept the advice')
    case 'more-missing':
      return fieldText('more', 'Say what you still want to know')
    case 'no-note-waits':
      return fieldText('note-answer', 'A colleague has answered this version already')
  }
}

export const followUpProblemText = ({ code }: FollowUpProblem): FieldText =>
  code === 'done-missing'
    ? fieldText('done', 'Say what you did with the advice')
    : fieldText('done', 'Accept the advice first')
