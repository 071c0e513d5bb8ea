import { acceptability, type Smaa, type SmaaCase } from '../../mcda/index.ts'
import { type KnownOfWeights, smaaCaseOf } from './smaa-case-of.ts'
import { weighReview } from './weigh-review.ts'
import type { ReviewWeighing } from './weighing.ts'

/** The version of the method: it changes when the same input gives another answer. */
export const ranksEngine = 'SMAA-2 by scrambled Sobol numbers, version 1'

/** Draws of a run: a power of two, at which the numbers are the most evenly spread. */
const samples = 65_536

/** Any number: the same for every review, so that two runs of one round are one. */
const seed = 1

/** What ranks are worked out of: a case of the calculator `smaa` for each that may be known of the weights. */
export type RanksCase = Readonly<Record<KnownOfWeights, SmaaCase>>

/** How often each option has each rank, for each that may be known of the weights. */
export type RanksResult = Readonly<Record<KnownOfWeights, Smaa>>

const forEach = <Of>(of: (known: KnownOfWeights) => Of): Readonly<Record<KnownOfWeights, Of>> => ({
  free: of('free'),
  order: of('order'),
  given: of('given'),
})

/**
 * What the ranks of a round are worked out of, as far as it is open to all.
 *
 * @returns undefined until there are weights, and a score of every option on every criterion
 */
export function ranksCaseOf(weighing: ReviewWeighing): RanksCase | undefined {
  const weighed = weighReview(weighing)
  return weighed && forEach((known) => smaaCaseOf(weighed, known, { samples, seed }))
}

/** Works out how often each option has each rank. The same case gives the same ranks, to the last digit. */
export const workOutRanks = (given: RanksCase): RanksResult => forEach((known) => acceptability(given[known]))
