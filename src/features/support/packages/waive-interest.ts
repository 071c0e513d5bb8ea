import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type FieldProblem, readText } from '../../../core/rounds/field-problem.ts'
import type { Services } from '../../../platform/services.ts'
import { recordSupport } from '../record-support.ts'
import { holdFundOf } from './awards.store.ts'
import { insertWaiver, interestsIn } from './interests.store.ts'
import { openPackage, type PackageAsked } from './open-package.ts'

export type WaiverProblem = FieldProblem<'reason'> | { readonly code: 'nothing-to-waive' }

/**
 * Waives the interest of a supplier in the service of an award, as it was declared last. One that is declared anew is to
 * be waived anew.
 *
 * @throws {NotFound} if this person does not run the fund
 */
export async function waiveInterest(
  services: Services,
  actor: Actor,
  { supplier, reason, ...asked }: PackageAsked & { readonly supplier: string; readonly reason: string },
): Promise<Result<null, WaiverProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { award, actor: person } = await openPackage(tx, actor, asked)
    const read = readText('reason', reason, { most: 2000, needed: true })
    if (!read.ok) return read
    await holdFundOf(tx, award.id)
    const interest = (await interestsIn(tx, award.id)).find(({ supplierId }) => supplierId === supplier)
    if (interest === undefined || !interest.interested || interest.waiver !== null)
      return refused({ code: 'nothing-to-waive' })
    await insertWaiver(tx, award.id, interest, { reason: read.value, at: asked.at, by: person.personId })
    await recordSupport(tx, person, award.fundId, {
      action: 'support.interest-waived',
      at: asked.at,
      objectId: award.reference,
      facts: { supplier: interest.supplierId, number: interest.number },
    })
    return done(null)
  })
}
