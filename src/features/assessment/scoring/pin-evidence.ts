import type { ReplyVersion } from '../../../core/assessment/index.ts'
import type { Criterion } from '../../../core/rules/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { deleteEvidence, insertEvidence } from './evidence.store.ts'
import type { ReviewFields } from './posted-review.ts'
import { clarifiedOf, type FoundQuote, type OpenScored, quoteIn } from './read-scored.ts'

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
  const typed = opened.rules.criteria
    .map((criterion) => ({ criterion, text: fields.text(`quote-${criterion.id}`) }))
    .filter(({ text }) => text.trim() !== '')
  const clarified = typed.length === 0 ? new Map() : await clarifiedOf(services.db, opened)
  for (const { criterion, text } of typed) {
    const found = quoteIn(opened.content, clarified, text)
    if (found === undefined || !(await pinOne(services, opened, criterion, found, at))) unfound.add(criterion.id)
  }
  return unfound
}

async function pinOne(
  { db, newId }: Services,
  { review }: OpenScored,
  { id }: Criterion,
  found: FoundQuote,
  at: Date,
): Promise<boolean> {
  const pinned = review.evidence.filter(({ criterionId }) => criterionId === id)
  if (pinned.some((pin) => pin.quote === found.quote && isSameReply(pin.reply, found.reply))) return true
  if (pinned.length >= MOST_PINS) return false
  await insertEvidence(db, { id: newId(), reviewId: review.id, criterionId: id, ...found, at })
  return true
}

const isSameReply = (one: ReplyVersion | null, other: ReplyVersion | null): boolean =>
  one?.request === other?.request && one?.version === other?.version

/** Takes a pin away again, while the review is open. */
export const unpin = async (db: Database, { review }: OpenScored, evidenceId: string): Promise<void> => {
  if (review.evidence.some(({ id }) => id === evidenceId)) await deleteEvidence(db, evidenceId)
}
