import { notFound } from '../../../core/errors.ts'
import type { Ask } from '../../../platform/http/route.ts'
import type { Reader } from './centre.store.ts'

/** Whoever asks, as whom messages are sent to. */
export function readerOf({ actor }: Pick<Ask, 'actor'>): Reader {
  if (actor.kind !== 'person') throw notFound('notifications')
  return { personId: actor.personId, email: actor.email }
}
