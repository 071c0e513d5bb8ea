import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { newToken } from '../../platform/sign-in/token.ts'
import { recordEvent } from '../audit/index.ts'
import { ensurePerson, type Person, savePersonLanguage } from './people.store.ts'
import { insertSession, longestHours, markSessionEnded } from './sessions.store.ts'

/** Somebody who is now signed in. The token goes into their cookie and is nowhere else. */
export type SignedInPerson = {
  readonly token: string
  readonly person: Person
  readonly returnTo: string | null
}

/** What the browser brought along. */
export type Arrival = {
  readonly browser: string
  /** That somebody has chosen in it: from now on it is theirs. */
  readonly language: string | undefined
  readonly at: Date
  /** The session that this browser had, which ends: a session from before signing in is never carried on. */
  readonly previous: { readonly personId: string; readonly sessionId: string } | undefined
}

/** The person of this address, who is made when they first sign in. */
export async function knownPerson(tx: Tx, services: Services, email: string, at: Date): Promise<Person> {
  const { person, created } = await ensurePerson(tx, { id: services.newId(), email, at })
  if (created) {
    const { id } = person
    await recordEvent(tx, { action: 'person.added', actorId: id, objectType: 'person', objectId: id, at })
  }
  return person
}

/** How somebody showed who they are, and whether that was the second step too. */
export type Proof = {
  readonly by: 'link' | 'code' | 'provider' | 'evaluation'
  readonly secondStepAt: Date | null
}

/** Begins a session in place of the one that the browser had. @returns its token */
export async function beginSession(
  tx: Tx,
  services: Services,
  personId: string,
  { at, browser, language, previous }: Arrival,
  how: Proof,
): Promise<string> {
  if (previous !== undefined) await markSessionEnded(tx, previous.personId, previous.sessionId, at)
  const id = services.newId()
  const token = newToken(services.randomBytes)
  const expiresAt = new Date(at.getTime() + longestHours * 3_600_000)
  if (language !== undefined) await savePersonLanguage(tx, personId, language)
  await insertSession(tx, { id, token, personId, at, expiresAt, browser, secondStepAt: how.secondStepAt })
  const facts = how.secondStepAt === null ? { by: how.by } : { by: how.by, secondStep: true }
  await recordEvent(tx, { action: 'session.began', actorId: personId, objectType: 'session', objectId: id, at, facts })
  return token
}
