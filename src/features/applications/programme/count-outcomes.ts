import { type ScreenedOutcome, screenedOutcome } from '../../../core/eligibility/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { formVersionById } from '../../forms/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { screeningsOfDrafts } from '../screening/screening.store.ts'
import { countSubmittedOutcomes } from '../submitting/submissions.store.ts'

export type CountedOutcome = ScreenedOutcome | 'none'

/** How many applications of a round came to an outcome. `drafts` is undefined where there is no screener to go by. */
export type OutcomeCount = {
  readonly outcome: CountedOutcome
  readonly submitted: number
  readonly drafts: number | undefined
}

const every: readonly CountedOutcome[] = ['pass', 'pass-with-caveats', 'fail', 'unanswered', 'none']

/**
 * What the rules say of the applications of a round: of each that is submitted what was fixed with it, and of each that is
 * being written what its screener was told, but nothing of what is written in it. Empty when the round has no rules.
 */
export async function countOutcomes(
  db: Database,
  { id, screenerVersionId }: Pick<RoundInFund, 'id' | 'screenerVersionId'>,
): Promise<readonly OutcomeCount[]> {
  const submitted = await countSubmittedOutcomes(db, id)
  const screener = screenerVersionId === null ? undefined : await formVersionById(db, screenerVersionId)
  const drafts =
    screener &&
    (await screeningsOfDrafts(db, id)).map((told) => screenedOutcome(screener.definition, told ?? undefined))
  const judged = [...submitted.keys()].some((outcome) => outcome !== 'none')
  if (drafts === undefined && !judged) return []
  return every
    .map((outcome) => ({
      outcome,
      submitted: submitted.get(outcome) ?? 0,
      drafts: drafts?.filter((each) => each === outcome).length,
    }))
    .filter(({ outcome, submitted: count }) =>
      outcome === 'none' ? count > 0 : outcome !== 'unanswered' || drafts !== undefined,
    )
}
