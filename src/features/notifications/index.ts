export { unreadOf } from './centre/centre.store.ts'
export { searchMessages } from './centre/search-messages.ts'
export { notificationsJobs } from './notifications.jobs.ts'
export {
  administrationCrumb,
  administrationPath,
  deliveryPath,
  messagePath,
  notificationsPath,
  outboxPath,
  troubledPath,
} from './notifications.paths.ts'
export { notificationsRoutes } from './notifications.routes.ts'
export type { MailWords, NewMessage, StoredMessage } from './notifications.store.ts'
export { failedMessages, mailMeasures } from './notifications.store.ts'
export { queueMessage, type ToQueue } from './queue-message.ts'
