import { notFound } from '../../core/errors.ts'
import type { Say } from '../../platform/languages.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { queueMessage } from '../notifications/index.ts'
import { authenticatorChangedMessage } from './accounts.messages.ts'
import { personById } from './people.store.ts'
import { forgetAuthenticator, markAllSessionsEnded } from './sessions.store.ts'

/**
 * Forgets somebody's authenticator, who has lost it, and signs them out everywhere: they set another up when they next
 * sign in. They are told by email.
 *
 * @throws {NotFound} if there is no such person
 */
export async function resetAuthenticator(
  services: Services,
  reset: { readonly personId: string; readonly by: string; readonly at: Date },
): Promise<void> {
  const { personId, by, at } = reset
  await services.db.transaction().execute(async (tx) => {
    const person = await personById(tx, personId)
    if (person === undefined) throw notFound('person')
    if (!(await forgetAuthenticator(tx, personId))) return
    await markAllSessionsEnded(tx, personId, at)
    await recordEvent(tx, { action: 'authenticator.reset', actorId: by, objectType: 'person', objectId: personId, at })
    const { serviceName } = services.config
    const message = (say: Say) => say(authenticatorChangedMessage)({ serviceName, change: 'reset', at })
    await queueMessage(tx, services, { kind: 'authenticator', recipient: person.email, personId, words: message })
  })
}
