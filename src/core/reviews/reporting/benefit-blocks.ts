import { wholePounds } from '../../forms/index.ts'
import { distributionOf, impliedPrices, type ReviewAppraisal } from '../money/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import { amountsTable, type ReportBlock } from './report-block.ts'

/** What stands beside the values of options, and never in them: benefits without a price, and who gets those that have one. */
export const benefitBlocks = (record: ReviewRecord, appraisal: ReviewAppraisal): readonly ReportBlock[] => [
  ...impliedBlocks(appraisal),
  ...distributionBlocks(record, appraisal),
]

/** @see docs/sources.md#green-book-2026 (paragraph 6.105) */
function impliedBlocks(appraisal: ReviewAppraisal): readonly ReportBlock[] {
  const implied = impliedPrices(appraisal)
  if (implied === undefined) return []
  const best = `“${implied.best.title}”`
  return [
    { kind: 'heading', text: 'What has no price' },
    {
      kind: 'finding',
      text: `${best} has the highest net present social value of what could be priced. Another option is only as good if its benefits without a price are worth this much more than those of ${best}.`,
    },
    amountsTable(
      `What benefits without a price would have to be worth beyond those of ${best}`,
      ['Option', 'Each year, in pounds of the first', 'All years, present value'],
      implied.others.map(({ option, aYear, presentValue }) => [
        option.title,
        wholePounds(aYear),
        wholePounds(presentValue),
      ]),
    ),
  ]
}

/** @see docs/sources.md#green-book-2026 (paragraphs 7.11 to 7.15) */
function distributionBlocks(record: ReviewRecord, appraisal: ReviewAppraisal): readonly ReportBlock[] {
  const found = distributionOf(record, appraisal)
  if (found === undefined || found.options.length === 0) return []
  return [
    { kind: 'heading', text: 'Who gets the benefits' },
    {
      kind: 'finding',
      text: `A pound counts more for people with less income. Its weight is the median income of ${wholePounds(found.median)} divided by their income, to the power of 1.3. Weighted values stand beside those that are not.`,
    },
    amountsTable(
      'Net present social value, as it is and weighted by the incomes of those who get the benefits',
      ['Option', 'As it is', 'Weighted'],
      found.options.map(({ option, npsv, weighted }) => [option.title, wholePounds(npsv), wholePounds(weighted)]),
    ),
  ]
}
