import { authorityKinds } from '../../core/authorities/authority.ts'
import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { listChanges } from '../../core/rounds/list-changes.ts'
import { type RoundProblem, type RoundTyped, readRound } from '../../core/rounds/read-round.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { holdRound, type RoundPath } from './find-round.ts'
import { roundSlugTaken, updateRound } from './funds.store.ts'
import { isSealedInPublic } from './sealing/read-lock.ts'
import { sealAgain } from './sealing/seal-rules.ts'
import { nobodyYet, type SealingSeams } from './sealing/sealing-seams.ts'

export type ChangeRoundProblem =
  | RoundProblem
  | { readonly code: 'reason-missing'; readonly field: 'reason' }
  | { readonly code: 'kinds-locked'; readonly field: 'eligibleKinds' }
  | { readonly code: 'scoring-begun'; readonly field: 'assessorsPerApplication' | 'panelMembers' }

/**
 * Changes the details of a round. Once it is public its slug stays, and why it changes is asked and kept. Once
 * its rules are sealed too, who may lead is locked, and how many assess an application may change until the first score.
 *
 * @returns the slug, which may be new
 * @throws {NotFound} if it is not there, or not theirs to change
 */
export async function changeRound(
  services: Services,
  request: {
    readonly actor: Actor
    readonly path: RoundPath
    readonly typed: RoundTyped
    readonly reason: string
    readonly at: Date
    readonly hasScores?: SealingSeams['hasScores']
  },
): Promise<Result<{ readonly slug: string }, ChangeRoundProblem>> {
  const { actor, path, typed, at } = request
  const reason = request.reason.trim()
  return await services.db.transaction().execute(async (tx) => {
    const before = await holdRound(tx, actor, 'fund:edit', path)
    const read = readRound(typed)
    const problems: ChangeRoundProblem[] = read.ok ? [] : [...read.problems]
    // A set: that it was kept in another order is no change.
    const eligibleKinds = authorityKinds.filter((kind) => before.eligibleKinds.includes(kind))
    const changes = read.ok ? listChanges({ ...before, eligibleKinds }, read.value) : {}
    const isPublic = before.publishedAt !== null
    if (isPublic && reason === '' && (!read.ok || Object.keys(changes).length > 0)) {
      problems.push({ code: 'reason-missing', field: 'reason' })
    }
    if (await isSealedInPublic(tx, before)) {
      problems.push(...(await lockedProblems(tx, before.id, changes, request.hasScores ?? nobodyYet.hasScores)))
    }
    const slug = typed.slug.trim()
    if (slug !== before.slug && isPublic) problems.push({ code: 'slug-published', field: 'slug' })
    if (slug !== before.slug && !isPublic && (await roundSlugTaken(tx, before, slug))) {
      problems.push({ code: 'slug-taken', field: 'slug' })
    }
    if (!read.ok || problems.length > 0) return refused<ChangeRoundProblem>(...problems)
    if (Object.keys(changes).length === 0) return done({ slug: before.slug })
    await updateRound(tx, before.id, read.value)
    await sealAgain(tx, services, { ...before, ...read.value }, { reason, by: personIdOf(actor), at })
    await recordEvent(tx, {
      action: 'round.changed',
      actorId: personIdOf(actor),
      fundId: before.fundId,
      objectType: 'round',
      objectId: before.id,
      at,
      facts: { changes, reason },
    })
    return done({ slug: read.value.slug })
  })
}

async function lockedProblems(
  tx: Tx,
  roundId: string,
  changes: Readonly<Record<string, unknown>>,
  hasScores: SealingSeams['hasScores'],
): Promise<readonly ChangeRoundProblem[]> {
  const problems: ChangeRoundProblem[] = []
  if ('eligibleKinds' in changes) problems.push({ code: 'kinds-locked', field: 'eligibleKinds' })
  const mechanical = (['assessorsPerApplication', 'panelMembers'] as const).filter((field) => field in changes)
  if (mechanical.length > 0 && (await hasScores(tx, roundId)))
    problems.push(...mechanical.map((field) => ({ code: 'scoring-begun' as const, field })))
  return problems
}
