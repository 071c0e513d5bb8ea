export {
  type IntraclassCorrelation,
  intraclassCorrelation,
  type MeanSquares,
  meanSquares,
} from './intraclass-correlation.ts'
export { type Concordance, kendallW, ranksOf } from './kendall-w.ts'
export { krippendorffAlpha, type Level } from './krippendorff-alpha.ts'
export { type CompleteRatings, completeOrNull, type Ratings } from './ratings.ts'
