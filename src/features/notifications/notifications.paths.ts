/** What those look after who look after the service. A later area's page. */
export const administrationPath = '/admin'

/** The way there, from every page about it. */
export const administrationCrumb = { text: 'Administration', href: administrationPath }

/** Where the mail can be read while the service is evaluated. */
export const outboxPath = (about = ''): string =>
  about === '' ? '/outbox' : `/outbox?about=${encodeURIComponent(about)}`

/** What did not go out, for those who look after the service. */
export const troubledPath = '/admin/messages'

export const sendAgainPath = (id: string): string => `${troubledPath}/${id}/again`

/** The event of a message for the calendar of whoever it was sent to. */
export const eventPath = (id: string): string => `/events/${id}`
export const eventFilePath = (id: string): string => `${eventPath(id)}/event.ics`

/** What was sent to whoever asks. */
export const notificationsPath = '/notifications'
export const notificationPath = (id: string): string => `${notificationsPath}/messages/${id}`
export const allReadPath = `${notificationsPath}/read`

/** How one is told: of every fund, or of one by its name in addresses. */
export const deliveryPath = (fund?: string): string =>
  fund === undefined ? `${notificationsPath}/delivery` : `${notificationsPath}/delivery/${fund}`

/** @see RFC 8058: mail programs post to it; a person who opens it is asked first. */
export const stopPath = (token: string): string => `${notificationsPath}/stop/${token}`

export const messagePath = (id: string): string => `/outbox/${id}`
