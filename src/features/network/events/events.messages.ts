import { fileProblemText } from '../../../core/files/index.ts'
import type { EventPlace } from '../../../core/network/index.ts'
import { type FieldText, fieldText, momentText } from '../../../ui/patterns/index.ts'
import type { MaterialsProblem } from './add-materials.ts'
import type { AnswerProblem } from './answer-event.ts'
import type { HoldProblem } from './hold-event.ts'
import type { PlaceState } from './places.store.ts'

export const heldWords: Readonly<Record<EventPlace, string>> = { online: 'Online', room: 'In a room' }

export const stateTags: Readonly<Record<PlaceState, { readonly text: string; readonly colour: string }>> = {
  invited: { text: 'Not answered', colour: 'purple' },
  going: { text: 'You have a place', colour: 'green' },
  waiting: { text: 'On the waiting list', colour: 'yellow' },
  declined: { text: 'Not coming', colour: 'grey' },
}

/** The same once the event is over. */
export const pastTags: Readonly<Record<PlaceState, { readonly text: string; readonly colour: string }>> = {
  invited: { text: 'You did not answer', colour: 'grey' },
  going: { text: 'You had a place', colour: 'green' },
  waiting: { text: 'You were on the waiting list', colour: 'grey' },
  declined: { text: 'You said no', colour: 'grey' },
}

/** The same for those who hold the event. */
export const placeWords: Readonly<Record<PlaceState, string>> = {
  invited: 'Not answered',
  going: 'Has a place',
  waiting: 'On the waiting list',
  declined: 'Not coming',
}

/** What somebody is told who answered. */
export const answeredWords: Readonly<Record<PlaceState, string>> = {
  invited: 'You have not answered.',
  going: 'You have a place. An email says how to join.',
  waiting: 'The event is full. You are on the waiting list, and are told by email when you have a place.',
  declined: 'You are not coming. Thank you for saying so.',
}

/** How the answer of somebody stands once the event is over. */
export const overWords: Readonly<Record<PlaceState, string>> = {
  invited: 'The event is over. You did not answer.',
  going: 'The event is over. You had a place.',
  waiting: 'The event is over. You were on the waiting list.',
  declined: 'The event is over. You said that you would not come.',
}

export function answerProblemText({ code }: AnswerProblem): FieldText {
  switch (code) {
    case 'answer-missing':
      return fieldText('answer', 'Select whether you come')
    case 'event-over':
      return fieldText('answer', 'The event is over')
    case 'event-cancelled':
      return fieldText('answer', 'The event is cancelled')
  }
}

const names = {
  title: 'a title',
  about: 'what it is about',
  place: 'where it is',
  joining: 'how to join',
  held: 'whether it is online or in a room',
  starts: 'when it begins',
  ends: 'when it ends',
  capacity: 'how many can come',
} as const

const chosen: readonly string[] = ['held']

export function holdProblemText(problem: HoldProblem): FieldText {
  switch (problem.code) {
    case 'missing':
      return ofField(problem.field, `${chosen.includes(problem.field) ? 'Select' : 'Enter'} ${names[problem.field]}`)
    case 'too-long':
      return fieldText(problem.field, `What you write must be ${problem.most} characters or less`)
    case 'moment':
      return momentText(problem.problem, problem.field, names[problem.field])
    case 'starts-in-the-past':
      return ofField('starts', 'The event must begin after now')
    case 'ends-before-it-starts':
      return ofField('ends', 'The event must end after it begins')
    case 'longer-than':
      return ofField('ends', `The event must end within ${problem.hours / 24} days`)
    case 'capacity-not-a-number':
      return fieldText('capacity', `How many can come must be a whole number from 1 to ${problem.most}`)
    case 'capacity-below-places':
      return fieldText(
        'capacity',
        problem.going === 1
          ? '1 person has a place already: enter 1 or more'
          : `${problem.going} people have a place already: enter ${problem.going} or more`,
      )
    case 'event-over':
      return fieldText('title', 'The event has begun or is over, and cannot be changed')
    case 'event-cancelled':
      return fieldText('title', 'The event is cancelled')
    case 'not-begun':
      return fieldText('came', 'The event has not begun')
    case 'why-missing':
      return fieldText('why', 'Enter why it is cancelled')
    case 'why-too-long':
      return fieldText('why', `Why it is cancelled must be ${problem.most} characters or less`)
  }
}

/** A moment has no input of its own name: its first part is linked to. */
const ofField = (field: string, text: string): FieldText => ({
  ...fieldText(field, text),
  ...((field === 'starts' || field === 'ends') && { href: `#${field}-day` }),
})

export const materialsProblemText = (problem: MaterialsProblem): FieldText =>
  fieldText('materials', problem.code === 'materials-not-chosen' ? 'Select a file' : fileProblemText(problem))
