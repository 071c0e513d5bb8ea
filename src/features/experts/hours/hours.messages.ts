import { problemText } from '../../../core/forms/index.ts'
import { ukClock, ukWeekdayDate } from '../../../core/time/uk-time.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { BookingProblem } from './book-hours.ts'
import type { HoursProblem } from './offer-hours.ts'

/** When something begins. */
export const startWords = (startsAt: Date): string => `${ukWeekdayDate(startsAt)}, ${ukClock(startsAt)}`

export function hoursProblemText(problem: HoursProblem): FieldText {
  switch (problem.code) {
    case 'field': {
      const { field } = problem.problem
      return { field, text: problemText(problem.problem), href: `#${field}` }
    }
    case 'ends-before-it-starts':
      return fieldText('to', 'Choose an hour after the first one')
    case 'hour-booked':
      return fieldText('day', 'A council has booked this hour. Cancel the booking on the page of its question first')
  }
}

/** @param next when the expert is free next */
export function bookingProblemText({ code }: BookingProblem, next: readonly Date[]): FieldText {
  switch (code) {
    case 'start-missing':
      return fieldText('start', 'Select when')
    case 'place-missing':
      return fieldText('place', 'Enter a link, or a room')
    case 'place-too-long':
      return fieldText('place', 'Use 500 characters or less')
    case 'taken-meanwhile':
      return fieldText(
        'start',
        next.length === 0
          ? 'This time is taken, and there is no other now. Ask the expert to offer more hours'
          : `This time is taken. Next free: ${next.slice(0, 3).map(startWords).join('; ')}`,
      )
    case 'not-to-book':
      return fieldText('start', 'Hours can be booked while an expert has the question')
    case 'not-booked':
      return fieldText('bookings', 'These hours are over, or cancelled already')
  }
}
