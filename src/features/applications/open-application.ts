import { notFound } from '../../core/errors.ts'
import type { Answers } from '../../core/forms/index.ts'
import { type Actor, organisationsOf, type SignedIn } from '../../core/permissions/index.ts'
import { isoDay } from '../../core/time/day.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { applicationByReference, type StoredAnswers, type WithAnswers } from './applications.store.ts'
import { isPartnerFor } from './partners/partners.store.ts'
import { actsInPlaceOf } from './stand-in.ts'

/** What the reader may do: people of the lead write, people of a partner asked or accepted read. */
export type Access = 'write' | 'read'

export type Opened = { readonly application: WithAnswers; readonly access: Access; readonly actor: SignedIn }

type Asked = {
  readonly reference: string
  /** The answers to read with it, in the same statement. */
  readonly questions: readonly string[] | 'all'
  readonly need: Access
  readonly at: Date
}

/**
 * An application for somebody of its lead or of a partner, in one statement. People of the body that took over from a
 * lead or partner that is no more may do what its own people could.
 *
 * @throws {NotFound} if there is none, or it is not theirs, or they may read it and asked to write
 */
export async function openApplication(db: Database | Tx, actor: Actor, asked: Asked): Promise<Opened> {
  const { reference, questions, need, at } = asked
  if (actor.kind !== 'person') throw notFound('application')
  const application = await applicationByReference(db, reference, organisationsOf(actor), questions)
  if (application === undefined) throw notFound('application')
  if (await actsInPlaceOf(db, actor, application.leadId, at)) return { application, access: 'write', actor }
  const partner =
    need === 'read' &&
    (application.partnerState !== null || (await isPartnerFor(db, application.id, organisationsOf(actor), isoDay(at))))
  if (partner) return { application, access: 'read', actor }
  throw notFound('application')
}

/** Answers as the form engine takes them. */
export const valuesOf = (stored: StoredAnswers): Answers =>
  Object.fromEntries(
    Object.entries(stored)
      .filter(([, answer]) => answer.value !== null)
      .map(([question, answer]) => [question, answer.value]),
  )
