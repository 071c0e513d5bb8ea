import type { DraftProblem, Outcome, RequestKind, RequestProblem, RequestState } from '../../../core/requests/index.ts'
import { leastWordsOfReason } from '../../../core/rules/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { AnsweringProblem } from './answer-request.ts'
import type { AskBackProblem } from './ask-back.ts'
import type { DisclosureProblem } from './publish-disclosure.ts'
import type { PublicCounts, searchStates } from './requests.store.ts'

export const kindWords: Readonly<Record<RequestKind, string>> = {
  foi: 'Freedom of information',
  eir: 'Environmental information',
  'subject-access': 'Subject access, passed on',
  'written-question': 'Parliamentary question, written',
  'oral-question': 'Parliamentary question, oral',
  'mp-letter': 'Letter of a Member of Parliament',
  press: 'Press',
}

/** By when a request of a kind is answered, and by what. */
export const dueWords: Readonly<Record<RequestKind, string>> = {
  foi: 'Within 20 working days (Freedom of Information Act 2000, section 10)',
  eir: 'Within 20 working days (Environmental Information Regulations 2004, regulation 5)',
  'subject-access': 'Within a month (UK GDPR, Article 12). Pass it on to the data protection officer at once',
  'written-question': 'On the day that Parliament names',
  'oral-question': 'On the day that Parliament names',
  'mp-letter': 'Within 20 working days, as government departments undertake',
  press: 'On the day that they name',
}

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  told: 'All of it is given',
  'told-in-part': 'Some of it is given',
  refused: 'It is refused',
  'not-held': 'It is not held',
  answered: 'It is answered',
  'passed-on': 'It is passed on',
  withdrawn: 'It was withdrawn',
}

export const stateTags: Readonly<Record<RequestState, { readonly text: string; readonly colour: string }>> = {
  'to-draft': { text: 'To draft', colour: 'purple' },
  'to-clear': { text: 'To clear', colour: 'yellow' },
  'to-send': { text: 'To send', colour: 'light-blue' },
  waits: { text: 'Waiting for the requester', colour: 'grey' },
  answered: { text: 'Answered', colour: 'green' },
}

/** Why somebody cannot clear a draft: it is theirs. @param others whether the team has others who could */
export const notClearedText = (others: boolean): string =>
  others
    ? 'You saved this draft. A second person of the team clears it.'
    : 'You saved this draft, and a second person clears it. Nobody else is on the programme team: give somebody that role under “People and their roles”.'

export const searchStateWords: Readonly<Record<(typeof searchStates)[number], string>> = {
  open: 'To answer',
  late: 'Late',
  answered: 'Answered',
  published: 'Published',
}

export function requestProblemText(problem: RequestProblem): FieldText {
  switch (problem.code) {
    case 'kind-missing':
      return fieldText('kind', 'Select what it is')
    case 'day-missing':
      return fieldText(
        `${problem.field}-day`,
        problem.field === 'received' ? 'Enter when it came' : 'Enter the day that was named',
      )
    case 'day-unreal':
      return fieldText(`${problem.field}-day`, 'Enter a real day, such as 27 3 2026')
    case 'received-to-come':
      return fieldText('received-day', 'The day it came cannot be after today')
    case 'named-before-received':
      return fieldText('named-day', 'The day that was named cannot be before the request came')
    case 'from-missing':
      return fieldText('from', 'Enter who asks, as an organisation or a role')
    case 'from-too-long':
      return fieldText('from', 'Shorten who asks to 200 characters')
    case 'text-missing':
      return fieldText('text', 'Enter what is asked')
    case 'text-too-long':
      return fieldText('text', 'Shorten what is asked to 20,000 characters')
    case 'not-in-round':
      return fieldText(
        'applications',
        `No application of this round that was submitted has the reference ${plainList(problem.references, 'or')}`,
      )
  }
}

