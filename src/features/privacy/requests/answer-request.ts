import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import {
  readSubjectRequest,
  type SubjectRequestProblem,
  type SubjectRequestTyped,
} from '../../../core/privacy/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { personByEmail } from '../../accounts/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { type AnonymiseProblem, anonymiseIn } from '../anonymising/anonymise-person.ts'
import { asAdministrator } from '../as-administrator.ts'
import { insertSubjectRequest, markClosed, type SubjectRequest, subjectRequest } from './requests.store.ts'

/**
 * Logs what somebody asked of what is kept about them, with the day by which it has to be answered.
 *
 * @returns its number
 * @throws {NotFound} for whoever does not look after the service, as everything here
 */
export async function logSubjectRequest(
  services: Services,
  { actor, typed, at }: { readonly actor: Actor; readonly typed: SubjectRequestTyped; readonly at: Date },
): Promise<Result<number, SubjectRequestProblem>> {
  const { personId: loggedBy } = asAdministrator(actor)
  const read = readSubjectRequest(typed, isoDay(at))
  const person = read.ok ? await personByEmail(services.db, read.value.email) : undefined
  if (!read.ok) return read
  if (person === undefined) return refused({ code: 'nobody-by-email' })
  const { kind, receivedOn, dueOn, identity: identityNote } = read.value
  const id = services.newId()
  return await services.db.transaction().execute(async (tx) => {
    const request = { id, kind, personId: person.id, receivedOn, dueOn, identityNote, loggedAt: at, loggedBy }
    const number = await insertSubjectRequest(tx, request)
    const facts = { number, kind, personId: person.id, receivedOn, dueOn }
    await record(tx, { action: 'subject-request.logged', actorId: loggedBy, objectId: id, at, facts })
    return done(number)
  })
}

/** The request of a number, for whoever looks after the service. @throws {NotFound} where there is none */
export async function openSubjectRequest(db: Database | Tx, actor: Actor, number: string): Promise<SubjectRequest> {
  asAdministrator(actor)
  const request = await subjectRequest(db, number)
  if (request === undefined) throw notFound('request')
  return request
}

/** Says what was answered. One that is closed stays as it is. */
export async function closeSubjectRequest(
  services: Services,
  closed: { readonly actor: Actor; readonly number: string; readonly answer: string; readonly at: Date },
): Promise<Result<undefined, { readonly code: 'answer-missing' }>> {
  const { actor, number, at } = closed
  const { personId: by } = asAdministrator(actor)
  const answer = closed.answer.trim()
  return await services.db.transaction().execute(async (tx) => {
    const { id } = await openSubjectRequest(tx, actor, number)
    if (answer === '') return refused({ code: 'answer-missing' } as const)
    if (await markClosed(tx, { id, answer, at, by }))
      await record(tx, { action: 'subject-request.closed', actorId: by, objectId: id, at, facts: {} })
    return done(undefined)
  })
}

/**
 * Makes whoever asks to be forgotten anonymous, and closes their request with what they were answered: their address goes, so
 * nobody could answer them afterwards. It cannot be undone.
 */
export async function forgetSubject(
  services: Services,
  forgotten: { readonly actor: Actor; readonly number: string; readonly answer: string; readonly at: Date },
): Promise<Result<undefined, AnonymiseProblem | { readonly code: 'answer-missing' }>> {
  const { actor, number, at } = forgotten
  const { personId: by } = asAdministrator(actor)
  const answer = forgotten.answer.trim()
  return await services.db.transaction().execute(async (tx) => {
    const { id, kind, personId, closedAt } = await openSubjectRequest(tx, actor, number)
    if (kind !== 'erasure' || closedAt !== null) throw notFound('request')
    if (answer === '') return refused({ code: 'answer-missing' } as const)
    const result = await anonymiseIn(tx, { personId, actor, reason: `request ${number}`, at, request: id })
    if (!result.ok) return result
    if (await markClosed(tx, { id, answer, at, by }))
      await record(tx, { action: 'subject-request.closed', actorId: by, objectId: id, at, facts: {} })
    return done(undefined)
  })
}

const record = async (tx: Tx, event: Omit<Parameters<typeof recordEvent>[1], 'objectType'>): Promise<void> =>
  await recordEvent(tx, { ...event, objectType: 'subject-request' })
