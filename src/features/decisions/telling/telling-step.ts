import { ukTime } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { decisionOf } from '../deciding/decision.store.ts'
import type { Step } from '../pages/decisions.ts'
import { tellingPath } from './telling.paths.ts'

/** Whether everybody is told, as one step of the decisions of a round. */
export async function tellingStep(db: Database, { id, fund, slug }: RoundInFund): Promise<Step> {
  const decision = await decisionOf(db, id)
  const standing =
    decision === undefined
      ? 'After the decision'
      : decision.toldAt === null
        ? `Not before ${ukTime(decision.tellAt)}`
        : `Told at ${ukTime(decision.toldAt)}`
  return { text: 'Telling everybody', href: tellingPath(fund.slug, slug), standing }
}
