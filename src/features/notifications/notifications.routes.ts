import { notFound } from '../../core/errors.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import { show } from '../../platform/http/answer.ts'
import { get, param, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { messagePath, outboxPath } from './notifications.paths.ts'
import { latestMessages, messageById, type StoredMessage } from './notifications.store.ts'
import { type MessageModel, messagePage } from './pages/message.ts'
import { outboxPage } from './pages/outbox.ts'

/** Most messages on the outbox page; older ones are found by searching. */
const shown = 100

export const notificationsRoutes = ({ db }: Services): Route[] => [
  get('/outbox', 'evaluation', async (ask) => {
    const about = ask.query.get('about') ?? ''
    const rows = (await latestMessages(db, about, shown)).map((message) => ({
      ...rowOf(message),
      href: messagePath(message.id),
    }))
    return show(outboxPage({ rows, about, action: outboxPath(), mailKept: true }))
  }),
  get('/outbox/:message', 'evaluation', async (ask) => {
    const message = await messageById(db, param(ask, 'message'))
    if (message === undefined) throw notFound('message')
    const pieces = piecesOf(message.body, ask.origin)
    return show(messagePage({ ...rowOf(message), backHref: outboxPath(), pieces, lastError: message.lastError }))
  }),
]

const rowOf = ({ subject, recipient, createdAt, state }: StoredMessage) => ({
  subject,
  recipient,
  written: ukTime(createdAt, { seconds: true }),
  state,
})

/** Splits the text at the addresses that lead back to this service, so that they can be followed from the page. */
export function piecesOf(body: string, origin: string): MessageModel['pieces'] {
  const parts = body.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:)])/)
  return parts.flatMap((text): MessageModel['pieces'] => {
    if (text === '') return []
    return text.startsWith(`${origin}/`) ? [{ link: text, href: text.slice(origin.length) }] : [{ text }]
  })
}
