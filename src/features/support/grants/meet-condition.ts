import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type FieldProblem, readText } from '../../../core/rounds/field-problem.ts'
import type { Services } from '../../../platform/services.ts'
import { tellAward } from '../tell-award.ts'
import { conditionMetMail } from './grants-mail.messages.ts'
import { type GrantDoing, holdGrant, isMet } from './open-grant.ts'
import { recordGrant } from './record-grant.ts'
import { insertConditionMet } from './schedules.store.ts'

/**
 * Says that what holds an instalment is met, and how that is known.
 *
 * @throws {NotFound} if this person does not run the fund, or there is no such instalment with a condition
 */
export async function meetCondition(
  services: Services,
  actor: Actor,
  { instalment, reason, ...asked }: GrantDoing & { readonly instalment: number; readonly reason: string },
): Promise<Result<null, FieldProblem<'condition-reason'> | { readonly code: 'nothing-waits' }>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdGrant(tx, actor, asked, 'team')
    const { award, grant } = opened
    const held = grant.instalments.find((each) => each.number === instalment)
    if (held === undefined || held.condition === '') throw notFound('condition')
    if (isMet(held, grant.met)) return refused({ code: 'nothing-waits' })
    const read = readText('condition-reason', reason, { most: 2000, needed: true })
    if (!read.ok) return read
    const schedule = grant.schedules[0]?.number ?? 0
    const doing = { at: asked.at, by: opened.actor.personId }
    await insertConditionMet(tx, award.id, { schedule, instalment, reason: read.value, ...doing })
    await recordGrant(tx, opened, { action: 'grant.condition-met', at: asked.at, facts: { instalment } })
    await tellAward(tx, services, award, 'council', (say) => say(conditionMetMail)(award, held.title))
    return done(null)
  })
}
