import { may } from '../../core/permissions/index.ts'
import { failedMessages, troubledPath } from '../notifications/index.ts'
import { asked, type FindWaiting } from './waiting-item.ts'

/** The messages that did not go out, for those who look after the service: one statement. */
export const messagesWaiting: FindWaiting = async (db, actor) => {
  if (!may(actor, 'service:administer', null)) return []
  const failed = await failedMessages(db)
  const detail = failed === 1 ? '1 message was given up' : `${failed} messages were given up`
  return failed === 0
    ? []
    : [{ href: troubledPath, title: 'Messages that did not go out', detail, state: asked('To look at'), asks: true }]
}
