import { type Claims, type Cohort, cohortOf } from '../../../core/benefits/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Fund } from '../../funds/index.ts'
import { acceptedAwardsOfFund, type BenefitAward } from '../awards.store.ts'
import { type BenefitsRead, readBenefitsOfAll } from '../read-benefits.ts'
import { keptApartOf } from './kept-apart.store.ts'

export type AwardRead = BenefitsRead & { readonly of: BenefitAward; readonly claims: Claims }

/** What an award may share with others. */
export const claimsOf = ({
  reference,
  title,
  organisation,
  partners,
}: Pick<BenefitAward, 'reference' | 'title' | 'organisation' | 'partners'>): Claims => ({
  reference,
  service: title,
  bodies: [organisation, ...partners],
})

/** The benefits of every award of a fund as they stand. Four statements, however many. */
export async function readCohort(
  db: Database | Tx,
  fund: Pick<Fund, 'id'>,
): Promise<{ readonly read: readonly AwardRead[]; readonly cohort: Cohort<BenefitAward> }> {
  const awards = await acceptedAwardsOfFund(db, fund.id)
  const benefits = await readBenefitsOfAll(db, awards)
  const read = awards.flatMap((of): readonly AwardRead[] => {
    const each = benefits.get(of.id)
    return each === undefined ? [] : [{ ...each, of, claims: claimsOf(of) }]
  })
  return { read, cohort: cohortOf(read, await keptApartOf(db, fund.id)) }
}
