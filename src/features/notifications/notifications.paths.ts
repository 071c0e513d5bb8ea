/** Where the mail can be read while the service is evaluated. */
export const outboxPath = (about = ''): string =>
  about === '' ? '/outbox' : `/outbox?about=${encodeURIComponent(about)}`

/** What did not go out, for those who look after the service. */
export const troubledPath = '/admin/messages'

export const sendAgainPath = (id: string): string => `${troubledPath}/${id}/again`

/** The event of a message for the calendar of whoever it was sent to. */
export const eventPath = (id: string): string => `/events/${id}`
export const eventFilePath = (id: string): string => `${eventPath(id)}/event.ics`

export const messagePath = (id: string): string => `/outbox/${id}`
