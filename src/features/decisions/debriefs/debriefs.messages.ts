import type { DebriefOutcome, DebriefState, WindowProblem } from '../../../core/debriefs/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { type FieldText, fieldText, momentText } from '../../../ui/patterns/index.ts'
import type { AskProblem } from './own-debrief.ts'
import type { DebriefProblem } from './run-debrief.ts'

const here = (text: string): FieldText => ({ field: '', text, href: '#main-content' })
const number = (value: number): string => value.toLocaleString('en-GB')

/** What came of a debrief. */
export const outcomeWords: Readonly<Record<DebriefOutcome, string>> = {
  held: 'Held',
  answered: 'Answered in writing',
  missed: 'Applicants did not come',
  withdrawn: 'Withdrawn by the applicants',
}

export const debriefTags: Readonly<Record<DebriefState | 'late', { readonly text: string; readonly classes: string }>> =
  {
    asked: { text: 'Waits', classes: 'govuk-tag--yellow' },
    late: { text: 'Waits too long', classes: 'govuk-tag--red' },
    arranged: { text: 'Arranged', classes: 'govuk-tag--blue' },
    closed: { text: 'Closed', classes: 'govuk-tag--grey' },
  }

/** @param contact whom to write to instead; '' where the round names nobody */
export function askProblemAt(problem: AskProblem, contact: string): FieldText {
  switch (problem.code) {
    case 'wants-missing':
      return fieldText('wants', 'Say what you want to discuss')
    case 'times-missing':
      return fieldText('times', 'Give some times that suit you')
    case 'wants-too-long':
    case 'times-too-long': {
      const field = problem.code === 'wants-too-long' ? 'wants' : 'times'
      return fieldText(field, `Use ${number(problem.most)} characters or less`)
    }
    case 'too-early':
      return here('A debrief can be asked for once everybody is told what was decided')
    case 'too-late':
      return here(
        `A debrief could be asked for until ${dayInWords(problem.lastDay)}.${contact === '' ? ' Write to the programme team' : ` Write to ${contact}`}, who can answer what you typed below`,
      )
    case 'asked-already':
      return here('Somebody of your authority has asked for a debrief already')
    case 'not-asked':
      return here('No debrief was asked for: there is nothing to withdraw')
    case 'closed-already':
      return here('This debrief is closed')
  }
}

export function debriefProblemAt(problem: DebriefProblem): FieldText {
  switch (problem.code) {
    case 'moment':
      return momentText(problem.problem, 'starts', 'the debrief')
    case 'time-missing':
      return { ...fieldText('starts', 'Enter when the debrief begins'), href: '#starts-day' }
    case 'time-past':
      return { ...fieldText('starts', 'Enter a time that is still to come'), href: '#starts-day' }
    case 'minutes-missing':
      return fieldText('minutes', 'Say how long it takes')
    case 'place-missing':
      return fieldText('place', 'Enter a link, or a room')
    case 'place-not-https':
      return fieldText('place', 'Enter a room, or an address that begins with https://')
    case 'answer-missing':
      return fieldText('answer', 'Write an answer')
    case 'note-missing':
      return fieldText('note', 'Write what was said')
    case 'outcome-missing':
      return fieldText('outcome', 'Say what came of it')
    case 'too-long':
      return fieldText(problem.field, `Use ${number(problem.most)} characters or less`)
    case 'not-arranged':
      return here('Close it after its time: it has not begun, or no time was proposed')
    case 'changed-meanwhile':
      return here('Somebody has proposed another time while you read the page: look at it before you change it')
    case 'closed-already':
      return here('This debrief is closed: somebody of the team, or the applicants, closed it meanwhile')
    case 'not-asked':
      return here('No debrief was asked for')
  }
}

export function windowProblemAt(problem: WindowProblem): FieldText {
  switch (problem.code) {
    case 'days-not-whole':
      return fieldText('days', `Enter a whole number of days from 1 to ${problem.most}`)
    case 'remind-not-whole':
      return fieldText('remind-days', `Enter a whole number of days from 1 to ${problem.most}`)
    case 'shorter-than-told':
      return fieldText('days', `Applicants have been told that they have ${problem.days} days: enter that or more`)
  }
}
