import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type ReturnProblem, type ReturnTyped, readReturn } from '../../../core/support/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { tellAward } from '../tell-award.ts'
import { returnedMail } from './grants-mail.messages.ts'
import { type GrantDoing, holdGrant } from './open-grant.ts'
import { recordGrant } from './record-grant.ts'
import { insertReturn } from './settling.store.ts'

export type RecordReturnProblem = ReturnProblem | { readonly code: 'beyond-paid'; readonly leftPence: number }

/** Records money of a grant that came back. @throws {NotFound} if this person does not run the fund */
export async function recordReturn(
  services: Services,
  actor: Actor,
  { typed, ...asked }: GrantDoing & { readonly typed: ReturnTyped },
): Promise<Result<null, RecordReturnProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdGrant(tx, actor, asked, 'team')
    const { award, grant } = opened
    const [from] = grant.claims.flatMap(({ paidOn }) => (paidOn === null ? [] : [paidOn])).toSorted()
    const read = readReturn(typed, { from, today: isoDay(asked.at) })
    if (!read.ok) return read
    const leftPence = grant.money.paidPence - grant.money.returnedPence
    if (read.value.pence > leftPence) return refused({ code: 'beyond-paid', leftPence })
    const number = grant.returns.length + 1
    await insertReturn(tx, award.id, { ...read.value, number, at: asked.at, by: opened.actor.personId })
    const { pence, returnedOn } = read.value
    await recordGrant(tx, opened, { action: 'grant.returned', at: asked.at, facts: { number, pence, returnedOn } })
    await tellAward(tx, services, award, 'council', (say) => say(returnedMail)(award, pence))
    return done(null)
  })
}
