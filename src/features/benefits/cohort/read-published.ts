import { type Claimed, type Cohort, cohortOf, type FrozenReturn, ofReturn } from '../../../core/benefits/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type Fund, fundBySlug } from '../../funds/index.ts'
import { acceptedAwardsOfFund } from '../awards.store.ts'
import { publishedReturns } from '../returning/returns.store.ts'
import { keptApartOf } from './kept-apart.store.ts'
import { claimsOf } from './read-cohort.ts'

/** A return that was published, and whose it is. */
export type PublishedAward = FrozenReturn['award'] & {
  readonly months: number
  readonly sha256: string
  readonly publishedAt: Date
}

/** What is published of the benefits of a fund: of each award its last published return, and nothing written since. */
export type PublishedBenefits = { readonly fund: Fund; readonly cohort: Cohort<PublishedAward> }

/** What is published of a fund, by its id; of no award where nothing is. */
export async function publishedCohort(db: Database, fundId: string): Promise<Cohort<PublishedAward>> {
  const returns = await publishedReturns(db, fundId)
  const held = await acceptedAwardsOfFund(db, fundId)
  const awards = returns.map(({ frozen, sha256, publishedAt }) => {
    const { award, months } = frozen
    const partners = held.find(({ reference }) => reference === award.reference)?.partners ?? []
    return {
      ...ofReturn(frozen),
      of: { ...award, months, sha256, publishedAt },
      claims: claimsOf({ ...award, partners }),
    }
  })
  return cohortOf(awards, await keptApartOf(db, fundId))
}

/** @throws {NotFound} where nothing is published */
export async function readPublished(db: Database, slug: string): Promise<PublishedBenefits> {
  const fund = await fundBySlug(db, slug)
  const cohort = fund === undefined ? undefined : await publishedCohort(db, fund.id)
  if (fund === undefined || cohort === undefined || cohort.awards.length === 0) throw notFound('benefits')
  return { fund, cohort }
}

/** One award of what is published, with what its figures are made of. @throws {NotFound} where nothing is published of it */
export async function readPublishedAward(db: Database, slug: string, reference: string) {
  const { fund, cohort } = await readPublished(db, slug)
  const award = cohort.awards.find(({ of }) => of.reference === reference)
  if (award === undefined) throw notFound('benefits')
  const isOwn = ({ claims }: Claimed) => claims.reference === reference
  return {
    fund,
    ...award,
    outturns: cohort.outturns.filter(({ of }) => of === award.of),
    elsewhere: cohort.elsewhere.filter(({ benefit }) => isOwn(benefit)),
    kept: cohort.between.filter(({ first, second, kept }) => kept !== undefined && (isOwn(first) || isOwn(second))),
  }
}
