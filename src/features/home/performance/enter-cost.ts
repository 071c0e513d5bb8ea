import { notFound } from '../../../core/errors.ts'
import { type Cost, type CostProblem, type CostTyped, readCost } from '../../../core/performance/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdFund } from '../../funds/index.ts'
import { insertCost } from './performance.store.ts'

/** Enters what running a fund cost in a month, with where that stands. @throws {NotFound} for whoever does not run the fund */
export async function enterCost(
  services: Services,
  {
    actor,
    fund: slug,
    typed,
    at,
  }: { readonly actor: Actor; readonly fund: string; readonly typed: CostTyped; readonly at: Date },
): Promise<Result<Cost, CostProblem>> {
  if (actor.kind !== 'person') throw notFound('fund')
  const { personId } = actor
  return await services.db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, actor, 'fund:edit', slug)
    const read = readCost(typed, isoDay(at).slice(0, 7))
    if (!read.ok) return read
    await insertCost(tx, { ...read.value, fundId: fund.id, at, by: personId })
    await recordEvent(tx, {
      action: 'service.cost-entered',
      actorId: personId,
      fundId: fund.id,
      objectType: 'fund',
      objectId: fund.id,
      at,
      facts: { ...read.value },
    })
    return done(read.value)
  })
}
