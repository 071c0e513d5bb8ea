import type { SignedIn } from '../../core/permissions/index.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { markAllSessionsEnded, markSessionEnded } from './sessions.store.ts'

/** Ends one of this person's sessions. One that is not theirs, or has ended, is left alone. */
export async function endSession(services: Services, actor: SignedIn, sessionId: string, at: Date): Promise<void> {
  await services.db.transaction().execute(async (tx) => {
    const ended = await markSessionEnded(tx, actor.personId, sessionId, at)
    if (ended === undefined) return
    const event = { actorId: actor.personId, objectType: 'session', objectId: sessionId, at }
    await recordEvent(tx, { action: 'session.ended', ...event })
  })
}

/** Ends all of this person's sessions, this one too. @returns how many there were */
export async function endAllSessions(services: Services, actor: SignedIn, at: Date): Promise<number> {
  const { personId } = actor
  return await services.db.transaction().execute(async (tx) => {
    const count = await markAllSessionsEnded(tx, personId, at)
    const event = { actorId: personId, objectType: 'person', objectId: personId, at, facts: { count } }
    await recordEvent(tx, { action: 'session.ended-everywhere', ...event })
    return count
  })
}
