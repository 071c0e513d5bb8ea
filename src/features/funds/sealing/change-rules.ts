import { canonicalJson, type Json } from '../../../core/canonical/index.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type AssessmentRules, firstRules, lockedParts } from '../../../core/rules/index.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundPath } from '../find-round.ts'
import { isSealedInPublic } from './read-lock.ts'
import { rulesDraftOf, saveRulesDraft } from './sealing.store.ts'

export type ChangeRulesProblem = {
  readonly code: 'saved-meanwhile' | 'rules-locked' | 'round-cancelled'
}

/** Whether rules differ in what is locked once a round is public. */
export const changesLocked = (before: AssessmentRules, after: AssessmentRules): boolean =>
  lockedParts.some(
    (part) => canonicalJson((before[part] ?? null) as Json) !== canonicalJson((after[part] ?? null) as Json),
  )

/**
 * Saves a change to the rules that a team writes. What is sealed stays until it is sealed again; what is locked is refused
 * once the round is public.
 *
 * @param request `revision`: what the page showed; `change` gives the rules as they are to be
 * @throws {NotFound} if the round is not there, or not theirs to change
 */
export async function changeRules(
  services: Services,
  request: {
    readonly actor: Actor
    readonly path: RoundPath
    readonly revision: number
    /** What is changed, in a word: `criterion-saved`, `thresholds`. */
    readonly what: string
    readonly change: (rules: AssessmentRules) => AssessmentRules
    readonly at: Date
  },
): Promise<Result<undefined, ChangeRulesProblem>> {
  const { actor, path, revision, what, change, at } = request
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    if (round.cancelledAt !== null) return refused<ChangeRulesProblem>({ code: 'round-cancelled' })
    const draft = (await rulesDraftOf(tx, round.id)) ?? { rules: firstRules, revision: 0 }
    if (draft.revision !== revision) return refused<ChangeRulesProblem>({ code: 'saved-meanwhile' })
    const rules = change(draft.rules)
    // The first time, that rules stay as they begin is said too: what a round does not hold is asked of nobody.
    if (revision > 0 && canonicalJson(rules as unknown as Json) === canonicalJson(draft.rules as unknown as Json))
      return done(undefined)
    if (changesLocked(draft.rules, rules) && (await isSealedInPublic(tx, round)))
      return refused<ChangeRulesProblem>({ code: 'rules-locked' })
    const by = personIdOf(actor)
    await saveRulesDraft(tx, { roundId: round.id, rules, revision, at, by })
    await recordEvent(tx, {
      action: 'round.assessment-changed',
      actorId: by,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { what, revision: revision + 1 },
    })
    return done(undefined)
  })
}
