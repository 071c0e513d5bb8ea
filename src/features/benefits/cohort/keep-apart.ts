import { type BenefitName, type BetweenAwards, type Claimed, nameOfBenefit } from '../../../core/benefits/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { findFund } from '../../funds/index.ts'
import { type BenefitAward, lockAward } from '../awards.store.ts'
import { recordBenefits } from '../record-benefits.ts'
import type { KeepApartProblem } from './cohort.messages.ts'
import { insertKeptApart } from './kept-apart.store.ts'
import { type AwardRead, readCohort } from './read-cohort.ts'

/** The longest reason, in characters. */
const mostCharacters = 300

/** A pair as a form names it. */
export const pairValue = ({ first, second }: Pick<BetweenAwards, 'first' | 'second'>): string =>
  [first, second].map((each) => nameText(nameOfBenefit(each))).join(' ')

const nameText = ({ reference, benefit }: BenefitName): string => `${reference}/${benefit}`

type Asked = {
  readonly fund: string
  readonly pair: string
  /** Whether both count, for a reason, or they are counted once again. */
  readonly both: boolean
  readonly reason: string
  readonly at: Date
}

/**
 * Says that two benefits of different awards both count, and why, or that they are counted once again.
 *
 * @throws {NotFound} if the fund is not this person's to run
 */
export async function keepApart(
  services: Services,
  actor: Actor,
  { fund: slug, pair, both, at, ...asked }: Asked,
): Promise<Result<null, KeepApartProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const fund = await findFund(tx, actor, 'benefits:run', slug)
    const { read, cohort } = await readCohort(tx, fund)
    if (actor.kind !== 'person') throw notFound('fund')
    const there = cohort.between.find((each) => pairValue(each) === pair)
    if (there === undefined) return refused({ code: 'not-one' })
    const reason = both ? asked.reason.trim() : ''
    if (both && reason === '') return refused({ code: 'reason-missing' })
    if (reason.length > mostCharacters) return refused({ code: 'reason-too-long', limit: mostCharacters })
    const [first, second] = [sideOf(read, there.first), sideOf(read, there.second)]
    await lockAward(tx, first.award.id)
    await insertKeptApart(tx, [inStore(first), inStore(second)], { reason, at, by: actor.personId })
    await recordBenefits(
      tx,
      { actor, award: first.award },
      {
        action: 'benefits.kept-apart',
        at,
        facts: {
          benefit: first.benefit,
          other: nameText({ reference: second.award.reference, benefit: second.benefit }),
          reason,
        },
      },
    )
    return done(null)
  })
}

type Side = { readonly award: BenefitAward; readonly benefit: string }

const inStore = ({ award, benefit }: Side) => ({ awardId: award.id, benefit })

function sideOf(read: readonly AwardRead[], { claims, benefit }: Claimed): Side {
  const award = read.find(({ of }) => of.reference === claims.reference)?.of
  if (award === undefined) throw new Error(`a pair names award ${claims.reference}, which was not read`)
  return { award, benefit: benefit.id }
}
