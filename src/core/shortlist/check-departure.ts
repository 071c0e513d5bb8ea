import { hasSubstance } from '../rules/gates.ts'
import type { BandOfList } from './shortlist-case.ts'
import { type DepartureRule, departureRules } from './shortlist-document.ts'

/** What is wrong with a departure from what is proposed. */
export type DepartureProblem = {
  readonly code: 'rule-missing' | 'rule-not-for-band' | 'reason-missing' | 'reason-too-thin'
}

/** Whether the scores themselves say that it is in, or out. */
export const isClear = (band: BandOfList): boolean => band === 'clear-in' || band === 'clear-out'

/** The rules that a departure may name: that scores cannot tell is said only of what they cannot tell. */
export const departureRulesFor = (band: BandOfList): readonly DepartureRule[] =>
  departureRules.filter((rule) => rule !== 'near-tie' || band === 'near-tie')

/**
 * Everything that is wrong with a departure, by the band of the application. A swap within what cannot be told apart needs
 * a rule and a reason; leaving out what is clearly in, or taking what is clearly out, a reason of substance, and another
 * rule than that the scores cannot tell.
 *
 * @example departureProblems('clear-in', { rule: 'near-tie', reason: '' }).map(({ code }) => code)
 * // => ['rule-not-for-band', 'reason-missing']
 */
export function departureProblems(
  band: BandOfList,
  { rule, reason }: { readonly rule: string; readonly reason: string },
): readonly DepartureProblem[] {
  const problems: DepartureProblem[] = []
  if (!departureRules.some((each) => each === rule)) problems.push({ code: 'rule-missing' })
  else if (!departureRulesFor(band).some((each) => each === rule)) problems.push({ code: 'rule-not-for-band' })
  if (reason.trim() === '') problems.push({ code: 'reason-missing' })
  else if (isClear(band) && !hasSubstance(reason)) problems.push({ code: 'reason-too-thin' })
  return problems
}
