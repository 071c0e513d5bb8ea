import {
  departureBlocks,
  preferredOptionOf,
  type ReviewAppraisal,
  type ReviewRecord,
} from '../../../core/reviews/index.ts'
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

/**
 * The figures of a review so that somebody else can work them out again: inputs are values, all else is formulas.
 *
 * @param record what the report says of the option that it prefers; left out where there is none
 */
export const writeFigures = (
  review: Review,
  appraisal: ReviewAppraisal,
  at: Date,
  record?: ReviewRecord,
): readonly Sheet[] => [
  writeAbout(review, appraisal, at, record),
  writeResults(appraisal),
  writeLines(appraisal),
  writeRisks(appraisal),
  writeReal(appraisal),
  writeNominal(appraisal),
  writeRates(appraisal),
]

const writeAbout = (review: Review, { period }: ReviewAppraisal, at: Date, record?: ReviewRecord): Sheet => ({
  name: sheetNames.about,
  headings: ['What this is', ''],
  rows: [
    ['Strategic review', review.title],
    ['Council', review.council],
    ['Reference', review.reference],
    ...(review.illustrative ? [['Note', illustrativeWords]] : []),
    ['As it was at', ukTimeWithZone(at)],
    ...(record === undefined ? [] : preferenceRows(record)),
    ['Discount rates', period.schedule],
    ['Measure of prices', period.deflators],
    [
      'How to use it',
      'Change amounts in Lines, Risks and Rates: Real, Nominal and Results follow. The service does not.',
    ],
  ],
})

/** Which option is preferred, and why where the filter and the weighing found another one. */
function preferenceRows(record: ReviewRecord): readonly (readonly [string, string])[] {
  const preferred = preferredOptionOf(record)
  if (preferred === undefined) return []
  const said = departureBlocks(record).flatMap((block): readonly (readonly [string, string])[] => {
    if (block.kind === 'quote') return [[`The reason, in the words of ${block.from}`, block.text]]
    return block.kind === 'finding' || block.kind === 'missing' ? [['', block.text]] : []
  })
  return [['Preferred option', preferred.title], ...said]
}
