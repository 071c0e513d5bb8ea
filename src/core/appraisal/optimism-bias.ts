/** Types of project for which the size of optimism bias was measured. */
export type ProjectType =
  | 'non-standard-buildings'
  | 'standard-buildings'
  | 'non-standard-civil-engineering'
  | 'standard-civil-engineering'
  | 'equipment-and-development'
  | 'outsourcing'

/** Bounds in percent: `upper` where nothing was done about it, `lower` where everything was. */
export type Bounds = { readonly upper: number; readonly lower: number }

/**
 * Optimism bias by type of project, in percent of what was estimated; null where the report prints none. Of delivery models
 * only outsourcing is among them, and its costs are those of running it: for all others a council shows how far its own
 * forecasts were out, or says how it judged.
 *
 * @see docs/sources.md#optimism-bias (Mott MacDonald, 2002, table 2)
 */
export const optimismBounds: Readonly<
  Record<ProjectType, { readonly duration: Bounds | null; readonly costs: Bounds }>
> = {
  'non-standard-buildings': { duration: { upper: 39, lower: 2 }, costs: { upper: 51, lower: 4 } },
  'standard-buildings': { duration: { upper: 4, lower: 1 }, costs: { upper: 24, lower: 2 } },
  'non-standard-civil-engineering': { duration: { upper: 25, lower: 3 }, costs: { upper: 66, lower: 6 } },
  'standard-civil-engineering': { duration: { upper: 20, lower: 1 }, costs: { upper: 44, lower: 3 } },
  'equipment-and-development': { duration: { upper: 54, lower: 10 }, costs: { upper: 200, lower: 10 } },
  outsourcing: { duration: null, costs: { upper: 41, lower: 0 } },
}

/** Something that makes forecasts too hopeful, and what was done about it. */
export type Contribution = {
  /** Of the whole bias, in percent. */
  readonly percent: number
  /** How far it is dealt with, from 0 to 1; what shows it is kept beside. */
  readonly mitigated: number
}

/**
 * The bias that is left once what makes it has been dealt with in part, in percent.
 *
 * @param upper of the type of project, in percent; of a mixture, in proportion ({@link mixedBias})
 * @example biasLeft(39, [{ percent: 5, mitigated: 1 }]) // => 39 × 0.95
 */
export const biasLeft = (upper: number, contributions: readonly Contribution[]): number =>
  upper * (1 - contributions.reduce((sum, { percent, mitigated }) => sum + percent * mitigated, 0) / 100)

/**
 * The bias of a project that is of several types.
 *
 * @param parts how much of the cost is of each type, together 1
 * @example mixedBias([{ share: 0.3, percent: 51 }, { share: 0.7, percent: 24 }]) // => 32.1
 */
export const mixedBias = (parts: readonly { readonly share: number; readonly percent: number }[]): number =>
  parts.reduce((sum, { share, percent }) => sum + share * percent, 0)
