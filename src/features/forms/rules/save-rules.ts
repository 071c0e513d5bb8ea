import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type RoundRulesTyped, readRoundRules } from '../../../core/rounds/index.ts'
import type { Services } from '../../../platform/services.ts'
import { changeRoundRules, holdRound, type RoundPath } from '../../funds/index.ts'
import { ruleChoices } from './read-rules.ts'
import type { RulesProblem } from './rules.messages.ts'

/**
 * Sets what a round asks besides its form, or says everything that is wrong.
 *
 * @throws {NotFound} if the round is not there, or not theirs to change
 */
export async function saveRules(
  { db }: Services,
  asked: { readonly actor: Actor; readonly path: RoundPath; readonly typed: RoundRulesTyped; readonly at: Date },
): Promise<Result<null, RulesProblem>> {
  const { actor, path, typed, at } = asked
  return await db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'fund:edit', path)
    const { questions, screeners } = await ruleChoices(tx, round)
    const read = readRoundRules(
      typed,
      questions,
      screeners.map(({ value }) => value),
    )
    if (!read.ok) return refused<RulesProblem>(...read.problems)
    const changed = await changeRoundRules(tx, { actor, path, rules: read.value, at })
    return changed ? done(null) : refused<RulesProblem>({ code: 'rules-fixed', field: 'rules' })
  })
}
