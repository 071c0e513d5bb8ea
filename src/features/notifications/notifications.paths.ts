/** Where the mail can be read while the service is evaluated. */
export const outboxPath = (about = ''): string =>
  about === '' ? '/outbox' : `/outbox?about=${encodeURIComponent(about)}`

/** What did not go out, for those who look after the service. */
export const troubledPath = '/admin/messages'

export const sendAgainPath = (id: string): string => `${troubledPath}/${id}/again`

export const messagePath = (id: string): string => `/outbox/${id}`
