import { notFound } from '../../../core/errors.ts'
import { type Actor, may } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { readDeciding } from '../choosing/read-case.ts'
import { recordDoing } from '../record-doing.ts'
import { insertDeclaration } from './deciding.store.ts'
import { decisionOf } from './decision.store.ts'

export type DeclareProblem =
  | { readonly code: 'none-or-some'; readonly field: 'none' }
  | { readonly code: 'statement-missing'; readonly field: 'statement' }
  | { readonly code: 'decided' | 'not-yet' }

/** `none`: that there is no conflict. References of those with one. */
export type DeclareTyped = {
  readonly none: boolean
  readonly references: readonly string[]
  readonly statement: string
}

/** Says what conflicts somebody has, or that they have none. The last word counts; what was said before is kept. */
export async function declareConflicts(
  services: Services,
  {
    actor,
    path,
    typed,
    at,
  }: { readonly actor: Actor; readonly path: RoundPath; readonly typed: DeclareTyped; readonly at: Date },
): Promise<Result<undefined, DeclareProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'decision:read', path)
    const decides = may(actor, 'decision:decide', round.fundId)
    if (actor.kind !== 'person' || (!decides && !may(actor, 'decision:recommend', round.fundId)))
      throw notFound('round')
    if ((await decisionOf(tx, round.id)) !== undefined) return refused<DeclareProblem>({ code: 'decided' })
    const deciding = await readDeciding(tx, round)
    if (typeof deciding === 'string') return refused<DeclareProblem>({ code: 'not-yet' })
    const found = deciding.scores.filter(({ reference }) => typed.references.includes(reference))
    const problems: DeclareProblem[] = []
    if (typed.none === found.length > 0) problems.push({ code: 'none-or-some', field: 'none' })
    const statement = typed.statement.trim()
    if (found.length > 0 && statement === '') problems.push({ code: 'statement-missing', field: 'statement' })
    if (problems.length > 0) return refused(...problems)
    const applicationIds = found.map(({ applicationId }) => applicationId)
    const stage = decides ? 'decision' : 'panel'
    const { personId } = actor
    await insertDeclaration(tx, {
      roundId: round.id,
      personId,
      stage,
      applicationIds,
      statement: typed.none ? '' : statement,
      declaredAt: at,
    })
    await recordDoing(tx, { round, actor, at }, 'decision.conflicts-declared', { stage, applicationIds })
    return done(undefined)
  })
}
