/** Where the mail can be read while the service is evaluated. */
export const outboxPath = (about = ''): string =>
  about === '' ? '/outbox' : `/outbox?about=${encodeURIComponent(about)}`

export const messagePath = (id: string): string => `/outbox/${id}`
