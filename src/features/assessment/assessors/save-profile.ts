import { disciplines, type Expertise, serviceAreas } from '../../../core/assessment/index.ts'
import { authorityKinds } from '../../../core/authorities/authority.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { deliveryModels } from '../../../core/rules/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import type { AssessorProblem } from './assessors.messages.ts'
import { assessorOf, saveBids, saveExpertise } from './assessors.store.ts'

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
