import { type CompleteRatings, ratio } from './ratings.ts'

/** Mean squares of a two-way table of scores. */
export type MeanSquares = {
  readonly rows: number
  readonly judges: number
  readonly error: number
  readonly within: number
}

/** The six coefficients of Shrout and Fleiss; null where one is not defined. */
export type IntraclassCorrelation = Readonly<Record<'1,1' | '2,1' | '3,1' | '1,k' | '2,k' | '3,k', number | null>>

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The analysis of variance of scores that every judge gave to every row. At least two of each, else some are NaN. */
export function meanSquares(given: CompleteRatings): MeanSquares {
  const [n, k] = [given.length, given[0]?.length ?? 0]
  // Counted from one of them, so that scores that are all equal are exactly so: a mean of tenths is not.
  const origin = given[0]?.[0] ?? 0
  const ratings = given.map((row) => row.map((score) => score - origin))
  const grand = sum(ratings.map(sum)) / (n * k)
  const square = (value: number): number => (value - grand) ** 2
  const rowMeans = ratings.map((row) => sum(row) / k)
  const judgeMeans = Array.from({ length: k }, (_, judge) => sum(ratings.map((row) => row[judge] ?? 0)) / n)
  const ofRows = k * sum(rowMeans.map(square))
  const ofJudges = n * sum(judgeMeans.map(square))
  // From the residuals themselves: the total less the rest would lose what little is left when judges agree.
  const ofError = sum(
    ratings.map((row, i) =>
      sum(row.map((score, j) => (score - (rowMeans[i] ?? 0) - (judgeMeans[j] ?? 0) + grand) ** 2)),
    ),
  )
  return {
    rows: ofRows / (n - 1),
    judges: ofJudges / (k - 1),
    error: ofError / ((n - 1) * (k - 1)),
    within: (ofJudges + ofError) / (n * (k - 1)),
  }
}

/**
 * How much of the difference between scores is difference between the rows. 1: judges are taken to be different for
 * each row; 2: drawn from many, and their level counts; 3: these judges, and only their order counts. `k`: of the mean
 * of all judges instead of one.
 *
 * @see Shrout and Fleiss 1979, Intraclass correlations: uses in assessing rater reliability
 */
export function intraclassCorrelation(ratings: CompleteRatings): IntraclassCorrelation {
  const [n, k] = [ratings.length, ratings[0]?.length ?? 0]
  const { rows, judges, error, within } = meanSquares(ratings)
  return {
    '1,1': ratio(rows - within, rows + (k - 1) * within),
    '2,1': ratio(rows - error, rows + (k - 1) * error + (k * (judges - error)) / n),
    '3,1': ratio(rows - error, rows + (k - 1) * error),
    '1,k': ratio(rows - within, rows),
    '2,k': ratio(rows - error, rows + (judges - error) / n),
    '3,k': ratio(rows - error, rows),
  }
}
