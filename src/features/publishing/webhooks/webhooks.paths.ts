import { webhooksPath } from '../../funds/index.ts'

/** A webhook of a fund, with what was sent to it. */
export const webhookPath = (fund: string, id: string): string => `${webhooksPath(fund)}/${id}`

/** What can be done with it. */
export const webhookChangePath = (
  fund: string,
  id: string,
  change: 'address' | 'events' | 'ping' | 'pause' | 'resume' | 'secret' | 'remove',
): string => `${webhookPath(fund, id)}/${change}`

/** Sends a message once more. */
export const sendAgainPath = (fund: string, id: string, message: string): string =>
  `${webhookPath(fund, id)}/messages/${message}/again`
