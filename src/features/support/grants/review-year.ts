import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import {
  paidInYear,
  readYearEnd,
  type YearEndProblem,
  type YearEndTyped,
  yearsOver,
} from '../../../core/support/index.ts'
import { type IsoDay, isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { tellAward } from '../tell-award.ts'
import { yearEndMail } from './grants-mail.messages.ts'
import { type Grant, type GrantDoing, holdGrant } from './open-grant.ts'
import { recordGrant } from './record-grant.ts'
import { insertYearEnd } from './settling.store.ts'

export type ReviewYearProblem = YearEndProblem | { readonly code: 'no-statement' }

/**
 * Reconciles what was paid of a grant in a financial year with the ledger, and says whether it goes on. A year is reviewed
 * once the finance officer has stated the use of the grant until its end.
 *
 * @throws {NotFound} if this person does not run the fund
 */
export async function reviewYear(
  services: Services,
  actor: Actor,
  { typed, ...asked }: GrantDoing & { readonly typed: YearEndTyped },
): Promise<Result<null, ReviewYearProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdGrant(tx, actor, asked, 'team')
    const { award, grant } = opened
    const read = readYearEnd(typed, reviewableYears(grant, isoDay(asked.at)))
    if (!read.ok) return read
    const { year, ledgerPence, finding } = read.value
    if (!grant.statements.some(({ untilOn }) => untilOn >= `${year + 1}-03-31`))
      return refused({ code: 'no-statement' })
    const number = grant.yearEnds.filter((each) => each.year === year).length + 1
    const paidPence = paidInYear(grant.claims, year)
    await insertYearEnd(tx, award.id, { ...read.value, number, paidPence, at: asked.at, by: opened.actor.personId })
    await recordGrant(tx, opened, {
      action: 'grant.year-reviewed',
      at: asked.at,
      facts: { year, number, paidPence, ledgerPence, finding },
    })
    await tellAward(tx, services, award, 'council', (say) => say(yearEndMail)(award, year, finding))
    return done(null)
  })
}

/** The financial years of a grant that are over. */
export const reviewableYears = ({ claims }: Grant, today: IsoDay): readonly number[] =>
  yearsOver(
    claims
      .flatMap(({ paidOn }) => (paidOn === null ? [] : [paidOn]))
      .sort()
      .at(0),
    today,
  )
