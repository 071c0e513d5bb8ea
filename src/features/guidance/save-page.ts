import { notFound } from '../../core/errors.ts'
import { done, type Result } from '../../core/result.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { roundById } from '../funds/index.ts'
import { type PageProblem, readPage } from './check-page.ts'
import type { ChangeKind, PageSlug } from './guidance-parts.ts'
import { holdPage, type PageText, saveDraft } from './pages.store.ts'

/** What is to be kept, by whom. `personId` null: the service itself, when it fills an empty database. */
export type PageToSave = PageText & {
  readonly roundId: string
  readonly slug: PageSlug
  readonly changeNote?: string
  readonly changeKind?: ChangeKind
  readonly personId: string | null
  readonly at: Date
}

/**
 * Keeps the draft of a page: over the draft there is, or as the next version. What is published stays as it is.
 *
 * Who may do so, and whether they saw what they write over, is asked by the caller.
 *
 * @throws {NotFound} if there is no such round
 */
export async function savePage(
  tx: Tx,
  services: Pick<Services, 'newId'>,
  page: PageToSave,
): Promise<Result<{ readonly number: number; readonly revision: number }, PageProblem>> {
  const { roundId, slug, personId, at } = page
  const read = readPage({ ...page, changeNote: page.changeNote ?? '', changeKind: page.changeKind ?? 'content' })
  if (!read.ok) return read
  const round = await roundById(tx, roundId)
  if (round === undefined) throw notFound('round')
  const pageId = await holdPage(tx, services.newId(), roundId, slug)
  const saved = await saveDraft(tx, pageId, { ...read.value, personId, at })
  await recordEvent(tx, {
    action: 'page.saved',
    actorId: personId,
    fundId: round.fundId,
    objectType: 'page',
    objectId: pageId,
    at,
    facts: { round: roundId, slug, number: saved.number, revision: saved.revision },
  })
  return done(saved)
}
