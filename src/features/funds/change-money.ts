import type { Actor } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { FieldProblem } from '../../core/rounds/field-problem.ts'
import { listChanges } from '../../core/rounds/list-changes.ts'
import { type MoneyField, type MoneyTyped, readMoney } from '../../core/rounds/read-fund.ts'
import { hasSubstance } from '../../core/rules/index.ts'
import type { Services } from '../../platform/services.ts'
import { writeFundChange } from './change-fund.ts'
import { holdFund } from './find-round.ts'

export type ChangeMoneyProblem =
  | FieldProblem<MoneyField>
  | { readonly code: 'reason-missing' | 'reason-too-thin'; readonly field: 'reason' }

/**
 * Changes the budget, the places and the cap of a fund for whoever decides on its awards, also when scores are known: for
 * a reason of substance, which the sealed rules of its public rounds have from then on, for everybody to read.
 *
 * @throws {NotFound} if the fund is not there, or its awards are not theirs to decide
 */
export async function changeMoney(
  services: Services,
  request: {
    readonly actor: Actor
    readonly fundSlug: string
    readonly typed: MoneyTyped
    readonly reason: string
    readonly at: Date
  },
): Promise<Result<undefined, ChangeMoneyProblem>> {
  const { actor, fundSlug, typed, at } = request
  const reason = request.reason.trim()
  return await services.db.transaction().execute(async (tx) => {
    const before = await holdFund(tx, actor, 'decision:decide', fundSlug)
    const read = readMoney(typed)
    const problems: ChangeMoneyProblem[] = read.ok ? [] : [...read.problems]
    const code = reason === '' ? 'reason-missing' : 'reason-too-thin'
    if (!hasSubstance(reason)) problems.push({ code, field: 'reason' })
    if (!read.ok || problems.length > 0) return refused(...problems)
    const changes = listChanges(before, read.value)
    await writeFundChange(tx, services, { before, after: { ...before, ...read.value }, changes, reason, actor, at })
    return done(undefined)
  })
}
