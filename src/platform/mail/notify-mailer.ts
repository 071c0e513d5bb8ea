/**
 * GOV.UK Notify: one POST signed with a short-lived token.
 *
 * Notify sends templates only, so the service has one, whose subject is `((subject))` and whose message is `((body))`.
 *
 * @see https://docs.notifications.service.gov.uk/rest-api.html
 */

import { createHmac } from 'node:crypto'
import type { Mailer, Message, Sent } from './mailer.ts'

/** `apiKey` as Notify shows it once: name, service id and secret joined by hyphens. `baseUrl` without a slash at the end. */
export type NotifySettings = {
  readonly apiKey: string
  readonly templateId: string
  readonly baseUrl?: string | undefined
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const API_KEY = new RegExp(`^.+-(${UUID})-(${UUID})$`, 'i')
const TIMEOUT_MS = 15_000

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A JSON Web Token (RFC 7519) signed with HS256. */
function signedToken(serviceId: string, secret: string, now: Date): string {
  const body = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss: serviceId, iat: Math.floor(now.getTime() / 1000) })}`
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`
}

function requestBody({ id, to, subject, text, headers }: Message, templateId: string): Record<string, unknown> {
  const unsubscribe = /<(https:[^>]+)>/.exec(headers?.['List-Unsubscribe'] ?? '')?.[1]
  return {
    email_address: to,
    template_id: templateId,
    personalisation: { subject, body: text },
    reference: id,
    ...(unsubscribe === undefined ? {} : { one_click_unsubscribe_url: unsubscribe }),
  }
}

/** 400 is about this message. All others are about us, our key or Notify, and may be well again later. */
async function answerOf(response: Response): Promise<Sent> {
  const body: unknown = await response.json().catch(() => undefined)
  const { id, errors } = (body ?? {}) as { id?: unknown; errors?: { error?: string; message?: string }[] }
  if (response.status === 201 && typeof id === 'string') return { ok: true, id }
  const told = Array.isArray(errors) ? errors.map(({ error, message }) => `${error}: ${message}`).join('; ') : ''
  return { ok: false, retry: response.status !== 400, reason: `Notify answered ${response.status} ${told}`.trim() }
}

/**
 * @param clock the present time, for the token: Notify refuses one that is 30 seconds off
 * @throws {RangeError} if the key has not the shape of one
 */
export function notifyMailer(settings: NotifySettings, clock: () => Date): Mailer {
  const [, serviceId, secret] = API_KEY.exec(settings.apiKey) ?? []
  if (serviceId === undefined || secret === undefined) throw new RangeError('this is not an API key of GOV.UK Notify')
  const baseUrl = settings.baseUrl ?? 'https://api.notifications.service.gov.uk'
  return {
    kind: 'notify',
    async send(message) {
      try {
        const response = await fetch(`${baseUrl}/v2/notifications/email`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${signedToken(serviceId, secret, clock())}`,
          },
          body: JSON.stringify(requestBody(message, settings.templateId)),
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        })
        return await answerOf(response)
      } catch (error) {
        return { ok: false, retry: true, reason: error instanceof Error ? error.message : 'unknown' }
      }
    },
    close: () => undefined,
  }
}
