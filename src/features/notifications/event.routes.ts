import { notFound } from '../../core/errors.ts'
import { download, show } from '../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../platform/http/route.ts'
import type { CalendarPart } from '../../platform/mail/mailer.ts'
import type { Services } from '../../platform/services.ts'
import { eventFilePath } from './notifications.paths.ts'
import { messageById, type StoredMessage } from './notifications.store.ts'
import { eventPage } from './pages/event.ts'

/** The event of a mail, for those whose mail shows none: whoever signs in with the address that it was sent to has it. */
export const eventRoutes = (services: Services): Route[] => [
  get('/events/:message', 'signed-in', async (ask) => {
    const { id, subject, body, calendar } = await ownEvent(services, ask)
    return show(eventPage({ subject, body, method: calendar.method, fileHref: eventFilePath(id) }))
  }),
  get('/events/:message/event.ics', 'signed-in', async (ask) => {
    const { calendar } = await ownEvent(services, ask)
    return download({ name: 'event.ics', type: 'text/calendar', body: calendar.content })
  }),
]

/** @throws {NotFound} if there is no such message, it has no event, or it was sent to somebody else */
async function ownEvent({ db }: Services, ask: Ask): Promise<StoredMessage & { readonly calendar: CalendarPart }> {
  const message = await messageById(db, param(ask, 'message'))
  const email = ask.actor.kind === 'person' ? ask.actor.email.toLowerCase() : undefined
  if (message === undefined || message.calendar === null || message.recipient.toLowerCase() !== email)
    throw notFound('event')
  return { ...message, calendar: message.calendar }
}
