import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type FieldProblem, readText } from '../../../core/rounds/field-problem.ts'
import { readWorks } from '../../../core/support/index.ts'
import type { Services } from '../../../platform/services.ts'
import { findFund } from '../../funds/index.ts'
import { supportedAwards } from '../packages/awards.store.ts'
import { recordSupport } from '../record-support.ts'
import { insertLot } from './suppliers.store.ts'

export type LotProblem = FieldProblem<'lot-name'> | { readonly code: 'lot-there' }

type Asked = {
  readonly fund: string
  readonly name: string
  /** The kinds of help as ticked; none where it is for any. */
  readonly works: readonly string[]
  /** Of the application whose award it is for alone; '' for any. */
  readonly application: string
  readonly at: Date
}

/** Adds a lot to a fund. @throws {NotFound} if this person does not run it, or the award is none of it */
export async function addLot(
  services: Services,
  actor: Actor,
  { fund: slug, name, works, application, at }: Asked,
): Promise<Result<null, LotProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const fund = await findFund(tx, actor, 'support:run', slug)
    if (actor.kind !== 'person') throw notFound('fund')
    const awards = application === '' ? [] : await supportedAwards(tx, fund.id)
    const award = awards.find(({ reference }) => reference === application)
    if (application !== '' && award === undefined) throw notFound('award')
    const read = readText('lot-name', name, { most: 120, needed: true })
    if (!read.ok) return read
    const lot = {
      id: services.newId(),
      fundId: fund.id,
      name: read.value,
      works: readWorks(works),
      awardId: award?.id ?? null,
    }
    if (!(await insertLot(tx, { ...lot, at, by: actor.personId }))) return refused({ code: 'lot-there' })
    const facts = { name: lot.name, works: lot.works, award: application }
    await recordSupport(tx, actor, fund.id, { action: 'support.lot-added', at, objectId: lot.id, facts })
    return done(null)
  })
}
