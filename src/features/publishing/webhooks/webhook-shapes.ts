import Type, { type TSchema } from 'typebox'
import { type WebhookEvent, webhookEvents } from '../../../core/webhooks/webhook.ts'
import type { WebhookShape } from '../../../platform/http/describe-webhooks.ts'
import { awardSchema, roundSchema } from '../api/api-schemas.ts'
import { eventWords } from './webhooks.messages.ts'

const updateSchema = Type.Object(
  {
    id: Type.String({ description: 'By which feeds know it too.' }),
    title: Type.String({ description: 'What it says of itself.' }),
    page: Type.String({ format: 'uri', description: 'Where people read it.' }),
  },
  { additionalProperties: false, description: 'Something new about a round.' },
)

const ofUpdate = Type.Object({ update: updateSchema, round: roundSchema })

const dataOf: Readonly<Record<WebhookEvent, TSchema>> = {
  'round.opened': Type.Object({ round: roundSchema }),
  'round.deadline_changed': ofUpdate,
  'update.posted': ofUpdate,
  'results.published': ofUpdate,
  'award.changed': Type.Object({ award: awardSchema, round: roundSchema }),
}

/** What receivers are sent, for the description of the API. */
export const webhookShapes: readonly WebhookShape[] = webhookEvents.map((event) => ({
  event,
  summary: eventWords[event],
  data: dataOf[event],
}))
