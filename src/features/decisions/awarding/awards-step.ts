import { isLive } from '../../../core/awards/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { Step } from '../pages/decisions.ts'
import { awardsPath } from './awarding.paths.ts'
import { awardsOf } from './awards.store.ts'

/** Where the awards of a round stand, as one step of its decisions. */
export async function awardsStep(db: Database, { id, fund, slug }: RoundInFund): Promise<Step> {
  const live = (await awardsOf(db, id)).filter(isLive)
  const accepted = live.filter(({ state }) => state === 'accepted').length
  const standing = live.length === 0 ? 'None yet' : `${accepted} of ${live.length} accepted`
  return { text: 'Awards', href: awardsPath(fund.slug, slug), standing }
}
