import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type FieldProblem, readText } from '../../../core/rounds/field-problem.ts'
import type { Services } from '../../../platform/services.ts'
import { holdFundOf } from '../packages/awards.store.ts'
import { insertInterest } from '../packages/interests.store.ts'
import { recordSupport } from '../record-support.ts'
import { awardsToDeclare, suppliersOfPerson } from '../suppliers/people.store.ts'

export type InterestProblem = FieldProblem<'what'> | { readonly code: 'interest-missing' }

type Asked = {
  readonly supplier: string
  readonly application: string
  /** 'yes', 'no' or '' */
  readonly interested: string
  readonly what: string
  readonly at: Date
}

/**
 * Says for a supplier whether it has an interest in the service of an award. It can be said anew: what was said before
 * is kept, and a waiver is of what was said then.
 *
 * @throws {NotFound} if this person does not work for the supplier, or the award is not of its lots
 */
export async function declareInterest(
  services: Services,
  actor: Actor,
  { supplier, application, interested, what, at }: Asked,
): Promise<Result<null, InterestProblem>> {
  if (actor.kind !== 'person') throw notFound('supplier')
  return await services.db.transaction().execute(async (tx) => {
    const works = (await suppliersOfPerson(tx, actor.personId)).find(({ supplierId }) => supplierId === supplier)
    const award = (await awardsToDeclare(tx, actor.personId)).find(
      (each) => each.supplierId === supplier && each.application === application,
    )
    if (works === undefined || award === undefined) throw notFound('award')
    if (interested !== 'yes' && interested !== 'no') return refused({ code: 'interest-missing' })
    const read = readText('what', interested === 'yes' ? what : '', { most: 2000, needed: interested === 'yes' })
    if (!read.ok) return read
    await holdFundOf(tx, award.awardId)
    const said = { supplierId: supplier, awardId: award.awardId, what: read.value }
    await insertInterest(tx, { ...said, at, by: actor.personId })
    await recordSupport(tx, actor, works.fundId, {
      action: 'support.interest-declared',
      at,
      objectId: application,
      facts: { supplier, interested: interested === 'yes' },
    })
    return done(null)
  })
}
