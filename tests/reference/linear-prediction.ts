import { type Score, scoreTable } from '../../src/core/calibration/index.ts'

type Matrix = readonly (readonly number[])[]

/** Variances of the model. */
type Variances = { readonly quality: number; readonly leniency: number; readonly noise: number }

/** The lower triangle L with L Lᵀ = matrix. */
function cholesky(matrix: Matrix): number[][] {
  const lower = matrix.map((row) => row.map(() => 0))
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j += 1) {
      let sum = row[j] ?? 0
      for (let k = 0; k < j; k += 1) sum -= (lower[i]?.[k] ?? 0) * (lower[j]?.[k] ?? 0)
      const line = lower[i]
      if (line !== undefined) line[j] = i === j ? Math.sqrt(sum) : sum / (lower[j]?.[j] ?? 1)
    }
  })
  return lower
}

function solve(lower: Matrix, right: readonly number[]): number[] {
  const half: number[] = []
  right.forEach((value, i) => {
    half[i] = (value - half.reduce((sum, known, k) => sum + known * (lower[i]?.[k] ?? 0), 0)) / (lower[i]?.[i] ?? 1)
  })
  const found = half.map(() => 0)
  for (let i = half.length - 1; i >= 0; i -= 1) {
    let sum = half[i] ?? 0
    for (let k = i + 1; k < half.length; k += 1) sum -= (lower[k]?.[i] ?? 0) * (found[k] ?? 0)
    found[i] = sum / (lower[i]?.[i] ?? 1)
  }
  return found
}

/**
 * The best linear unbiased prediction with known variances, by solving for the covariance of the scores: nothing is drawn.
 * Another way to what `calibrate` finds, for tests and for whoever wants to check a number by hand.
 *
 * @returns `logDensity`: of the scores with the mean integrated out, but for a constant
 * @see Henderson 1975, Best linear unbiased estimation and prediction under a selection model
 */
export function predictions(scores: readonly Score[], variances: Variances) {
  const { application, assessor, score, applications, assessors } = scoreTable(scores)
  const places = [...score.keys()]
  const covariance = places.map((i) =>
    places.map(
      (j) =>
        (application[i] === application[j] ? variances.quality : 0) +
        (assessor[i] === assessor[j] ? variances.leniency : 0) +
        (i === j ? variances.noise : 0),
    ),
  )
  const lower = cholesky(covariance)
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
  const ones = solve(
    lower,
    places.map(() => 1),
  )
  const precision = total(ones)
  const mean = total(ones.map((weight, i) => weight * (score[i] ?? 0))) / precision
  const away = places.map((i) => (score[i] ?? 0) - mean)
  const weighted = solve(lower, away)
  const of = (place: Int32Array, at: number) => total(weighted.filter((_, i) => place[i] === at))
  return {
    mean,
    quality: applications.map((_, at) => variances.quality * of(application, at)),
    leniency: assessors.map((_, by) => variances.leniency * of(assessor, by)),
    logDensity:
      -total(lower.map((row, i) => Math.log(row[i] ?? 1))) -
      0.5 * Math.log(precision) -
      0.5 * total(weighted.map((value, i) => value * (away[i] ?? 0))),
  }
}

/** The level of each application, averaged over a grid of the three standard deviations up to the most. */
export function integratedLevels(scores: readonly Score[], mostSd: number, steps: number): readonly number[] {
  const grid = Array.from({ length: steps }, (_, step) => ((step + 0.5) / steps) * mostSd)
  const all = grid.flatMap((quality) =>
    grid.flatMap((leniency) =>
      grid.map((noise) => predictions(scores, { quality: quality ** 2, leniency: leniency ** 2, noise: noise ** 2 })),
    ),
  )
  const highest = Math.max(...all.map(({ logDensity }) => logDensity))
  const weights = all.map(({ logDensity }) => Math.exp(logDensity - highest))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const levels = all[0]?.quality.map((_, at) =>
    all.reduce((total, one, i) => total + ((weights[i] ?? 0) / sum) * (one.mean + (one.quality[at] ?? 0)), 0),
  )
  return levels ?? []
}
