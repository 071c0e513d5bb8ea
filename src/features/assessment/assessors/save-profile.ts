import { disciplines, type Expertise, serviceAreas } from '../../../core/assessment/index.ts'
import { authorityKinds } from '../../../core/authorities/authority.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { deliveryModels } from '../../../core/rules/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { organisationById, searchOrganisations } from '../../accounts/index.ts'
import { recordEvent } from '../../audit/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { settleAssignments } from '../assigning/settle-assignments.ts'
import { ensureSuppliers, scorableApplications } from '../sifting/sift.store.ts'
import type { AssessorProblem } from './assessors.messages.ts'
import {
  assessorOf,
  confirmInterests,
  type InterestKind,
  insertInterest,
  markInterestRemoved,
  saveBids,
  saveExpertise,
} from './assessors.store.ts'

type Own = { readonly actor: Actor; readonly round: RoundInFund; readonly at: Date }

/** Does something to one's own profile, with its audit event. @throws {NotFound} unless one has accepted to assess */
async function change<Value>(
  { db }: Services,
  { actor, round, at }: Own,
  action: string,
  act: (
    tx: Tx,
    key: { readonly roundId: string; readonly personId: string },
  ) => Promise<Result<Value, AssessorProblem>>,
): Promise<Result<Value, AssessorProblem>> {
  if (actor.kind !== 'person') throw notFound('assessor')
  const { personId } = actor
  return await db.transaction().execute(async (tx) => {
    if ((await assessorOf(tx, round.id, personId))?.state !== 'accepted') throw notFound('assessor')
    const result = await act(tx, { roundId: round.id, personId })
    if (!result.ok) return result
    const object = { objectType: 'assessor', objectId: personId, facts: { roundId: round.id } }
    await recordEvent(tx, { action, actorId: personId, fundId: round.fundId, at, ...object })
    return result
  })
}

export type ExpertiseTyped = Expertise & { readonly load: string }

/** Saves what an assessor knows and how many they would read; of each list only what it offers. */
export const saveOwnExpertise = async (
  services: Services,
  own: Own,
  typed: ExpertiseTyped,
): Promise<Result<undefined, AssessorProblem>> =>
  await change(services, own, 'assessor.expertise-saved', async (tx, key) => {
    const load = typed.load.trim()
    const loadWanted = load === '' ? null : Number(load)
    if (loadWanted !== null && (!/^\d{1,3}$/.test(load) || loadWanted < 1 || loadWanted > 500))
      return refused<AssessorProblem>({ code: 'load-wrong', field: 'load' })
    const among = (list: readonly string[], chosen: readonly string[]) => list.filter((each) => chosen.includes(each))
    const expertise = {
      serviceAreas: among(serviceAreas, typed.serviceAreas),
      deliveryModels: among(deliveryModels, typed.deliveryModels),
      disciplines: among(disciplines, typed.disciplines),
      authorityTypes: among(authorityKinds, typed.authorityTypes),
    }
    await saveExpertise(tx, key, { expertise, loadWanted })
    return done(undefined)
  })

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
export const addOwnInterest = async (
  services: Services,
  own: Own,
  typed: InterestTyped,
): Promise<Result<readonly Offered[], AssessorProblem>> =>
  await change(services, own, 'assessor.interest-added', async (tx, key) => {
    const { kind, endedOn } = typed
    const problems = interestProblems(typed)
    if (kind === undefined || endedOn === 'wrong' || problems.length > 0) return refused(...problems)
    const found = await bodyOf(tx, services, own.round, { ...typed, kind })
    if (!found.ok) return found
    if ('offered' in found.value) return done(found.value.offered)
    const id = services.newId()
    const lastOn = kind === 'employer' ? endedOn : null
    await insertInterest(tx, { ...key, id, kind, ...found.value, endedOn: lastOn, at: own.at })
    await settleAssignments(tx, { round: own.round, at: own.at, by: key.personId })
    return done<readonly Offered[]>([])
  })

const interestProblems = ({ kind, name, endedOn }: InterestTyped): readonly AssessorProblem[] => [
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
): Promise<Result<Found, AssessorProblem>> {
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
    return refused<AssessorProblem>({ code: 'not-in-register', field: 'name' })
  return done({ offered: found.length > 0 ? found : [{ id: 'company', name, region: null }] })
}

/** Takes an interest back. @throws {NotFound} if it is not theirs */
export const removeOwnInterest = async (
  services: Services,
  own: Own,
  id: string,
): Promise<Result<undefined, AssessorProblem>> =>
  await change(services, own, 'assessor.interest-removed', async (tx, key) => {
    if (!(await markInterestRemoved(tx, key, id, own.at))) throw notFound('interest')
    return done(undefined)
  })

/** Says that the list of employers, authorities and suppliers is whole. */
export const confirmOwnInterests = async (services: Services, own: Own): Promise<Result<undefined, AssessorProblem>> =>
  await change(services, own, 'assessor.interests-confirmed', async (tx, key) => {
    await confirmInterests(tx, key, own.at)
    return done(undefined)
  })

/** Saves what an assessor would like to read. What is not among what is scored is left out. */
export const saveOwnBids = async (
  services: Services,
  own: Own,
  bids: ReadonlyMap<string, string>,
): Promise<Result<number, AssessorProblem>> =>
  await change(services, own, 'assessor.bids-saved', async (tx, key) => {
    const rows = (await scorableApplications(tx, own.round.id)).flatMap(({ id, reference }) => {
      const bid = (['yes', 'maybe', 'no'] as const).find((each) => each === bids.get(reference))
      return bid === undefined ? [] : [{ applicationId: id, bid }]
    })
    if (rows.length > 0) await saveBids(tx, key.personId, rows, own.at)
    return done(rows.length)
  })
