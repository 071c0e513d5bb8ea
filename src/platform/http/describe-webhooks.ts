import type { TSchema } from 'typebox'
import { capital } from '../../core/text/capital.ts'

/** A message that the service sends by itself to addresses that asked for it. `data` is what the message holds. */
export type WebhookShape = {
  readonly event: string
  readonly summary: string
  readonly data: TSchema
}

/** Headers of Standard Webhooks, by which a receiver knows a message and who sent it. */
const headers = {
  'webhook-id': 'Of this message, the same however often it is sent.',
  'webhook-timestamp': 'When it was sent, in seconds since 1970.',
  'webhook-signature': 'Signatures of id, timestamp and body with the secrets in force.',
} as const

/**
 * The webhooks of a description of an API, by the name of their event.
 *
 * @param written a schema as it stands in the description
 * @see https://spec.openapis.org/oas/v3.1.1.html#openapi-object
 * @see https://www.standardwebhooks.com/
 */
export const describeWebhooks = (
  shapes: readonly WebhookShape[],
  written: (schema: TSchema) => unknown,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    shapes.map(({ event, summary, data }) => [
      event,
      {
        post: {
          operationId: `told${event.split(/[._]/).map(capital).join('')}`,
          summary,
          tags: ['Webhooks'],
          parameters: Object.entries(headers).map(([name, description]) => ({
            name,
            in: 'header',
            required: true,
            description,
            schema: { type: 'string' },
          })),
          requestBody: { required: true, content: { 'application/json': { schema: messageOf(event, written(data)) } } },
          responses: { '2XX': { description: 'The receiver has it. Anything else counts as failed.' } },
        },
      },
    ]),
  )

const messageOf = (event: string, data: unknown) => ({
  type: 'object',
  required: ['type', 'timestamp', 'data'],
  properties: {
    type: { const: event },
    timestamp: { type: 'string', format: 'date-time', description: 'When it happened.' },
    data,
  },
})
