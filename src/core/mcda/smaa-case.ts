import type { Distribution } from '../uncertainty/index.ts'

/** What is known of the weights: nothing, the order of the criteria (the most important first), or each. */
export type KnownWeights = 'free' | { readonly order: readonly string[] } | { readonly exact: readonly number[] }

export type SmaaCase = {
  readonly options: readonly string[]
  readonly criteria: readonly string[]
  /** A row for each option, a column for each criterion: the higher the better. */
  readonly values: readonly (readonly (number | Distribution)[])[]
  readonly weights: KnownWeights
  readonly samples: number
  readonly seed: number
}
