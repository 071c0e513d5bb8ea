import { notFound } from '../../core/errors.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import { seeOther, show } from '../../platform/http/answer.ts'
import { get, param, post, type Route } from '../../platform/http/route.ts'
import { otherThan } from '../../platform/languages.ts'
import type { Services } from '../../platform/services.ts'
import { readSought } from '../../ui/patterns/index.ts'
import { centreRoutes } from './centre/centre.routes.ts'
import { deliveryRoutes } from './centre/delivery.routes.ts'
import { eventRoutes } from './event.routes.ts'
import { piecesOf } from './link-pieces.ts'
import { eventPath, messagePath, outboxPath, sendAgainPath, troubledPath } from './notifications.paths.ts'
import { latestMessages, messageById, type StoredMessage, troubledMessages } from './notifications.store.ts'
import { messagePage } from './pages/message.ts'
import { outboxPage } from './pages/outbox.ts'
import { troubledPage } from './pages/troubled.ts'
import { sendAgain } from './send-again.ts'

/** Most messages on the outbox page; older ones are found by searching. */
const shown = 100

export const notificationsRoutes = (services: Services): Route[] => [
  ...outboxRoutes(services),
  ...troubledRoutes(services),
  ...eventRoutes(services),
  ...centreRoutes(services),
  ...deliveryRoutes(services),
]

const troubledRoutes = (services: Services): Route[] => [
  get(troubledPath, 'service:administer', async (ask) => {
    const messages = await troubledMessages(services.db, shown)
    const rows = messages.map((message) => ({
      ...rowOf(message),
      attempts: message.attempts,
      reason: message.lastError ?? '',
      again: message.state === 'failed' && message.body !== '' ? sendAgainPath(message.id) : undefined,
    }))
    return show(troubledPage({ rows, csrf: ask.csrf }))
  }),
  post('/admin/messages/:message/again', 'service:administer', 'message.sent-again', async (ask) => {
    await sendAgain(services, ask.actor, param(ask, 'message'), ask.receivedAt)
    return seeOther(troubledPath, { flash: 'The message is on its way again' })
  }),
]

const outboxRoutes = ({ db }: Services): Route[] => [
  get('/outbox', 'evaluation', async (ask) => {
    const sought = readSought(ask.query, 'about')
    const rows = (await latestMessages(db, sought.words, shown)).map((message) => ({
      ...rowOf(message),
      href: messagePath(message.id),
    }))
    const page = outboxPage({ rows, sought, action: outboxPath(), mailKept: true })
    return show(page, { status: sought.problems.length > 0 ? 400 : 200 })
  }),
  get('/outbox/:message', 'evaluation', async (ask) => {
    const message = await messageById(db, param(ask, 'message'))
    if (message === undefined) throw notFound('message')
    const pieces = piecesOf(message.body, ask.origin)
    const eventHref = message.calendar === null ? undefined : eventPath(message.id)
    const { lastError, language } = message
    const lang = otherThan(language, ask.language)
    return show(messagePage({ ...rowOf(message), backHref: outboxPath(), pieces, eventHref, lastError, lang }))
  }),
]

const rowOf = ({ subject, recipient, createdAt, state }: StoredMessage) => ({
  subject,
  recipient,
  written: ukTime(createdAt, { seconds: true }),
  state,
})
