import { longestReason } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { keptFrom } from './keep-apart.ts'
import { readProposal } from './read-proposal.ts'
import { type Draw, drawOf, insertComparison, saveDraw } from './shortlist.store.ts'

export type TieProblem =
  | { readonly code: 'value-missing' | 'value-too-long'; readonly field: 'value' }
  | { readonly code: 'drawn-meanwhile'; readonly field: 'value'; readonly draw: Draw }
  | { readonly code: 'draw-reason-missing' | 'draw-reason-too-long'; readonly field: 'reason' }
  | { readonly code: 'better-missing'; readonly field: 'better' }
  | { readonly code: 'comparison-reason-missing' | 'comparison-reason-too-long'; readonly field: 'reason' }
  | { readonly code: 'frozen' | 'still-scoring' }

type Asked = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date }

/**
 * Says which public value came out, for the draw that the sealed rules name. Another value than the one that was said needs
 * a reason: `seen` is the value that the page showed, and where somebody has said another since, nothing is saved.
 *
 * @throws {NotFound}
 */
export async function sayDraw(
  services: Services,
  asked: Asked & { readonly value: string; readonly reason: string; readonly seen: string },
): Promise<Result<undefined, TieProblem>> {
  const { actor, path, at, seen } = asked
  const [value, reason] = [asked.value.trim(), asked.reason.trim()]
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:moderate', path)
    const { closedAt, frozenAt } = await assessmentOf(tx, round.id)
    if (closedAt === null) return refused<TieProblem>({ code: 'still-scoring' })
    if (frozenAt !== null) return refused<TieProblem>({ code: 'frozen' })
    if (actor.kind !== 'person') throw notFound('round')
    if (value === '') return refused<TieProblem>({ code: 'value-missing', field: 'value' })
    if (value.length > 200) return refused<TieProblem>({ code: 'value-too-long', field: 'value' })
    const before = await drawOf(tx, round.id)
    if (before?.value === value) return done(undefined)
    if (before !== undefined && before.value !== seen)
      return refused<TieProblem>({ code: 'drawn-meanwhile', field: 'value', draw: before })
    if (before !== undefined && reason === '')
      return refused<TieProblem>({ code: 'draw-reason-missing', field: 'reason' })
    if (reason.length > longestReason) return refused<TieProblem>({ code: 'draw-reason-too-long', field: 'reason' })
    await saveDraw(tx, { roundId: round.id, value, at, by: actor.personId })
    await recordEvent(tx, {
      action: 'shortlist.draw-value-said',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { value, ...(before !== undefined && { before: before.value, reason }) },
    })
    return done(undefined)
  })
}

/** Puts one of two applications that cannot be told apart first, for a reason. @throws {NotFound} */
export async function compareTwo(
  services: Services,
  request: Asked & { readonly better: string; readonly pair: readonly string[]; readonly reason: string },
): Promise<Result<undefined, TieProblem>> {
  const { actor, path, at, better, pair } = request
  const reason = request.reason.trim()
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:moderate', path)
    const { closedAt, frozenAt } = await assessmentOf(tx, round.id)
    if (closedAt === null) return refused<TieProblem>({ code: 'still-scoring' })
    if (frozenAt !== null) return refused<TieProblem>({ code: 'frozen' })
    const proposing = await readProposal(tx, services, round)
    if (proposing === undefined || actor.kind !== 'person') throw notFound('round')
    const kept = await keptFrom(tx, round, proposing.rules, actor)
    if (pair.length !== 2) return refused<TieProblem>({ code: 'better-missing', field: 'better' })
    const [one, other] = pair.map((reference) => proposing.proposal.items.find((item) => item.reference === reference))
    if (one === undefined || other === undefined || one === other || kept.has(one.id) || kept.has(other.id))
      throw notFound('application')
    if (!pair.includes(better)) return refused<TieProblem>({ code: 'better-missing', field: 'better' })
    if (reason === '') return refused<TieProblem>({ code: 'comparison-reason-missing', field: 'reason' })
    if (reason.length > longestReason)
      return refused<TieProblem>({ code: 'comparison-reason-too-long', field: 'reason' })
    const [first, second] = better === one.reference ? [one, other] : [other, one]
    const compared = { betterId: first.id, otherId: second.id, reason }
    await insertComparison(tx, { ...compared, roundId: round.id, at, by: actor.personId })
    await recordEvent(tx, {
      action: 'shortlist.compared',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: compared,
    })
    return done(undefined)
  })
}
