import type { EstimatedApplication, UnderstandingResult } from '../../../core/understanding/index.ts'
import type { NamedApplication, Understood } from './read-understanding.ts'

/** One application of the ranking: the plain mean first, the estimate beside it. */
export type RankedRow = NamedApplication & {
  readonly id: string
  readonly plain: UnderstandingResult['ranked'][number]
  readonly estimated: EstimatedApplication | undefined
  /** By what decides. */
  readonly rank: number
}

/** As many rows of the ranking as are shown at once: a picture of them is still taken in. */
export const rankedOnPage = 50

/** The ranking in the order that decides: of the plain means, unless the sealed rules say that estimates rank. */
export function rankingOf({ input, result, applications }: Understood): readonly RankedRow[] {
  const estimates = new Map(result.calibration?.applications.map((each) => [each.id, each]))
  const rows = result.ranked.map((plain): RankedRow => {
    const estimated = estimates.get(plain.id)
    const named = applications.get(plain.id) ?? { reference: 'no longer scored', leadName: '' }
    const rank = input.calibrationUse === 'ranks' && estimated !== undefined ? estimated.rank : plain.rank
    return { ...named, id: plain.id, plain, estimated, rank }
  })
  return rows.toSorted((one, other) => one.rank - other.rank)
}
