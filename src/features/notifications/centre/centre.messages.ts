import type { Delivery, MessageGroup } from '../../../core/notifications/index.ts'

/** What messages are about. */
export const groupNames: Readonly<Record<MessageGroup, string>> = {
  account: 'Your account',
  application: 'Applications',
  round: 'Rounds and questions about them',
  assessment: 'Assessment',
  decision: 'Interviews, decisions and awards',
  review: 'Strategic reviews',
  'open-data': 'Data and API',
  experts: 'Expert panel',
  network: 'Network',
  support: 'Support packages',
  benefits: 'Going live and benefits',
  digest: 'Digests',
}

/** A link to a page of the service, where a message has nothing more to say of it. */
export const openPageWords = (): string => 'Open the page'

export const deliveryWords: Readonly<Record<Delivery, string>> = {
  'at-once': 'Email at once',
  daily: 'One email a day, at 7am',
  weekly: 'One email a week, on Monday at 7am',
  centre: 'No email: only in your notifications',
}

/** What the text of an email ends with, where its reader can choose. */
export const choiceText = (link: string): string => `Stop these emails, or get fewer of them:\n${link}`

/** One thing to read of a digest. */
export type DigestItem = { readonly subject: string; readonly link: string }

/** Everything that waited for one person, by fund: the subject and the plain text of one email. */
export function digestMessage(facts: {
  readonly serviceName: string
  /** `name` is null for what belongs to no fund. */
  readonly funds: readonly { readonly name: string | null; readonly items: readonly DigestItem[] }[]
}): { readonly subject: string; readonly body: string } {
  const { serviceName, funds } = facts
  const count = funds.reduce((sum, { items }) => sum + items.length, 0)
  const parts = funds.map(({ name, items }) => [
    name ?? 'Other messages',
    ...items.map(({ subject, link }) => `- ${subject}\n  ${link}`),
  ])
  return {
    subject: `${count === 1 ? '1 message' : `${count} messages`} for you: ${serviceName}`,
    body: ['What came since your last digest.', ...parts.map((lines) => lines.join('\n'))].join('\n\n'),
  }
}
