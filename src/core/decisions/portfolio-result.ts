import type { PortfolioCause } from '../portfolio/index.ts'

/** Another portfolio, against the best: `near` is true when what it loses lies within one standard deviation. */
export type Alternative = {
  readonly value: number
  readonly loss: number
  readonly comesIn: readonly string[]
  readonly goesOut: readonly string[]
  readonly near: boolean
}

/**
 * The best portfolio with one card moved: a chosen application left out, or another put in. Null values: nothing keeps to
 * the rules with the card there.
 */
export type Swap = {
  readonly id: string
  readonly chosen: boolean
  readonly value: number | null
  readonly loss: number | null
  readonly comesIn: readonly string[]
  readonly goesOut: readonly string[]
  /** The most pounds that it could ask for and be among the best, where asking for less is enough. */
  readonly mostPounds: number | null
}

/** What was chosen, and everything that helps people to judge it. Values are in units of {@link unitsInPoint}. */
export type PortfolioResult =
  | {
      readonly status: 'optimal'
      readonly value: number
      /** In the sealed order. */
      readonly chosen: readonly string[]
      readonly pounds: number
      /** What each rule of spread costs, by its place: the best value without it, less the value. */
      readonly rulePrices: readonly { readonly rule: number; readonly price: number }[]
      readonly alternatives: readonly Alternative[]
      readonly swaps: readonly Swap[]
      /** In how many draws of the scores each was chosen; null where nothing says how sure scores are. */
      readonly inclusion: readonly { readonly id: string; readonly draws: number }[] | null
    }
  | { readonly status: 'impossible'; readonly because: readonly PortfolioCause[] }

export type OptimalPortfolio = Extract<PortfolioResult, { status: 'optimal' }>
