import { type Score, scoreTable } from '../../src/core/calibration/index.ts'

/** Standard deviations of the crossed model. */
export type Sds = { readonly quality: number; readonly leniency: number; readonly noise: number }

/**
 * Expected ranks by the crossed random-effects model without a draw: for each of the given standard deviations, all as
 * likely as one another before, qualities are jointly normal, so that the chance that one is above another is known; these
 * are averaged by how likely the scores make each.
 *
 * @see Henderson 1984, Applications of Linear Models in Animal Breeding (the mixed model equations)
 */
export function exactRanks(scores: readonly Score[], all: readonly Sds[]): readonly number[] {
  const given = all.map((sds) => ranksGiven(scores, sds))
  const highest = Math.max(...given.map(({ logDensity }) => logDensity))
  const weights = given.map(({ logDensity }) => Math.exp(logDensity - highest))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return (given[0]?.ranks ?? []).map((_, at) =>
    given.reduce((total, { ranks }, i) => total + ((weights[i] ?? 0) / sum) * (ranks[at] ?? 0), 0),
  )
}

/** Unknowns: the mean, then the quality of each application, then the leniency of each assessor. */
function ranksGiven(scores: readonly Score[], { quality, leniency, noise }: Sds) {
  const { application, assessor, score, applications, assessors } = scoreTable(scores)
  const size = 1 + applications.length + assessors.length
  const precision = Array.from({ length: size }, () => new Float64Array(size))
  const right = new Float64Array(size)
  let squares = 0
  const add = (row: number, column: number, value: number) => {
    const line = precision[row] as Float64Array
    line[column] = (line[column] as number) + value
  }
  for (let at = 1; at < size; at += 1) add(at, at, 1 / (at <= applications.length ? quality : leniency) ** 2)
  score.forEach((value, i) => {
    const unknowns = [0, 1 + (application[i] as number), 1 + applications.length + (assessor[i] as number)]
    for (const row of unknowns) {
      right[row] = (right[row] as number) + value / noise ** 2
      for (const column of unknowns) add(row, column, 1 / noise ** 2)
    }
    squares += value ** 2 / noise ** 2
  })
  const { inverse, logDeterminant } = inverted(precision)
  const of = (row: number, column: number): number => inverse[row]?.[column] ?? 0
  const means = inverse.map((row) => row.reduce((sum, value, at) => sum + value * (right[at] as number), 0))
  const above = (one: number, other: number): number =>
    normalBelow(
      ((means[one] ?? 0) - (means[other] ?? 0)) / Math.sqrt(of(one, one) + of(other, other) - 2 * of(one, other)),
    )
  const places = applications.map((_, at) => at + 1)
  const explained = means.reduce((sum, value, at) => sum + value * (right[at] as number), 0)
  return {
    ranks: places.map((own) => places.reduce((sum, other) => sum + (other === own ? 0 : above(other, own)), 1)),
    logDensity:
      -applications.length * Math.log(quality) -
      assessors.length * Math.log(leniency) -
      score.length * Math.log(noise) -
      0.5 * (logDeterminant + squares - explained),
  }
}

/** By Gauss and Jordan; the matrix is positive definite, so that no row has to be exchanged. */
function inverted(matrix: readonly Float64Array[]) {
  const rows = matrix.map((row, at) => Float64Array.from([...row, ...matrix.map((_, other) => Number(other === at))]))
  let logDeterminant = 0
  rows.forEach((row, at) => {
    const pivot = row[at] as number
    logDeterminant += Math.log(pivot)
    for (let column = 0; column < row.length; column += 1) row[column] = (row[column] as number) / pivot
    rows.forEach((other, place) => {
      const factor = other[at] as number
      if (place === at || factor === 0) return
      for (let column = 0; column < row.length; column += 1)
        other[column] = (other[column] as number) - factor * (row[column] as number)
    })
  })
  return { inverse: rows.map((row) => row.slice(matrix.length)), logDeterminant }
}

/** The normal distribution function. @see Abramowitz and Stegun 1964, 7.1.26, to 1.5e-7 */
function normalBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const half = 0.5 * series * Math.exp(-x * x)
  return z > 0 ? 1 - half : half
}
