import { notFound } from '../../core/errors.ts'
import { type Actor, may } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { type FundProblem, type FundTyped, readFund } from '../../core/rounds/read-fund.ts'
import type { Services } from '../../platform/services.ts'
import { giveRole } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { fundBySlug, insertFund } from './funds.store.ts'

/**
 * Makes a fund. Whoever makes it is the first of its programme team, so that no fund is without one.
 *
 * @returns the slug of the fund
 * @throws {NotFound} if the person does not look after the service
 */
export async function createFund(
  services: Services,
  request: { readonly actor: Actor; readonly typed: FundTyped; readonly at: Date },
): Promise<Result<{ readonly slug: string }, FundProblem>> {
  const { actor, typed, at } = request
  if (actor.kind !== 'person' || !may(actor, 'service:administer', null)) throw notFound('page')
  const read = readFund(typed)
  if (!read.ok) {
    const taken = (await fundBySlug(services.db, typed.slug.trim())) !== undefined
    return refused<FundProblem>(...read.problems, ...(taken ? [{ code: 'slug-taken', field: 'slug' } as const] : []))
  }
  const fund = read.value
  const id = services.newId()
  return await services.db.transaction().execute(async (tx) => {
    const made = await insertFund(tx, { ...fund, id, illustrative: false, sources: [], createdAt: at })
    if (!made) return refused<FundProblem>({ code: 'slug-taken', field: 'slug' })
    const by = actor.personId
    await recordEvent(tx, {
      action: 'fund.created',
      actorId: by,
      fundId: id,
      objectType: 'fund',
      objectId: id,
      at,
      facts: { ...fund },
    })
    await giveRole(tx, services, { personId: by, role: 'programme-team', fundId: id, by, at })
    return done({ slug: fund.slug })
  })
}
