import type { PanelNoise } from '../interviews/index.ts'
import type { PortfolioCase, SpreadRule as PortfolioRule } from '../portfolio/index.ts'
import { type SpreadBasis, type SpreadRule, spreadValues } from '../rules/index.ts'

/** Values are whole millionths of a percentage point, so that sums are exact. */
export const unitsInPoint = 1_000_000

/** How many next best portfolios are kept, and how often scores are drawn anew. */
export const portfolioEffort = { alternatives: 20, draws: 500 } as const

/** An application that may be awarded: it reached every sealed threshold. */
export type DecisionCandidate = {
  readonly id: string
  readonly reference: string
  /** The sealed score, of 100. */
  readonly totalPercent: number
  /** Units above the overall threshold: {@link worthOf}. */
  readonly value: number
  /** By how many points the sealed score, written and interview, may be off: a standard deviation. Null where nothing says. */
  readonly sd: number | null
  /** What it takes of the budget, whole pounds: the sum asked for, at most the cap; the cap where no sum was asked for. */
  readonly pounds: number
  readonly askedPounds: number | null
  readonly region: string
  readonly authorityType: string
  readonly deliveryModels: readonly string[]
}

/** Everything that a portfolio follows from. The same case gives the same portfolio. */
export type DecisionCase = {
  readonly format: 1
  readonly places: number
  readonly budgetPounds: number
  readonly capPounds: number | null
  readonly thresholdPercent: number
  readonly spread: readonly SpreadRule[]
  /** The kinds of authority that may lead: what “each type of authority” counts. */
  readonly eligibleKinds: readonly string[]
  /** In the sealed order: of portfolios that are worth the same, and as many, the one with the earlier is taken. */
  readonly candidates: readonly DecisionCandidate[]
  /** The question whose answer is the sum asked for; null where every award counts as the cap. */
  readonly moneyQuestion: string | null
  /** How far interview scores may be off, which each candidate's `sd` has in it; not there where no interviews are held. */
  readonly panelNoise?: PanelNoise
  readonly forcedIn: readonly string[]
  readonly forcedOut: readonly string[]
  readonly alternatives: number
  readonly draws: number
  readonly seed: number
}

/**
 * What a sealed score is worth: its points above the threshold, in whole units. Never below 0 for one that reached it, so
 * that no place stays empty for a score that is merely below the average.
 *
 * @example worthOf(72.5, 60) // => 12500000
 */
export const worthOf = (totalPercent: number, thresholdPercent: number): number =>
  Math.round((totalPercent - thresholdPercent) * unitsInPoint)

/** What an award takes of the budget. @example poundsOf(120_000, 100_000, …) // => 100000 */
export function poundsOf(
  askedPounds: number | null,
  { capPounds, budgetPounds, places }: Pick<DecisionCase, 'capPounds' | 'budgetPounds' | 'places'>,
): number {
  const most = capPounds ?? Math.floor(budgetPounds / Math.max(1, places))
  return askedPounds === null ? most : Math.min(askedPounds, capPounds ?? askedPounds)
}

const groupsOf = ({ region, authorityType, deliveryModels }: DecisionCandidate) => ({
  region,
  'authority-type': authorityType,
  'delivery-model': deliveryModels,
})

function ruleOf({ basis, value, least, most }: SpreadRule, eligibleKinds: readonly string[]): PortfolioRule {
  return {
    group: basis satisfies SpreadBasis,
    ...(value === '' ? { members: spreadValues(basis, eligibleKinds) } : { member: value }),
    ...(least !== null && { min: least }),
    ...(most !== null && { max: most }),
  }
}

/** The case as the solver of portfolios takes it. */
export const portfolioCaseOf = (given: DecisionCase): PortfolioCase => ({
  places: given.places,
  candidates: given.candidates.map((candidate) => ({
    id: candidate.id,
    value: candidate.value,
    use: { pounds: candidate.pounds },
    groups: groupsOf(candidate),
  })),
  limits: { pounds: given.budgetPounds },
  rules: given.spread.map((rule) => ruleOf(rule, given.eligibleKinds)),
  mustInclude: given.forcedIn,
  mustExclude: given.forcedOut,
  alternatives: given.alternatives,
})
