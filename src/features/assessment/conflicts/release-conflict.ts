import { longestReason } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { settleAssignments } from '../assigning/settle-assignments.ts'
import { sealedRulesOf } from '../sealed-rules.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import { insertReleases, withdrawReleases } from './conflicts.store.ts'
import { conflictsOf } from './read-conflicts.ts'

export type ReleaseProblem = {
  readonly code: 'reason-missing' | 'too-long' | 'nothing-soft' | 'not-released' | 'own-conflict'
  readonly field: 'reason'
}

type Request = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly at: Date
  readonly reference: string
  readonly personId: string
}

/** A pair of a round, with its conflicts. @throws {NotFound} if the round is not theirs to run, or has no such pair */
async function openPair(tx: Tx, { actor, path, reference, personId }: Request) {
  const round = await holdRound(tx, actor, 'assessment:run', path)
  const rules = await sealedRulesOf(tx, round.id)
  const application = (await scorableApplications(tx, round.id)).find((one) => one.reference === reference)
  if (rules === undefined || application === undefined) throw notFound('application')
  const conflicts = await conflictsOf(tx, round, rules, application.id, personId)
  if (conflicts.length === 0) throw notFound('conflict')
  return { round, conflicts, key: { applicationId: application.id, personId } }
}

/** Lets the soft conflicts of a pair stand, with a reason. Hard ones cannot be released. */
export async function releaseConflict(
  { db }: Services,
  request: Request & { readonly reason: string },
): Promise<Result<number, ReleaseProblem>> {
  const { actor, at } = request
  return await db.transaction().execute(async (tx) => {
    const { round, conflicts, key } = await openPair(tx, request)
    const reason = request.reason.trim()
    if (personIdOf(actor) === request.personId)
      return refused<ReleaseProblem>({ code: 'own-conflict', field: 'reason' })
    if (reason === '') return refused<ReleaseProblem>({ code: 'reason-missing', field: 'reason' })
    if (reason.length > longestReason) return refused<ReleaseProblem>({ code: 'too-long', field: 'reason' })
    const kinds = conflicts
      .filter(({ treatment, released }) => treatment === 'soft' && !released)
      .map(({ kind }) => kind)
    if (kinds.length === 0) return refused<ReleaseProblem>({ code: 'nothing-soft', field: 'reason' })
    const by = personIdOf(actor)
    await insertReleases(tx, key, { kinds, reason, at, by })
    await audit(tx, round, request, { action: 'conflict.released', by, kinds })
    return done(kinds.length)
  })
}

/** Takes the releases of a pair back: what they allowed is taken from the assessor at once. */
export async function withdrawRelease({ db }: Services, request: Request): Promise<Result<number, ReleaseProblem>> {
  const { actor, at } = request
  return await db.transaction().execute(async (tx) => {
    const { round, key } = await openPair(tx, request)
    const count = await withdrawReleases(tx, key, at)
    if (count === 0) return refused<ReleaseProblem>({ code: 'not-released', field: 'reason' })
    const by = personIdOf(actor)
    await audit(tx, round, request, { action: 'conflict.release-withdrawn', by, kinds: [] })
    await settleAssignments(tx, { round, at, by })
    return done(count)
  })
}

async function audit(
  tx: Tx,
  round: RoundInFund,
  { at, reference, personId }: Request,
  { action, by, kinds }: { readonly action: string; readonly by: string | null; readonly kinds: readonly string[] },
): Promise<void> {
  await recordEvent(tx, {
    action,
    actorId: by,
    fundId: round.fundId,
    objectType: 'application',
    objectId: reference,
    at,
    facts: { personId, kinds: [...kinds] },
  })
}
