import { sessionEnds } from '../../../core/interviews/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { ukClock } from '../../../core/time/uk-time.ts'
import { type FieldText, fieldText, momentText } from '../../../ui/patterns/index.ts'
import { deliveryModelWords, serviceAreaWords } from '../../assessment/index.ts'
import type { AnswerProblem } from './answer-interview.ts'
import type { MoveProblem } from './move-interview.ts'
import type { InterviewingProblem } from './open-interviews.ts'
import type { Published } from './publish-timetable.ts'
import type { TimetableProblem } from './request-timetable.ts'
import type { PanelProblem } from './set-up-panel.ts'
import type { SessionProblem } from './set-up-sessions.ts'
import { timeWords } from './slot-words.messages.ts'
import type { QuestionProblem } from './write-questions.ts'

const closed = fieldText(
  'main-content',
  'Interviews have closed: nothing that their scores rest on is changed any more',
)

/** A service area or a delivery model, in words. */
export const subjectWords = (subject: string): string =>
  (({ ...serviceAreaWords, ...deliveryModelWords }) as Readonly<Record<string, string>>)[subject] ?? subject

/** How many half-days. @example halfDaysCounted([]) // => 'no half-day' */
export const halfDaysCounted = (halfDays: readonly string[]): string =>
  halfDays.length === 0 ? 'no half-day' : halfDays.length === 1 ? '1 half-day' : `${halfDays.length} half-days`

/** What a publication has changed, in sentences. */
export function publishedText({ given, moved, taken, reseated }: Published): string {
  const parts = [
    ...(given === 0 ? [] : [`${given === 1 ? '1 interview has its' : `${given} interviews have their`} place`]),
    ...(moved === 0 ? [] : [`${moved === 1 ? '1 is' : `${moved} are`} moved`]),
    ...(taken === 0 ? [] : [`${taken === 1 ? '1 has no place' : `${taken} have no place`} any more`]),
    ...(reseated === 0 ? [] : [`${reseated === 1 ? '1 is' : `${reseated} are`} heard by others, where they were`]),
  ]
  return `Published: ${parts.length === 0 ? 'nothing is changed' : plainList(parts)}. We have emailed everybody concerned.`
}

export function panelProblemText({ code, field }: PanelProblem): FieldText {
  switch (code) {
    case 'interviews-closed':
      return closed
    case 'member-missing':
      return fieldText(field, 'Choose somebody who has the role of panel member on this fund')
    case 'most-not-whole':
      return fieldText(field, 'Enter the most sessions as a whole number from 1 to 99, or leave it empty')
  }
}

export function sessionProblemText(problem: SessionProblem): FieldText {
  switch (problem.code) {
    case 'interviews-closed':
      return closed
    case 'starts-missing':
      return { ...fieldText('starts', 'Enter the day and the time at which the session starts'), href: '#starts-day' }
    case 'starts-past':
      return { ...fieldText('starts', 'Enter a day and a time that are still to come'), href: '#starts-day' }
    case 'half-missing':
      return fieldText('half', 'Say whether it is a morning or an afternoon')
    case 'half-other':
      return fieldText('half', 'A morning starts before midday, and an afternoon at midday or later')
    case 'ends-next-day':
      return fieldText('slots', 'Its last interview would end on the next day. Enter fewer, or make each shorter')
    case 'overlaps':
      return fieldText('slots', overlapText(problem))
    case 'place-missing':
      return fieldText('place', 'Enter a room or the address of a video meeting')
    case 'place-not-https':
      return fieldText('place', 'Enter a room, or an address that begins with https://')
    case 'place-taken':
      return fieldText('place', 'There is a session in that place on that half-day already')
    case 'slots-not-whole':
      return fieldText('slots', 'Enter from 1 to 12 interviews')
    case 'minutes-not-whole':
      return fieldText('minutes', 'Enter from 5 to 240 minutes')
    case 'session-in-use':
      return fieldText('main-content', 'Interviews have places in that session. Move them first')
    default:
      return momentText(problem, 'starts', 'the session')
  }
}

function overlapText({ endsAt, other }: Extract<SessionProblem, { readonly code: 'overlaps' }>): string {
  const theirs = timeWords(other.startsAt, sessionEnds(other))
  return `It would end at ${ukClock(endsAt)}, and the ${other.half} of that day in ${other.place} is from ${theirs}. Members can sit in both, so they must not overlap`
}

export function timetableProblemText(problem: TimetableProblem): string {
  switch (problem.code) {
    case 'none-held':
      return 'The sealed rules of this round hold no interviews'
    case 'nobody-shortlisted':
      return 'Freeze the shortlist first: there is nobody to interview'
    case 'nobody-on-panel':
      return 'Put people on the panel first'
    case 'no-sessions':
      return 'Add sessions first'
    case 'interviews-closed':
      return closed.text
    case 'run-under-way':
      return `Timetable ${problem.number} is being worked out: wait for it, or cancel it`
    case 'not-done':
      return 'It is not worked out yet'
    case 'nobody-placed':
      return 'It gives nobody a place: see why, and work out another'
    case 'accepted-already':
      return 'It has been published already'
    case 'out-of-date':
      return 'The panel, the sessions, the conflicts or the places have changed since. Work it out again'
    case 'ended-already':
      return 'It had ended already'
  }
}

export function moveProblemText(problem: MoveProblem, named: (text: string) => string): FieldText {
  switch (problem.code) {
    case 'where-missing':
      return fieldText('where', 'Choose a session and a time')
    case 'breaks-rule':
      return fieldText('where', `The interview cannot be moved there: ${named(problem.rule)}`)
    case 'reason-missing':
      return fieldText('reason', 'Explain why the interview is moved')
    case 'interviews-closed':
      return closed
  }
}

export function interviewingProblemText(problem: InterviewingProblem): FieldText {
  switch (problem.code) {
    case 'interviews-closed':
      return closed
    case 'none-published':
      return fieldText('main-content', 'Publish a timetable first')
    case 'open-already':
      return fieldText('main-content', 'Interviews are open already')
    case 'not-open':
      return fieldText('main-content', 'Interviews are not open')
    case 'reviews-missing':
      return fieldText(
        'reason',
        `${problem.count === 1 ? '1 score is' : `${problem.count} scores are`} missing. Wait for ${problem.count === 1 ? 'it' : 'them'}, or say why you close without`,
      )
    case 'absence-reason-missing':
      return fieldText('absence-reason', 'Enter what you know about why they did not come')
    case 'absence-who-missing':
      return fieldText('who', 'Choose who did not come')
  }
}

export function answerProblemText({ code, field }: AnswerProblem): FieldText {
  switch (code) {
    case 'interviews-closed':
      return closed
    case 'answer-missing':
      return fieldText(field, 'Select whether you confirm the interview or ask to move it')
    case 'reason-missing':
      return fieldText(field, 'Explain why it must be moved, and enter when you could come')
    case 'windows-missing':
      return fieldText(field, 'Choose at least one half-day')
  }
}

export function questionProblemText({ code, field }: QuestionProblem): FieldText {
  switch (code) {
    case 'interviews-closed':
      return closed
    case 'question-missing':
      return fieldText(field, 'Write the question')
    case 'question-too-long':
      return fieldText(field, 'Write the question in 500 characters or less')
  }
}
