import { notFound } from '../../../core/errors.ts'
import { type Actor, may } from '../../../core/permissions/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { eligibleOrganisations, type Organisation, searchOrganisations } from '../../accounts/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { formVersionById } from '../../forms/index.ts'
import { findRound, insertTestRound, type RoundInFund, type RoundPath, roundById } from '../../funds/index.ts'
import { addApplication } from '../starting/start-application.ts'
import { deleteTestRow, fundOfTest } from './tests.store.ts'

type Asked = { readonly actor: Actor; readonly path: RoundPath; readonly versionId: string; readonly at: Date }

/**
 * Starts a test application on a version of a form, draft or published. It is in a round of its own, like the real one but
 * for what would write to others: it asks for no partners, sign-offs or screener. A made-up body leads it, if the register
 * has one.
 *
 * @throws {NotFound} if the round or the version is not there, or not theirs to try
 */
export async function startTest(services: Services, { actor, path, versionId, at }: Asked): Promise<string> {
  if (actor.kind !== 'person') throw notFound('round')
  const { personId } = actor
  const round = await findRound(services.db, actor, 'fund:edit', path)
  const version = await formVersionById(services.db, versionId)
  if (version === undefined || version.fundId !== round.fundId) throw notFound('form version')
  const lead = await bodyForTests(services, round, at)
  return await services.db.transaction().execute(async (tx) => {
    const id = services.newId()
    await insertTestRound(tx, {
      id,
      of: round.id,
      slug: `test-${id}`,
      formVersionId: version.id,
      leadKind: lead.kind,
      at,
    })
    const own = await roundById(tx, id)
    if (own === undefined) throw new Error('the round of a test was not written')
    const started = { round: own, leadId: lead.id, formVersionId: version.id, at, personId, mode: 'test' as const }
    const reference = await addApplication(tx, services, started)
    await recordEvent(tx, {
      action: 'application.test-started',
      actorId: personId,
      fundId: round.fundId,
      objectType: 'application',
      objectId: reference,
      at,
      facts: { round: round.id, version: version.id },
    })
    return reference
  })
}

/** A made-up body of a kind that may lead, or any made-up one, or else the first real one that may. */
async function bodyForTests({ db }: Services, round: RoundInFund, at: Date): Promise<Organisation> {
  const on = isoDay(at)
  const [madeUp] = await eligibleOrganisations(db, { kinds: round.eligibleKinds, on, illustrative: true })
  if (madeUp !== undefined) return madeUp
  const [other] = await searchOrganisations(db, { illustrative: true, on, limit: 1 })
  if (other !== undefined) return other
  const [real] = await eligibleOrganisations(db, { kinds: round.eligibleKinds, on })
  if (real === undefined) throw notFound('body to test with')
  return real
}

/**
 * Deletes a test application with all that was written in it.
 *
 * @throws {NotFound} if there is no such test, or it is not theirs to delete
 */
export async function deleteTest(
  services: Services,
  { actor, id, at }: { readonly actor: Actor; readonly id: string; readonly at: Date },
): Promise<void> {
  await services.db.transaction().execute(async (tx) => {
    const fundId = await fundOfTest(tx, id)
    if (actor.kind !== 'person' || fundId === undefined || !may(actor, 'fund:edit', fundId)) throw notFound('test')
    await deleteTestRow(tx, id)
    await recordEvent(tx, {
      action: 'application.test-deleted',
      actorId: actor.personId,
      fundId,
      objectType: 'application',
      objectId: id,
      at,
      facts: {},
    })
  })
}
