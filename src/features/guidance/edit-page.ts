import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { type Result, refused } from '../../core/result.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { type PageProblem, type PageTyped, readPage, sameText, seenState } from './check-page.ts'
import { findManagedRound } from './find-round.ts'
import type { RoundAddress } from './guidance.paths.ts'
import type { PageSlug } from './guidance-parts.ts'
import { holdPage, pageInHand } from './pages.store.ts'
import { publishPage } from './publish-page.ts'
import { savePage } from './save-page.ts'

/** A page as somebody of the programme team typed it. */
export type PageEdit = {
  readonly actor: Actor
  readonly address: RoundAddress
  readonly slug: PageSlug
  readonly typed: PageTyped
  /** The state of the page that they began with. */
  readonly seen: string
  readonly publish: boolean
  readonly at: Date
  readonly origin: string
}

/**
 * Keeps what somebody typed as the draft of a page, and publishes it if asked to. When somebody else has saved the page
 * since it was opened, nothing is kept and the problem carries what they wrote: whoever is later sees both and decides.
 *
 * @throws {NotFound} if it is not there, or not theirs to edit
 */
export async function editPage(
  services: Services,
  edit: PageEdit,
): Promise<Result<{ readonly number: number }, PageProblem>> {
  const read = readPage(edit.typed)
  return await services.db.transaction().execute(async (tx) => {
    const round = await findManagedRound(tx, edit.actor, 'fund:edit', edit.address)
    await holdPage(tx, services.newId(), round.id, edit.slug)
    const clash = await clashOf(tx, round.id, edit)
    if (!read.ok) return refused(...read.problems, ...clash)
    if (clash.length > 0) return refused(...clash)
    const target = { roundId: round.id, slug: edit.slug, personId: personIdOf(edit.actor), at: edit.at }
    if (!edit.publish) return await savePage(tx, services, { ...target, ...read.value })
    return await saveAndPublish(tx, services, { ...target, ...read.value }, edit.origin)
  })
}

async function clashOf(tx: Tx, roundId: string, { slug, seen, typed }: PageEdit): Promise<readonly PageProblem[]> {
  const page = await pageInHand(tx, roundId, slug)
  const theirs = page.draft ?? page.published
  if (theirs === undefined || seenState(page) === seen || sameText(theirs, typed)) return []
  return [{ code: 'changed-meanwhile', theirs }]
}

/** The draft is kept even if it cannot be published as it is: what was typed is never lost. */
async function saveAndPublish(
  tx: Tx,
  services: Services,
  page: Parameters<typeof savePage>[2],
  origin: string,
): Promise<Result<{ readonly number: number }, PageProblem>> {
  const saved = await savePage(tx, services, page)
  if (!saved.ok) return saved
  const { roundId, slug, personId, at } = page
  return await publishPage(tx, services, { roundId, slug, personId, at, origin })
}
