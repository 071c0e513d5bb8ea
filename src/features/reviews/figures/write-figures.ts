import type { ReviewAppraisal } from '../../../core/reviews/index.ts'
import { illustrativeWords } from '../../../core/text/illustrative-words.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Sheet } from '../../../platform/spreadsheet/write-spreadsheet.ts'
import type { Review } from '../reviews.store.ts'
import { sheetNames } from './figures-rows.ts'
import { writeNominal, writeReal } from './write-ledgers.ts'
import { writeLines } from './write-lines.ts'
import { writeRates } from './write-rates.ts'
import { writeResults } from './write-results.ts'
import { writeRisks } from './write-risks.ts'

/** The figures of a review so that somebody else can work them out again: inputs are values, all else is formulas. */
export const writeFigures = (review: Review, appraisal: ReviewAppraisal, at: Date): readonly Sheet[] => [
  writeAbout(review, appraisal, at),
  writeResults(appraisal),
  writeLines(appraisal),
  writeRisks(appraisal),
  writeReal(appraisal),
  writeNominal(appraisal),
  writeRates(appraisal),
]

const writeAbout = (review: Review, { period }: ReviewAppraisal, at: Date): Sheet => ({
  name: sheetNames.about,
  headings: ['What this is', ''],
  rows: [
    ['Strategic review', review.title],
    ['Council', review.council],
    ['Reference', review.reference],
    ...(review.illustrative ? [['Note', illustrativeWords]] : []),
    ['As it was at', ukTimeWithZone(at)],
    ['Discount rates', period.schedule],
    ['Measure of prices', period.deflators],
    [
      'How to use it',
      'Change amounts in Lines, Risks and Rates: Real, Nominal and Results follow. The service does not.',
    ],
  ],
})
