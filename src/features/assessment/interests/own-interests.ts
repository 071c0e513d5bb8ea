import { notFound } from '../../../core/errors.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { organisationById, searchOrganisations } from '../../accounts/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { ensureSuppliers } from '../sifting/sift.store.ts'
import { type InterestKind, insertInterest, markInterestRemoved } from './interests.store.ts'

export type InterestProblem =
  | { readonly code: 'kind-missing'; readonly field: 'kind' }
  | { readonly code: 'name-missing' | 'name-too-long' | 'not-in-register'; readonly field: 'name' }
  | { readonly code: 'day-wrong'; readonly field: 'ended-day' }

/** Somebody who says whom they have to do with in a round: an assessor of it, or a member of its panel. */
export type OwnInterests = {
  readonly round: RoundInFund
  readonly at: Date
  /** Who they are. @throws {NotFound} if they are not, or not any more */
  readonly find: (db: Database | Tx) => Promise<{ readonly personId: string }>
  /** Leaves the trace of what they said. */
  readonly record: (tx: Tx, what: 'added' | 'removed' | 'confirmed') => Promise<void>
  /** Takes from them what they may not read any more. */
  readonly settle: (tx: Tx) => Promise<void>
  readonly confirm: (tx: Tx, personId: string) => Promise<void>
}

export type InterestTyped = {
  readonly kind: InterestKind | undefined
  readonly name: string
  /** The id of a body that was chosen from several, or `company` for one that is none of them. */
  readonly chosen: string
  /** `wrong` when what was typed is no day. */
  readonly endedOn: string | null | 'wrong'
}

/** A body that may be meant. */
export type Offered = { readonly id: string; readonly name: string; readonly region: string | null }

/**
 * Adds an employer, an authority, a supplier or a home. What conflicts with it is taken from them at once.
 *
 * @returns the bodies to choose from when several may be meant; none when it is added
 */
export async function addInterest(
  services: Services,
  own: OwnInterests,
  typed: InterestTyped,
): Promise<Result<readonly Offered[], InterestProblem>> {
  const { round, at } = own
  return await services.db.transaction().execute(async (tx) => {
    const { personId } = await own.find(tx)
    const { kind, endedOn } = typed
    const problems = interestProblems(typed)
    if (kind === undefined || endedOn === 'wrong' || problems.length > 0) return refused(...problems)
    const found = await bodyOf(tx, services, round, { ...typed, kind })
    if (!found.ok) return found
    if ('offered' in found.value) return done(found.value.offered)
    const key = { id: services.newId(), roundId: round.id, personId }
    const lastOn = kind === 'employer' ? endedOn : null
    await insertInterest(tx, { ...key, kind, ...found.value, endedOn: lastOn, at })
    await own.record(tx, 'added')
    await own.settle(tx)
    return done<readonly Offered[]>([])
  })
}

const interestProblems = ({ kind, name, endedOn }: InterestTyped): readonly InterestProblem[] => [
  ...(kind === undefined ? [{ code: 'kind-missing', field: 'kind' } as const] : []),
  ...(name === '' ? [{ code: 'name-missing', field: 'name' } as const] : []),
  ...(name.length > 200 ? [{ code: 'name-too-long', field: 'name' } as const] : []),
  ...(endedOn === 'wrong' ? [{ code: 'day-wrong', field: 'ended-day' } as const] : []),
]

type Found =
  | { readonly organisationId: string | null; readonly supplierId: string | null }
  | { readonly offered: readonly Offered[] }

async function bodyOf(
  tx: Tx,
  services: Services,
  round: RoundInFund,
  { kind, name, chosen }: { readonly kind: InterestKind; readonly name: string; readonly chosen: string },
): Promise<Result<Found, InterestProblem>> {
  if (kind === 'supplier' || (kind === 'employer' && chosen === 'company')) {
    const suppliers = [{ id: services.newId(), name }]
    const ids = await ensureSuppliers(tx, { fundId: round.fundId, illustrative: round.illustrative, suppliers })
    return done({ organisationId: null, supplierId: ids.get(name.toLowerCase()) ?? null })
  }
  const body = chosen === '' || chosen === 'company' ? undefined : await organisationById(tx, chosen)
  if (body !== undefined) return done({ organisationId: body.id, supplierId: null })
  const found = await searchOrganisations(tx, { query: name, limit: 20 })
  const same = found.filter((one) => one.name.toLowerCase() === name.toLowerCase())
  const [only] = same.length === 1 ? same : []
  if (only !== undefined) return done({ organisationId: only.id, supplierId: null })
  if (found.length === 0 && kind !== 'employer')
    return refused<InterestProblem>({ code: 'not-in-register', field: 'name' })
  return done({ offered: found.length > 0 ? found : [{ id: 'company', name, region: null }] })
}

/** Takes an interest back. @throws {NotFound} if it is not theirs */
export async function removeInterest({ db }: Services, own: OwnInterests, id: string): Promise<void> {
  const { round, at } = own
  await db.transaction().execute(async (tx) => {
    const { personId } = await own.find(tx)
    if (!(await markInterestRemoved(tx, { roundId: round.id, personId }, id, at))) throw notFound('interest')
    await own.record(tx, 'removed')
  })
}

/** Says that the list of employers, authorities and suppliers is whole. @throws {NotFound} if there is no such person */
export async function confirmInterests({ db }: Services, own: OwnInterests): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { personId } = await own.find(tx)
    await own.confirm(tx, personId)
    await own.record(tx, 'confirmed')
  })
}
