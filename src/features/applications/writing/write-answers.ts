import { notFound } from '../../../core/errors.ts'
import { fundsWith, organisationsOf, type SignedIn } from '../../../core/permissions/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'
import { keysInFor } from '../keying/key-for-applicant.ts'
import { partnershipsFor } from '../partners/partners.store.ts'
import { actsInPlaceOf } from '../stand-in.ts'
import { type SavedRow, type SaveStatement, saveAnswersRow } from './answers.store.ts'

/** Answers of one page of a form, to be written by whoever may. */
export type PageToWrite = Omit<SaveStatement, 'organisationIds' | 'testFundIds' | 'personId'>

/**
 * Writes answers as this person: one statement, and more only for those who stand in the place of a body that is no more
 * or key in what came by email or on paper.
 *
 * @returns what came of it; nothing was written if the application is submitted or has another form
 * @throws {NotFound} if there is no such application, or the page is not this person's to write
 */
export async function writeAnswers(db: Database, actor: SignedIn, page: PageToWrite): Promise<SavedRow> {
  const statement = {
    ...page,
    organisationIds: organisationsOf(actor),
    testFundIds: fundsWith(actor, 'fund:edit'),
    personId: actor.personId,
  }
  const row = await saveAnswersRow(db, statement)
  if (row === undefined) throw notFound('application')
  if (row.mine) return row
  const inPlaceOf = await endedBodyOf(db, actor, row, page)
  if (inPlaceOf === undefined) throw notFound('application')
  const again = { ...statement, organisationIds: [...statement.organisationIds, inPlaceOf] }
  const second = await saveAnswersRow(db, again)
  if (second === undefined || !second.mine) throw notFound('application')
  return second
}

/**
 * The lead, or a partner that writes this page, when it is no more and this person is of the body that took over; the lead
 * too for whoever keys in what it sent by email or on paper.
 */
async function endedBodyOf(
  db: Database,
  actor: SignedIn,
  row: SavedRow,
  { reference, at, pageId }: PageToWrite,
): Promise<string | undefined> {
  if (await actsInPlaceOf(db, actor, row.leadId, at)) return row.leadId
  if ((await keysInFor(db, actor, reference)) !== undefined) return row.leadId
  const partnerships = await partnershipsFor(db, row.id, organisationsOf(actor), isoDay(at))
  return partnerships.find(({ state, pages }) => state === 'accepted' && (pages === null || pages.includes(pageId)))
    ?.organisationId
}
