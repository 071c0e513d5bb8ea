import type { Criterion } from '../../../core/rules/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { deleteEvidence, insertEvidence } from './evidence.store.ts'
import type { ReviewFields } from './posted-review.ts'
import { type OpenScored, quoteIn } from './read-scored.ts'

/** So many passages may be pinned for one criterion. */
export const MOST_PINS = 10

/**
 * Pins every passage that stands in the boxes of a page, each for its criterion. What is pinned already is not pinned twice.
 *
 * @returns the criteria of which the passage stands in no answer, or that have as many pins as they may
 */
export async function pinTyped(
  services: Services,
  opened: OpenScored,
  fields: ReviewFields,
  at: Date,
): Promise<ReadonlySet<string>> {
  const unfound = new Set<string>()
  for (const criterion of opened.rules.criteria) {
    const typed = fields.text(`quote-${criterion.id}`)
    if (typed.trim() === '') continue
    if (!(await pinOne(services, opened, criterion, typed, at))) unfound.add(criterion.id)
  }
  return unfound
}

async function pinOne(
  { db, newId }: Services,
  { content, review }: OpenScored,
  { id }: Criterion,
  typed: string,
  at: Date,
): Promise<boolean> {
  const found = quoteIn(content, typed)
  if (found === undefined) return false
  const pinned = review.evidence.filter(({ criterionId }) => criterionId === id)
  if (pinned.some(({ quote }) => quote === found.quote)) return true
  if (pinned.length >= MOST_PINS) return false
  await insertEvidence(db, { id: newId(), reviewId: review.id, criterionId: id, ...found, at })
  return true
}

/** Takes a pin away again, while the review is open. */
export const unpin = async (db: Database, { review }: OpenScored, evidenceId: string): Promise<void> => {
  if (review.evidence.some(({ id }) => id === evidenceId)) await deleteEvidence(db, evidenceId)
}