export function draftProblemText(problem: DraftProblem | AnsweringProblem): FieldText {
  switch (problem.code) {
    case 'outcome-missing':
      return fieldText('outcome', 'Select the outcome of the request')
    case 'answer-missing':
      return fieldText('answer', 'Write the answer')
    case 'answer-too-long':
      return fieldText('answer', 'Shorten the answer to 20,000 characters')
    case 'exemption-missing':
      return fieldText('exemption-0', 'Enter the exemption you rely on to withhold something')
    case 'exemption-of-other-law':
      return fieldText(`exemption-${problem.place}`, 'Select an exemption of the law that the request is under')
    case 'exemption-twice':
      return fieldText(`exemption-${problem.place}`, 'Name each exemption once')
    case 'exemption-of-nothing':
      return fieldText(`exemption-${problem.place}`, 'Nothing is withheld, so no exemption is named')
    case 'reason-too-thin':
      return fieldText(
        `reason-${problem.place}`,
        `Explain why the exemption applies, in at least ${leastWordsOfReason} words`,
      )
    case 'public-interest-too-thin':
      return fieldText(
        `interest-${problem.place}`,
        `Explain how you weighed the public interest, in at least ${leastWordsOfReason} words`,
      )
    default:
      return answeringProblemText(problem)
  }
}

export function answeringProblemText({ code }: AnsweringProblem): FieldText {
  switch (code) {
    case 'answered':
      return fieldText('main-content', 'The request is answered already')
    case 'no-draft':
      return fieldText('main-content', 'There is no draft to clear yet')
    case 'changed':
      return fieldText(
        'main-content',
        'Somebody has saved another draft meanwhile. Read it; what you typed is still here',
      )
    case 'own-draft':
      return fieldText('main-content', 'A second person clears a draft: you saved this one')
    case 'not-cleared':
      return fieldText('main-content', 'The last draft is not cleared yet')
    case 'cleared':
      return fieldText('main-content', 'The draft is cleared already')
    case 'day-wrong':
      return fieldText('answered-day', 'Enter the day on which it was sent: not before it came, and not after today')
  }
}

export function askBackProblemText({ code }: AskBackProblem): FieldText {
  switch (code) {
    case 'question-missing':
      return fieldText('question', 'Enter what you asked back')
    case 'question-too-long':
      return fieldText('question', 'Shorten what you asked back to 4,000 characters')
    case 'asked-day-wrong':
      return fieldText(
        'asked-day',
        'Enter the day on which you asked: not before the request came, and not after today',
      )
    case 'heard-day-wrong':
      return fieldText('heard-day', 'Enter the day on which the answer came: not before you asked, and not after today')
    case 'stands-otherwise':
      return fieldText('main-content', 'Somebody has recorded something else meanwhile. Look at it again')
  }
}

const disclosureNames = { asked: 'what was asked', answer: 'the answer' } as const

export function disclosureProblemText(problem: DisclosureProblem): FieldText {
  switch (problem.code) {
    case 'not-answered':
      return fieldText('main-content', 'A request is published once it is answered')
    case 'not-for-the-log':
      return fieldText('main-content', 'Only requests for information go into the disclosure log')
    case 'unchanged':
      return fieldText('main-content', 'Nothing has changed since it was last published')
    case 'missing':
      return fieldText(`published-${problem.field}`, `Enter ${disclosureNames[problem.field]} as everybody reads it`)
    case 'too-long':
      return fieldText(`published-${problem.field}`, `Shorten ${disclosureNames[problem.field]} to 20,000 characters`)
    case 'tells-who-asked':
      return fieldText(`published-${problem.field}`, `Take out ${plainList(problem.words)}: it shows who asked`)
  }
}

/** How requests were dealt with, for everybody. */
export const publicStatistics = ({ received, answered, inTime, extended, withheld }: PublicCounts) => [
  { value: received, label: received === 1 ? 'request' : 'requests' },
  { value: answered, label: 'answered' },
  { value: inTime, label: 'answered in time' },
  { value: withheld, label: 'with something withheld' },
  { value: extended, label: 'with more time under the law' },
]

/** By when, in a list. @example dueLine('2026-12-08', false) // => 'Due 8 December 2026' */
export const dueLine = (day: string, late: boolean, extended = false): string => {
  const on = dayInWords(day)
  if (extended) return late ? `Was due ${on}, extended` : `Due ${on}, extended`
  return late ? `Was due ${on}` : `Due ${on}`
}
