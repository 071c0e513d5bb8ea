import { notFound } from '../../../core/errors.ts'
import { json } from '../../../platform/http/answer.ts'
import { post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { isSigned } from '../../../platform/sign-in/signed-message.ts'
import { mostMailBytes, receiveMail } from './receive-mail.ts'

/** Mail that a server of mail hands over: the whole message, signed with the secret that it shares with the service. */
export const inboundRoutes = (services: Services): Route[] => [
  post(
    '/inbound/mail',
    'public',
    'network.mail-received',
    async ({ raw, receivedAt }) => {
      const { inbound } = services.config
      if (inbound?.secret === undefined || raw === undefined) throw notFound('inbound mail')
      if (!isSigned(raw, inbound.secret, receivedAt))
        return json({ refused: 'The signature is not right, or too old.' }, { status: 401 })
      const recipients = raw
        .header('x-envelope-to')
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '')
      const outcome = await receiveMail(services, { content: raw.bytes, recipients, at: receivedAt })
      return json({ outcome })
    },
    { raw: { bodyLimitBytes: mostMailBytes } },
  ),
]
