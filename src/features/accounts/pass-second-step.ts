import type { SignedIn } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Say } from '../../platform/languages.ts'
import type { Services } from '../../platform/services.ts'
import { openSecret, type SealedFor, sealSecret } from '../../platform/sign-in/seal-secret.ts'
import { newToken, readCode } from '../../platform/sign-in/token.ts'
import { matchTotp, TOTP_SECRET_BYTES } from '../../platform/sign-in/totp.ts'
import { recordEvent } from '../audit/index.ts'
import { queueMessage } from '../notifications/index.ts'
import { authenticatorChangedMessage } from './accounts.messages.ts'
import {
  countWrongCode,
  insertSession,
  keepAuthenticator,
  lockAuthenticatorOf,
  markSessionEnded,
  takeStep,
  wrongCodesSince,
} from './sessions.store.ts'

/** Wrong codes that a person may type in a day, over all their sessions, before no code is taken. */
const mostWrongInADay = 20

export type SecondStepProblem =
  | { readonly code: 'code-missing' }
  | { readonly code: 'code-malformed' }
  | { readonly code: 'authenticator-code-wrong' }
  | { readonly code: 'authenticator-locked' }
  | { readonly code: 'set-up-out-of-date' }

export type SecondStep = {
  readonly actor: SignedIn
  readonly code: string
  /** From the page of setting up: the secret that the person has put in their app. */
  readonly sealedSecret: string
  readonly browser: string
  readonly at: Date
}

/** A secret to put into an authenticator app, and the same sealed, to come back with the form. */
export function offerAuthenticator(services: Services, personId: string): { secret: Uint8Array; sealed: string } {
  const secret = services.randomBytes(TOTP_SECRET_BYTES)
  return { secret, sealed: sealSecret(secret, authenticatorOf(personId), services) }
}

/** That a secret is this person's, for an authenticator app. */
export const authenticatorOf = (personId: string): SealedFor => ({ purpose: 'authenticator secrets', owner: personId })

/** The secret of the form again, to show the page a second time. */
export const offeredSecret = (services: Services, personId: string, sealed: string): Uint8Array | undefined =>
  openSecret(sealed, authenticatorOf(personId), services.secretKey)

/**
 * Checks a code from the authenticator app, sets the app up if it is the first, and gives the person a new session in
 * place of the one they had.
 *
 * @returns the token of the new session
 */
export async function passSecondStep(services: Services, step: SecondStep): Promise<Result<string, SecondStepProblem>> {
  if (step.code.trim() === '') return refused({ code: 'code-missing' })
  const typed = readCode(step.code)
  if (typed === '') return refused({ code: 'code-malformed' })
  return await services.db.transaction().execute((tx) => tryCode(tx, services, step, typed))
}

async function tryCode(
  tx: Tx,
  services: Services,
  step: SecondStep,
  typed: string,
): Promise<Result<string, SecondStepProblem>> {
  const { actor, at } = step
  const { personId } = actor
  const { sealedSecret, lastStep } = await lockAuthenticatorOf(tx, personId)
  const dayAgo = new Date(at.getTime() - 24 * 3_600_000)
  if ((await wrongCodesSince(tx, personId, dayAgo)) >= mostWrongInADay) return refused({ code: 'authenticator-locked' })

  const setsUp = sealedSecret === null
  const secret = openSecret(sealedSecret ?? step.sealedSecret, authenticatorOf(personId), services.secretKey)
  if (secret === undefined) return refused({ code: 'set-up-out-of-date' })
  const matched = matchTotp({ secret, typed, at, usedCounter: lastStep ?? undefined })
  if (matched === undefined) {
    await countWrongCode(tx, actor.sessionId)
    return refused({ code: 'authenticator-code-wrong' })
  }
  const taken = setsUp
    ? await keepAuthenticator(tx, personId, step.sealedSecret, matched)
    : await takeStep(tx, personId, matched)
  if (!taken) return refused({ code: setsUp ? 'set-up-out-of-date' : 'authenticator-code-wrong' })
  if (setsUp) await tellOfSetUp(tx, services, actor, at)
  const token = await rotate(tx, services, step)
  return token === undefined ? refused({ code: 'set-up-out-of-date' }) : done(token)
}

async function rotate(tx: Tx, services: Services, { actor, browser, at }: SecondStep): Promise<string | undefined> {
  const { personId } = actor
  const ended = await markSessionEnded(tx, personId, actor.sessionId, at)
  if (ended === undefined) return undefined
  const id = services.newId()
  const token = newToken(services.randomBytes)
  await insertSession(tx, { id, token, personId, at, expiresAt: ended.expiresAt, browser, secondStepAt: at })
  await recordEvent(tx, {
    action: 'second-step.passed',
    actorId: personId,
    objectType: 'session',
    objectId: id,
    at,
    facts: { inPlaceOf: actor.sessionId },
  })
  return token
}

async function tellOfSetUp(tx: Tx, services: Services, { personId, email }: SignedIn, at: Date): Promise<void> {
  const event = { actorId: personId, objectType: 'person', objectId: personId, at }
  await recordEvent(tx, { action: 'authenticator.set-up', ...event })
  const { serviceName } = services.config
  const message = (say: Say) => say(authenticatorChangedMessage)({ serviceName, change: 'set-up', at })
  await queueMessage(tx, services, { kind: 'authenticator', recipient: email, personId, words: message })
}
