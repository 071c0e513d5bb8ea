import { bytesInMegabyte } from '../../core/files/index.ts'
import { MOST_MEGABYTES, type PostedFields, type Question } from '../../core/forms/index.ts'
import type { Services } from '../../platform/services.ts'
import { type KeptWithPage, keepFilesFor, type SentWithPage } from '../forms/index.ts'
import { entryOf, type PagePlace } from './page-place.ts'
import type { OpenSheet, SheetChange, SheetsOwner } from './sheets-owner.ts'

/** What goes with one page of a sheet, in one request. */
export const sentLimits = { count: 10, bytesEach: MOST_MEGABYTES * bytesInMegabyte }

type Sent = SheetChange & {
  readonly place: PagePlace
  readonly fields: PostedFields
  readonly files: readonly SentWithPage[]
}

/** A page as it was sent, with the files that were kept of it. */
export type SentSheet = KeptWithPage & { readonly open: OpenSheet; readonly questions: readonly Question[] }

/**
 * Keeps the files that came with a page of a sheet. They become part of what is written when the page is saved.
 *
 * @throws {NotFound} if the sheet is not this person's to write
 */
export async function keepSheetFiles(
  services: Services,
  owner: SheetsOwner,
  { place, fields, files, at, ...asked }: Sent,
): Promise<SentSheet> {
  const open = await owner.open(services.db, { ...asked, need: 'write' })
  const questions = open.sheet.questions(entryOf(open.sheet, place))
  const of = { owner: open.files, fundId: open.fundId ?? null, by: open.actor.personId, at }
  return { open, questions, ...(await keepFilesFor(services, questions, { fields, files }, of)) }
}
