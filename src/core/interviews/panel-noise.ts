import { type Score, scoreTable } from '../calibration/scores.ts'

/** How far what one member of a panel gives in an interview may be off: standard deviations, in points of 100. */
export type PanelNoise = {
  /** By chance, once it is allowed for how lenient they are. */
  readonly chance: number
  /** How far apart members are in leniency. */
  readonly leniency: number
  /** Members and their scores that this is told from. */
  readonly members: number
  readonly scores: number
  /** Whether the panel's own scores say it, or there are too few and {@link defaultChance} stands for them. */
  readonly from: 'panel' | 'default'
}

/** Half a point of a scale up to four: what stands where a panel does not tell. */
export const defaultChance = 12.5

/** Fewer degrees of freedom would put the estimate off by more than a quarter. */
const leastFreedom = 10

/**
 * How far members of a panel are apart by chance and by leniency: each score is its interview, its member and chance (a crossed
 * model), by least squares and Henderson's third method, which needs nobody to have heard everything.
 *
 * @param totals interview, member and what they gave in all, of 100
 * @see Henderson 1953, Estimation of variance and covariance components; docs/sources.md#interviews
 */
export function panelNoise(totals: readonly Score[]): PanelNoise {
  const { applications, assessors, application, assessor, score } = scoreTable(totals)
  const of = { members: assessors.length, scores: totals.length }
  const means = meansBy(application, score, applications.length)
  const together = assessors.map(() => new Float64Array(assessors.length))
  const above = new Float64Array(assessors.length)
  const byInterview = Map.groupBy(score.keys(), (place) => application[place] as number)
  let within = 0
  for (const [interview, places] of byInterview)
    for (const place of places) {
      const own = assessor[place] as number
      const off = (score[place] as number) - (means[interview] as number)
      const row = together[own] as Float64Array
      within += off * off
      above[own] = (above[own] as number) + off
      row[own] = (row[own] as number) + 1
      for (const other of places) {
        const by = assessor[other] as number
        row[by] = (row[by] as number) - 1 / places.length
      }
    }
  const spread = together.reduce((sum, row, at) => sum + (row[at] as number), 0)
  const { rank, explained } = solveFor(together, above)
  const freedom = totals.length - applications.length - rank
  if (freedom < leastFreedom) return { chance: defaultChance, leniency: 0, ...of, from: 'default' }
  const chance = Math.max(0, within - explained) / freedom
  const leniency = spread > 0 ? Math.max(0, (explained - chance * rank) / spread) : 0
  return { chance: Math.sqrt(chance), leniency: Math.sqrt(leniency), ...of, from: 'panel' }
}

function meansBy(group: Int32Array, values: Float64Array, groups: number): Float64Array {
  const [sums, counts] = [new Float64Array(groups), new Float64Array(groups)]
  group.forEach((at, place) => {
    sums[at] = (sums[at] as number) + (values[place] as number)
    counts[at] = (counts[at] as number) + 1
  })
  return sums.map((sum, at) => sum / (counts[at] as number))
}

const nothing = 1e-9

/**
 * Solves matrix × x = right, for a matrix that may not be of full rank.
 *
 * @returns its rank, and x × right, which is the same for every solution
 */
function solveFor(matrix: readonly Float64Array[], right: Float64Array) {
  const rows = matrix.map((row, at) => Float64Array.of(...row, right[at] as number))
  let [rank, explained] = [0, 0]
  // Symmetric and not below nothing, so that it can be taken apart from the diagonal: what is left of it is positive.
  for (const [at, row] of rows.entries()) {
    const pivot = row[at] as number
    if (pivot <= nothing) continue
    rank += 1
    explained += (row.at(-1) as number) ** 2 / pivot
    for (const below of rows.slice(at + 1)) {
      const factor = (below[at] as number) / pivot
      for (let column = at; column < row.length; column += 1)
        below[column] = (below[column] as number) - factor * (row[column] as number)
    }
  }
  return { rank, explained }
}

/**
 * By how much the plain mean of so many members may be off, as a standard deviation. Where all members of the panel heard it
 * their leniency is the same for everybody, and moves nobody past another.
 */
export function errorOfMean({ chance, leniency, members }: PanelNoise, heardBy: number): number {
  const count = Math.max(1, heardBy)
  return Math.sqrt(chance ** 2 / count + leniency ** 2 * Math.max(0, 1 / count - 1 / Math.max(1, members)))
}

/**
 * By how much a final score may be off: the errors of the written score and of the interview, each by its sealed weight, are
 * independent of one another.
 *
 * @example errorOfTotal({ written: 5, interview: 5 }, 60) // ≈ 3.606
 */
export function errorOfTotal(
  { written, interview }: { readonly written: number; readonly interview: number },
  writtenPercent: number,
): number {
  const part = writtenPercent / 100
  return Math.sqrt((part * written) ** 2 + ((1 - part) * interview) ** 2)
}
