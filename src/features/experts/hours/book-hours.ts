import { notFound } from '../../../core/errors.ts'
import { freeStarts, hoursFrom } from '../../../core/experts/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { ExpertRequest } from '../asking/requests.store.ts'
import { expertById } from '../people/experts.store.ts'
import { recordExpert } from '../record-expert.ts'
import { type AskedRequest, holdRequest, type OpenedRequest } from '../thread/open-request.ts'
import {
  type Booking,
  bookingsOf,
  deleteBooking,
  hoursOf,
  insertBooking,
  markCancelled,
  takeHours,
} from './hours.store.ts'
import { tellOfBooking } from './tell-of-booking.ts'

export type BookingProblem = {
  readonly code: 'start-missing' | 'place-missing' | 'place-too-long' | 'taken-meanwhile' | 'not-to-book' | 'not-booked'
}

const longestPlace = 500

/** How many hours a booking of a request has. */
export const hoursToBook = ({ hoursWanted }: Pick<ExpertRequest, 'hoursWanted'>): number => hoursWanted ?? 1

/** When an expert is free for a request, the next first. */
export async function freeFor(db: Database | Tx, request: ExpertRequest, at: Date): Promise<readonly Date[]> {
  if (request.expertId === null) return []
  const hours = await hoursOf(db, { id: request.expertId }, at)
  const offered = hours.map(({ startsAt }) => startsAt)
  const taken = hours.filter(({ booked }) => booked).map(({ startsAt }) => startsAt)
  return freeStarts({ offered, taken, hours: hoursToBook(request), after: at })
}

type Typed = { readonly startsAt: Date | undefined; readonly place: string }

/**
 * Books hours of the expert who has taken a question. What somebody else has taken meanwhile is refused by the database, and
 * nothing is booked.
 *
 * @throws {NotFound} for anybody but the council that asked
 */
export async function bookHours(
  services: Services,
  actor: Actor,
  { startsAt, place, ...asked }: AskedRequest & Typed,
): Promise<Result<Booking, BookingProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, request, side, actor: person } = await holdRequest(tx, actor, asked)
    if (side !== 'council') throw notFound('request')
    const expert = request.expertId === null ? undefined : await expertById(tx, fund.id, request.expertId)
    if (request.state !== 'taken' || expert === undefined) return refused<BookingProblem>({ code: 'not-to-book' })
    const problems = typedProblems({ startsAt, place })
    if (startsAt === undefined || problems.length > 0) return refused(...problems)
    const hours = hoursToBook(request)
    const booking = { id: services.newId(), startsAt, hours, place: place.trim() }
    const { at } = asked
    const free = (await freeFor(tx, request, at)).some((start) => start.getTime() === startsAt.getTime())
    if (!free) return refused<BookingProblem>({ code: 'taken-meanwhile' })
    await insertBooking(tx, { ...booking, requestId: request.id, expertId: expert.id, at, by: person.personId })
    // Another booking may take an hour between looking and taking: then its row waits here, and is found to be there.
    if ((await takeHours(tx, expert, booking.id, hoursFrom(startsAt, hours))) < hours) {
      await deleteBooking(tx, booking.id)
      return refused<BookingProblem>({ code: 'taken-meanwhile' })
    }
    const facts = { number: request.number, booking: booking.id, startsAt: startsAt.toISOString(), hours }
    const on = ['expert-request', request.id] as const
    await recordExpert(tx, { action: 'expert.booked', fundId: fund.id, by: person.personId, at, on, facts })
    const told = { ...booking, bookedBy: person.name, cancelled: false }
    await tellOfBooking(tx, services, { fund, request, expert, booking: told, by: person, at })
    return done(told)
  })
}

const typedProblems = ({ startsAt, place }: Typed): readonly BookingProblem[] => [
  ...(startsAt === undefined ? [{ code: 'start-missing' } as const] : []),
  ...(place.trim() === '' ? [{ code: 'place-missing' } as const] : []),
  ...(place.length > longestPlace ? [{ code: 'place-too-long' } as const] : []),
]

/** Cancels hours that are still to come, and gives them back. @throws {NotFound} for anybody but the council and the expert */
export async function cancelBooking(
  services: Services,
  actor: Actor,
  { bookingId, ...asked }: AskedRequest & { readonly bookingId: string },
): Promise<Result<undefined, BookingProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, request, side, actor: person } = await holdRequest(tx, actor, asked)
    const booking = (await bookingsOf(tx, request.id)).find(({ id }) => id === bookingId)
    if ((side !== 'council' && side !== 'expert') || booking === undefined) throw notFound('booking')
    const { at } = asked
    if (booking.cancelled || booking.startsAt <= at) return refused<BookingProblem>({ code: 'not-booked' })
    await cancelOne(tx, services, { fund, request, actor: person }, booking, at)
    return done(undefined)
  })
}

type Cancelling = Pick<OpenedRequest, 'fund' | 'request' | 'actor'>

/** Cancels all hours of a question that are still to come, and gives them back. @returns how many bookings that were */
export async function cancelComing(tx: Tx, services: Services, of: Cancelling, at: Date): Promise<number> {
  const coming = (await bookingsOf(tx, of.request.id)).filter(({ cancelled, startsAt }) => !cancelled && startsAt > at)
  for (const booking of coming) await cancelOne(tx, services, of, booking, at)
  return coming.length
}

async function cancelOne(
  tx: Tx,
  services: Services,
  { fund, request, actor: person }: Cancelling,
  booking: Booking,
  at: Date,
): Promise<void> {
  await markCancelled(tx, booking.id, at, person.personId)
  const facts = { number: request.number, booking: booking.id }
  const on = ['expert-request', request.id] as const
  await recordExpert(tx, { action: 'expert.booking-cancelled', fundId: fund.id, by: person.personId, at, on, facts })
  const expert = request.expertId === null ? undefined : await expertById(tx, fund.id, request.expertId)
  const told = { ...booking, cancelled: true }
  if (expert !== undefined) await tellOfBooking(tx, services, { fund, request, expert, booking: told, by: person, at })
}
