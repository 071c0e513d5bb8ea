/** What a fund's places, budget and cap say together: the odds of an award, and whether the money reaches. */

/**
 * The odds of an award before anyone has applied.
 * - `chance`: places over applications as a fraction, 1 when there are places for all
 * - `oneIn`: the applications for each place, 4 for "one in 4", unrounded and at least 1
 */
export type Odds = { readonly chance: number; readonly oneIn: number }

/**
 * @param places awards that can be made, above 0
 * @param expected applications expected, above 0
 * @throws {RangeError} if either is not above 0
 * @example odds(6, 24) // => { chance: 0.25, oneIn: 4 }
 */
export function odds(places: number, expected: number): Odds {
  if (!(places > 0 && expected > 0))
    throw new RangeError(`places and applications must be above 0: ${places}, ${expected}`)
  return { chance: Math.min(1, places / expected), oneIn: Math.max(1, expected / places) }
}

/** Whole pounds. `leastAwardPounds` is the smallest award there may be, when the fund says one. */
export type FundMoney = {
  readonly budgetPounds: number
  readonly places: number
  readonly capPounds: number
  readonly leastAwardPounds?: number | undefined
}

/**
 * What does not fit.
 * - `budget-below-cap-times-places`: not every award can be at the cap; `placesAtCap` can
 * - `budget-below-least-times-places`: not every place can be filled, even at the least; `placesAtLeast` can
 * - `budget-above-cap-times-places`: `sparePounds` can go to nobody
 */
export type BudgetWarning =
  | {
      readonly code: 'budget-below-cap-times-places'
      readonly budgetPounds: number
      readonly neededPounds: number
      readonly shortPounds: number
      readonly placesAtCap: number
    }
  | {
      readonly code: 'budget-below-least-times-places'
      readonly budgetPounds: number
      readonly neededPounds: number
      readonly shortPounds: number
      readonly placesAtLeast: number
    }
  | { readonly code: 'budget-above-cap-times-places'; readonly budgetPounds: number; readonly sparePounds: number }

/** The range of what all places could cost, the mean award if the budget is shared by all places, and what does not fit. */
export type BudgetCheck = {
  readonly leastPounds: number
  readonly mostPounds: number
  readonly meanPounds: number
  readonly warnings: readonly BudgetWarning[]
}

/**
 * Whether a budget, a number of places and a cap agree. They need not: awards are of several sizes, and the budget is
 * checked again when they are decided.
 *
 * @returns pounds; the mean is unrounded
 * @throws {RangeError} if a number is negative or not finite, there is no place, or the least is above the cap
 * @example checkBudget({ budgetPounds: 1_000_000, places: 10, capPounds: 100_000 }).warnings // => []
 */
export function checkBudget({ budgetPounds, places, capPounds, leastAwardPounds = 0 }: FundMoney): BudgetCheck {
  const fits = [budgetPounds, places, capPounds, leastAwardPounds].every(
    (value) => Number.isFinite(value) && value >= 0,
  )
  if (!fits || places === 0 || leastAwardPounds > capPounds) {
    throw new RangeError(`not a fund: ${budgetPounds}, ${places}, ${capPounds}, ${leastAwardPounds}`)
  }
  const leastPounds = leastAwardPounds * places
  const mostPounds = capPounds * places
  const warnings: BudgetWarning[] = []
  if (budgetPounds < mostPounds) {
    warnings.push({
      code: 'budget-below-cap-times-places',
      budgetPounds,
      neededPounds: mostPounds,
      shortPounds: mostPounds - budgetPounds,
      placesAtCap: Math.floor(budgetPounds / capPounds),
    })
  }
  if (budgetPounds < leastPounds) {
    warnings.push({
      code: 'budget-below-least-times-places',
      budgetPounds,
      neededPounds: leastPounds,
      shortPounds: leastPounds - budgetPounds,
      placesAtLeast: Math.floor(budgetPounds / leastAwardPounds),
    })
  }
  if (budgetPounds > mostPounds) {
    warnings.push({ code: 'budget-above-cap-times-places', budgetPounds, sparePounds: budgetPounds - mostPounds })
  }
  return { leastPounds, mostPounds, meanPounds: budgetPounds / places, warnings }
}
