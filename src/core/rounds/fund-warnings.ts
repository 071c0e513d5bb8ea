import { type BudgetWarning, checkBudget } from '../workload/round-money.ts'
import type { Fund, Funder } from './fund.ts'

/** What about a fund does not fit, and may be meant. */
export type FundWarning =
  | BudgetWarning
  | { readonly code: 'no-funder' }
  | { readonly code: 'senior-officer-missing' }
  | {
      readonly code: 'contributions-not-the-budget'
      readonly contributedPounds: number
      readonly budgetPounds: number
    }

/**
 * What to look at again before a fund is announced. Nothing here stops anybody.
 *
 * Contributions are compared with the budget only when every funder states one: a sum with an unknown part says nothing.
 */
export function fundWarnings(
  fund: Pick<Fund, 'budgetPounds' | 'places' | 'capPounds' | 'seniorOfficerName'>,
  funders: readonly Pick<Funder, 'contributionPounds'>[],
): readonly FundWarning[] {
  const warnings: FundWarning[] = [...checkBudget(fund).warnings]
  if (fund.seniorOfficerName === '') warnings.push({ code: 'senior-officer-missing' })
  if (funders.length === 0) warnings.push({ code: 'no-funder' })
  const stated = funders.flatMap(({ contributionPounds }) => contributionPounds ?? [])
  const contributedPounds = stated.reduce((total, pounds) => total + pounds, 0)
  if (funders.length > 0 && stated.length === funders.length && contributedPounds !== fund.budgetPounds) {
    warnings.push({ code: 'contributions-not-the-budget', contributedPounds, budgetPounds: fund.budgetPounds })
  }
  return warnings
}
