import { type MessageGroup, messageGroups } from '../../../core/notifications/index.ts'
import { readSealed, sealedText } from '../../../platform/sign-in/sealed-text.ts'

/** Whose messages are stopped, and of which group; those of the group `digest` are all that come in digests. */
export type Stopped = { readonly personId: string; readonly group: MessageGroup }

/** What the link carries that stops emails in one click. */
export const stopToken = ({ personId, group }: Stopped, secretKey: string): string =>
  sealedText('stop-messages', `${personId}.${group}`, secretKey)

/** What a token stops, or undefined when the service did not make it. */
export function readStopToken(token: string, secretKey: string): Stopped | undefined {
  const [personId, name] = readSealed('stop-messages', token, secretKey)?.split('.') ?? []
  const group = messageGroups.find((each) => each === name)
  return personId === undefined || group === undefined ? undefined : { personId, group }
}
