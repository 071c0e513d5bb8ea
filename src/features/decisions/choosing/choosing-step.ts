import type { Database } from '../../../platform/database/database.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { Step } from '../pages/decisions.ts'
import { portfoliosPath } from './choosing.paths.ts'
import { portfoliosOf } from './portfolios.store.ts'

/** Where choosing a portfolio stands, as one step of the decisions. */
export async function choosingStep(db: Database, { id, fund, slug }: RoundInFund): Promise<Step> {
  const runs = await portfoliosOf(db, id)
  const done = runs.filter(({ state }) => state === 'done')
  const standing = done.length > 0 ? `${done.length} worked out` : runs.length > 0 ? 'Under way' : 'Not begun'
  return { text: 'Portfolios', href: portfoliosPath(fund.slug, slug), standing }
}
