import type { Database } from '../../../platform/database/database.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { Step } from '../pages/decisions.ts'
import { feedbackListPath } from './feedback.paths.ts'
import { feedbackOf } from './feedback.store.ts'
import { releaseOf } from './release.store.ts'

/** Where feedback stands, as one step of the decisions of a round. */
export async function feedbackStep(db: Database, { id, fund, slug }: RoundInFund): Promise<Step> {
  const release = await releaseOf(db, id)
  const all = await feedbackOf(db, id)
  const approved = all.filter(({ state }) => state === 'approved').length
  const standing =
    release !== undefined
      ? 'Released'
      : all.length === 0
        ? 'Not begun'
        : `${approved} of ${all.length === 1 ? '1 draft' : `${all.length} drafts`} approved`
  return { text: 'Feedback', href: feedbackListPath(fund.slug, slug), standing }
}
