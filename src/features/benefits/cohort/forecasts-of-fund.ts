import { fewOutturns } from '../../../core/benefits/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { publishedBenefitsPath } from '../../guidance/index.ts'
import type { ForecastsOut } from '../../reviews/index.ts'
import { acceptedAward } from '../awards.store.ts'
import { optimismHeadings, optimismRows } from './describe-cohort.ts'
import { publishedCohort } from './read-published.ts'

/**
 * How far forecasts of benefits were out in the fund of an award, as far as it is published, for reviews of others in it to
 * learn from: kinds of benefit of which there are enough outturns.
 *
 * @param application the reference of the application of the award
 * @returns undefined where there are enough of no kind
 */
export async function forecastsOfFund(db: Database, application: string): Promise<ForecastsOut | undefined> {
  const award = await acceptedAward(db, application)
  if (award === undefined) return undefined
  const { optimism } = await publishedCohort(db, award.fundId)
  const rows = optimismRows(optimism.filter(({ n }) => n >= fewOutturns))
  return rows.length === 0
    ? undefined
    : { fund: award.fundName, href: publishedBenefitsPath(award.fund), headings: optimismHeadings, rows }
}
