import { notFound } from '../../core/errors.ts'
import type { Answers } from '../../core/forms/index.ts'
import { type Actor, may, organisationsOf, type SignedIn } from '../../core/permissions/index.ts'
import { isoDay } from '../../core/time/day.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { applicationByReference, type StoredAnswers, type WithAnswers } from './applications.store.ts'
import { keysInFor } from './keying/key-for-applicant.ts'
import { type Partnership, partnershipsFor } from './partners/partners.store.ts'
import { actsInPlaceOf } from './stand-in.ts'

/**
 * What the reader may do: people of the lead write and answer for it; those of a partner that has accepted, and whoever
 * joined by an invitation, contribute, which is to write the pages given to them; those of a partner that is asked, or was
 * given none, read.
 */
export type Access = 'write' | 'contribute' | 'read'

export type Opened = {
  readonly application: WithAnswers
  readonly access: Access
  /** The pages of the form whose answers this person may write. */
  readonly writes: readonly string[] | 'all'
  readonly actor: SignedIn
}

type Asked = {
  readonly reference: string
  /** The answers to read with it, in the same statement. */
  readonly questions: readonly string[] | 'all'
  /** Whether the states of its files are read too. */
  readonly files?: boolean
  readonly need: 'write' | 'read'
  readonly at: Date
  /** The page of the form that is read, if it is one. */
  readonly pageId?: string
}

/**
 * An application for somebody of its lead or of a partner, in one statement. People of the body that took over from a
 * lead or partner that is no more may do what its own people could; the programme team keys in what came by email or on
 * paper.
 *
 * @throws {NotFound} if there is none, or it is not theirs, or they may read or contribute and asked to write for the lead
 */
export async function openApplication(db: Database | Tx, actor: Actor, asked: Asked): Promise<Opened> {
  const { reference, questions, files = false, need, at } = asked
  if (actor.kind !== 'person') throw notFound('application')
  const reader = { personId: actor.personId, pageId: asked.pageId, withFiles: files, at }
  const application = await applicationByReference(db, reference, organisationsOf(actor), questions, reader)
  if (application === undefined) throw notFound('application')
  if (application.mode === 'test') {
    // A test belongs to those who run the fund, not to the body that it is made up for.
    if (!may(actor, 'fund:edit', application.fundId)) throw notFound('application')
    return { application, access: 'write', writes: 'all', actor }
  }
  if (await actsInPlaceOf(db, actor, application.leadId, at)) {
    return { application, access: 'write', writes: 'all', actor }
  }
  if ((await keysInFor(db, actor, reference)) !== undefined) {
    return { application, access: 'write', writes: 'all', actor }
  }
  if (need === 'write') throw notFound('application')
  const { contribution } = application
  const partnership = contribution === null ? await partnershipOf(db, actor, application, at) : undefined
  if (contribution === null && partnership === undefined) throw notFound('application')
  const writes = contribution !== null ? (contribution.pages ?? 'all') : writesOf(partnership)
  return { application, access: writes.length === 0 ? 'read' : 'contribute', writes, actor }
}

type Stands = Pick<Partnership, 'state' | 'pages'>

/** Read with the application for the reader's own bodies; asked for only when they may stand in a partner's place. */
async function partnershipOf(
  db: Database | Tx,
  actor: SignedIn,
  { id, partnerState, partnerPages }: WithAnswers,
  at: Date,
): Promise<Stands | undefined> {
  if (partnerState !== null) return { state: partnerState, pages: partnerPages }
  return (await partnershipsFor(db, id, organisationsOf(actor), isoDay(at)))[0]
}

const writesOf = (partnership: Stands | undefined): Opened['writes'] =>
  partnership?.state === 'accepted' ? (partnership.pages ?? 'all') : []

/**
 * The same for somebody who writes some of it: what those who write say to one another is not for those who only read.
 *
 * @throws {NotFound} if it is not this person's to write any of
 */
export async function openToWriters(
  db: Database | Tx,
  actor: Actor,
  asked: Omit<Asked, 'need' | 'questions'> & Partial<Pick<Asked, 'questions'>>,
): Promise<Opened> {
  const opened = await openApplication(db, actor, { questions: [], ...asked, need: 'read' })
  if (opened.access === 'read') throw notFound('application')
  return opened
}

/** Whether this person may write the answers of a page. */
export const writesPage = ({ writes }: Pick<Opened, 'writes'>, page: string): boolean =>
  writes === 'all' || writes.includes(page)

/** Answers as the form engine takes them. */
export const valuesOf = (stored: StoredAnswers): Answers =>
  Object.fromEntries(
    Object.entries(stored)
      .filter(([, answer]) => answer.value !== null)
      .map(([question, answer]) => [question, answer.value]),
  )
