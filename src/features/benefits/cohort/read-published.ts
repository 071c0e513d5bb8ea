import { type Cohort, cohortOf, type FrozenReturn, ofReturn } from '../../../core/benefits/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type Fund, fundBySlug } from '../../funds/index.ts'
import { publishedReturns } from '../returning/returns.store.ts'

/** A return that was published, and whose it is. */
export type PublishedAward = FrozenReturn['award'] & {
  readonly months: number
  readonly sha256: string
  readonly publishedAt: Date
}

/** What is published of the benefits of a fund: of each award its last published return, and nothing written since. */
export type PublishedBenefits = { readonly fund: Fund; readonly cohort: Cohort<PublishedAward> }

/** @param reference one award of the fund; all of them where it is left out. @throws {NotFound} where nothing is published */
export async function readPublished(db: Database, slug: string, reference?: string): Promise<PublishedBenefits> {
  const fund = await fundBySlug(db, slug)
  const returns = fund === undefined ? [] : await publishedReturns(db, fund.id)
  const asked = returns.filter(({ frozen }) => reference === undefined || frozen.award.reference === reference)
  if (fund === undefined || asked.length === 0) throw notFound('benefits')
  const awards = asked.map(({ frozen, sha256, publishedAt }) => ({
    ...ofReturn(frozen),
    of: { ...frozen.award, months: frozen.months, sha256, publishedAt },
  }))
  return { fund, cohort: cohortOf(awards) }
}
