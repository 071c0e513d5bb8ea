import type { FinalScore } from '../interviews/index.ts'
import type { DecisionCase } from './decision-case.ts'
import type { Outcome } from './decision-record.ts'
import type { PortfolioResult } from './portfolio-result.ts'

/**
 * What a portfolio proposes of everything that is before the panel: its awards; in reserve, in the sealed order, what
 * reached the thresholds and was not chosen; and declined, what did not.
 *
 * @param scores of the same round; those without a place in the case are below a threshold
 */
export function proposeOutcomes(
  { candidates }: Pick<DecisionCase, 'candidates'>,
  result: PortfolioResult,
  scores: readonly Pick<FinalScore, 'applicationId' | 'reference'>[],
): readonly Outcome[] {
  const chosen = new Set(result.status === 'optimal' ? result.chosen : [])
  let place = 0
  const able = candidates.map(({ id, reference, pounds }): Outcome => {
    if (chosen.has(id)) return { id, reference, outcome: 'award', pounds, reservePlace: null, departure: null }
    place += 1
    return { id, reference, outcome: 'reserve', pounds: null, reservePlace: place, departure: null }
  })
  const known = new Set(candidates.map(({ id }) => id))
  const below = scores
    .filter(({ applicationId }) => !known.has(applicationId))
    .map(
      ({ applicationId, reference }): Outcome => ({
        id: applicationId,
        reference,
        outcome: 'declined',
        pounds: null,
        reservePlace: null,
        departure: null,
      }),
    )
  return [...able, ...below]
}

/** Whether two outcomes are the same decision: the order of the reserve is settled apart. */
export const sameOutcome = (
  one: Pick<Outcome, 'outcome' | 'pounds'>,
  other: Pick<Outcome, 'outcome' | 'pounds'>,
): boolean => one.outcome === other.outcome && one.pounds === other.pounds

/** What is wrong with a set of outcomes. */
export type OutcomesProblem =
  | { readonly code: 'too-many-awards'; readonly awards: number; readonly places: number }
  | { readonly code: 'over-budget'; readonly pounds: number; readonly budgetPounds: number }
  | { readonly code: 'over-cap'; readonly reference: string; readonly capPounds: number }
  | { readonly code: 'no-sum'; readonly reference: string }

/** Looks at awards against the money of the sealed rules. Fewer awards than places are valid, none among them. */
export function checkOutcomes(
  outcomes: readonly Pick<Outcome, 'reference' | 'outcome' | 'pounds'>[],
  { places, budgetPounds, capPounds }: Pick<DecisionCase, 'places' | 'budgetPounds' | 'capPounds'>,
): readonly OutcomesProblem[] {
  const awards = outcomes.filter(({ outcome }) => outcome === 'award')
  const pounds = awards.reduce((sum, award) => sum + (award.pounds ?? 0), 0)
  const problems: OutcomesProblem[] = []
  if (awards.length > places) problems.push({ code: 'too-many-awards', awards: awards.length, places })
  if (pounds > budgetPounds) problems.push({ code: 'over-budget', pounds, budgetPounds })
  for (const { reference, pounds: sum } of awards) {
    if (sum === null || sum <= 0) problems.push({ code: 'no-sum', reference })
    else if (capPounds !== null && sum > capPounds) problems.push({ code: 'over-cap', reference, capPounds })
  }
  return problems
}

/** Reserve places in the order of the list, from 1: whoever leaves the reserve leaves no gap. */
export function withReservePlaces(outcomes: readonly Outcome[]): readonly Outcome[] {
  const order = outcomes
    .filter(({ outcome }) => outcome === 'reserve')
    .sort((one, other) => (one.reservePlace ?? outcomes.length) - (other.reservePlace ?? outcomes.length))
  const places = new Map(order.map(({ id }, at) => [id, at + 1]))
  return outcomes.map((each) => ({ ...each, reservePlace: places.get(each.id) ?? null }))
}
