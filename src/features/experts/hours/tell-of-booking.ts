import type { SignedIn } from '../../../core/permissions/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { ExpertRequest } from '../asking/requests.store.ts'
import { bookedMail } from '../experts-mail.messages.ts'
import type { Expert } from '../people/experts.store.ts'
import { councilOf, mailPlace, writeTo } from '../write-to.ts'
import { type BookingToTell, bookingEvent } from './booking-event.ts'

type Told = Omit<BookingToTell, 'attendee'> & {
  readonly request: ExpertRequest
  readonly expert: Expert
  readonly by: SignedIn
}

/** Tells the people of the council and the expert of hours that were booked or cancelled, each with an event for their calendar. */
export async function tellOfBooking(tx: Tx, services: Services, told: Told): Promise<void> {
  const { fund, request, booking, expert, at } = told
  const { number, title } = request
  const of = { ...mailPlace(services, fund), number, title }
  const people = [
    ...(await councilOf(tx, request.organisationId, at)),
    { id: expert.personId, name: expert.name, email: expert.email },
  ]
  for (const person of people) {
    const attendee = { name: person.name || person.email, email: person.email }
    const event = { fund, request, booking, attendee, at }
    await writeTo(tx, services, fund, [person], (say) => ({
      ...say(bookedMail)(of, booking),
      calendar: bookingEvent(services.config, event, say),
    }))
  }
}
