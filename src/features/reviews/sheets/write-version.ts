import type { Answers } from '../../../core/forms/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { OpenedReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import { insertVersion } from './entries.store.ts'

type Written = {
  readonly sheet: string
  readonly entry: string
  readonly version: number
  readonly content: Answers
}

/** Writes what somebody made of an entry as its next version, with its trace. */
export async function writeVersion(
  tx: Tx,
  opened: OpenedReview,
  { sheet, entry, version, content }: Written,
  at: Date,
): Promise<void> {
  const { review, actor } = opened
  await insertVersion(tx, { reviewId: review.id, sheet, entry, version, content, at, by: actor.personId })
  await recordReview(tx, opened, { action: 'review.written', at, facts: { sheet, entry, version } })
}
