import type { Database } from '../../../platform/database/database.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { hoursPath, requestStepPath } from '../experts.paths.ts'
import type { OpenedRequest } from '../thread/open-request.ts'
import { freeFor, hoursToBook } from './book-hours.ts'
import { startWords } from './hours.messages.ts'
import { bookingsOf } from './hours.store.ts'
import type { BookingsModel } from './pages/bookings.ts'

/** How many times to begin are offered at once. */
const mostStarts = 12

/** Hours with the expert of a question, as this side sees them; undefined where there is nothing to see or do. */
export async function describeBookings(
  db: Database,
  ask: Ask,
  { request, fund, side }: OpenedRequest,
): Promise<BookingsModel | undefined> {
  if (side === 'panel') return undefined
  const bookings = await bookingsOf(db, request.id)
  const taken = request.state === 'taken'
  if (bookings.length === 0 && !taken) return undefined
  const step = (name: string) => requestStepPath(fund.slug, request.number, name)
  const ownSide = side === 'council' || side === 'expert'
  const hours = hoursToBook(request)
  const free = side === 'council' && taken ? await freeFor(db, request, ask.receivedAt) : []
  return {
    bookings: bookings.map(({ id, startsAt, hours: long, place, cancelled }) => {
      const live = ownSide && !cancelled && startsAt > ask.receivedAt
      return {
        when: `${startWords(startsAt)}, ${hoursWords(long)}`,
        place,
        cancelled,
        calendarHref: live ? step(`bookings/${id}/event.ics`) : undefined,
        cancelAction: live ? step(`bookings/${id}/cancel`) : undefined,
      }
    }),
    book:
      side === 'council' && taken
        ? {
            action: step('bookings'),
            hours: hoursWords(hours),
            starts: free.slice(0, mostStarts).map((start) => ({ value: start.toISOString(), text: startWords(start) })),
            typed: { start: ask.form.line('start'), place: ask.form.line('place') },
          }
        : undefined,
    offerHref: side === 'expert' && taken ? hoursPath(fund.slug) : undefined,
  }
}

const hoursWords = (hours: number): string => (hours === 1 ? 'an hour' : `${hours} hours`)
