import { notFound } from '../../../core/errors.ts'
import { messageFacts, messageGroups } from '../../../core/notifications/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { firstRow, pageOfList, rowsOnPage } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import { otherThan, sayIn } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { linksInWords, piecesOf } from '../link-pieces.ts'
import { allReadPath, deliveryPath, eventPath, notificationPath, notificationsPath } from '../notifications.paths.ts'
import { groupNames, openPageWords } from './centre.messages.ts'
import { centreOf, markAllRead, ownMessages, readOwnMessage } from './centre.store.ts'
import { readerOf } from './find-reader.ts'
import { centrePage } from './pages/centre.ts'
import { notificationPage } from './pages/notification.ts'

/** Everything that was sent to whoever asks. */
export const centreRoutes = (services: Services): Route[] => [
  get(notificationsPath, 'signed-in', (ask) => showCentre(services, ask)),
  // What somebody has read is theirs alone, and no matter for the audit log.
  post(allReadPath, 'signed-in', 'none', async (ask) => {
    await markAllRead(services.db, readerOf(ask), ask.receivedAt)
    return seeOther(notificationsPath, { flash: 'All are marked as read' })
  }),
  get(notificationPath(':message'), 'signed-in', async (ask) => {
    const message = await readOwnMessage(services.db, readerOf(ask), param(ask, 'message'), ask.receivedAt)
    if (message === undefined) throw notFound('message')
    const { id, subject, body, language, createdAt, calendar } = message
    const pieces = piecesOf(body, ask.origin)
    const link = pieces.find((piece) => 'href' in piece)
    return show(
      notificationPage({
        backHref: notificationsPath,
        subject,
        lang: otherThan(language, ask.language),
        written: ukTime(createdAt),
        pieces: linksInWords(pieces, sayIn(services.languages, language)(openPageWords)()),
        goToHref: link?.href,
        eventHref: calendar === null ? undefined : eventPath(id),
      }),
    )
  }),
]

async function showCentre({ db }: Services, ask: Ask): Promise<Answer> {
  const reader = readerOf(ask)
  const { unread, funds } = await centreOf(db, reader)
  const group = messageGroups.find((each) => each === ask.query.get('about'))
  const fund = funds.find(({ slug }) => slug === ask.query.get('fund'))
  const unreadOnly = ask.query.get('show') === 'unread'
  const which = { group, fundId: fund?.id, unread: unreadOnly }
  const { total, rows } = await ownMessages(db, reader, which, { from: firstRow(ask.query), most: rowsOnPage })
  const names = new Map(funds.map(({ id, name }) => [id, name]))
  return show(
    centrePage({
      unread,
      rows: rows.map(({ id, kind, subject, language, createdAt, fundId, readAt }) => ({
        href: notificationPath(id),
        subject,
        lang: otherThan(language, ask.language),
        about: names.get(fundId ?? '') ?? groupNames[messageFacts(kind).group],
        written: ukTime(createdAt),
        read: readAt !== null,
      })),
      pages: pageOfList(ask.query, { total, path: notificationsPath }),
      chosen: { about: group ?? '', fund: fund?.slug ?? '', unreadOnly },
      groups: messageGroups
        .filter((each) => each !== 'digest')
        .map((each) => ({ value: each, text: groupNames[each] })),
      funds: funds.map(({ slug, name }) => ({ value: slug, text: name })),
      action: notificationsPath,
      allReadAction: allReadPath,
      deliveryHref: deliveryPath(),
      csrf: ask.csrf,
    }),
  )
}
