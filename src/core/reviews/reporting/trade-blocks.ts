import { wholePounds } from '../../forms/index.ts'
import { plainList } from '../../text/plain-list.ts'
import { type CostAndValue, costAndValue } from '../cost-value.ts'
import type { ReviewAppraisal } from '../money/index.ts'
import { type ReviewWeighing, weighReview } from '../weighing/index.ts'
import type { ReportBlock } from './report-block.ts'

/** Which options stand on the frontier of money and what else matters. */
export function tradeFinding(options: readonly CostAndValue[]): string {
  const frontier = options.filter(({ dominatedBy }) => dominatedBy.length === 0).map(({ title }) => `“${title}”`)
  return frontier.length === options.length
    ? 'Every option that is worth more costs more: which one is a choice.'
    : `${plainList(frontier)} ${frontier.length > 1 ? 'are' : 'is'} on the frontier: for every other option there is one that costs no more and is worth no less.`
}

/** Whether an option is on the frontier, or which others cost no more and are worth no less. */
export const tradeVerdict = ({ dominatedBy }: CostAndValue): string =>
  dominatedBy.length === 0
    ? 'On the frontier: no other option is worth as much for less'
    : `${plainList(dominatedBy.map((each) => `“${each}”`))} ${dominatedBy.length > 1 ? 'cost' : 'costs'} no more and ${dominatedBy.length > 1 ? 'are' : 'is'} worth no less`

/** The letter by which a table says which point is which. @example tradeLetter(0) // => 'A' */
export const tradeLetter = (at: number): string => String.fromCharCode(65 + at)

/** Money beside what else matters, never made into one score; nothing before options were weighed and scored. */
export function tradeBlocks(appraisal: ReviewAppraisal, weighing: ReviewWeighing | undefined): readonly ReportBlock[] {
  const weighed = weighing && weighReview(weighing)
  const options = weighed === undefined ? [] : costAndValue(appraisal, weighed)
  if (options.length === 0) return []
  const finding = `${tradeFinding(options)} Cost and value are not added up to one score.`
  return [
    { kind: 'heading', text: 'Money beside what else matters' },
    {
      kind: 'picture',
      title: 'Present value of costs, across, and value from 0 to 100, upwards',
      finding,
      picture: {
        chart: 'scatter',
        points: options.map(({ cost, value, dominatedBy }, at) => ({
          letter: tradeLetter(at),
          x: cost,
          y: value,
          filled: dominatedBy.length === 0,
        })),
      },
      restsOn: ['weighing'],
    },
    {
      kind: 'table',
      restsOn: ['weighing'],
      caption: 'Cost and value of each option',
      columns: [
        { text: 'Option' },
        { text: 'Present value of costs', amounts: true },
        { text: 'Value, from 0 to 100', amounts: true },
        { text: 'What that means' },
      ],
      rows: options.map((option, at) => [
        `${tradeLetter(at)}: ${option.title}`,
        wholePounds(option.cost),
        option.value.toFixed(1),
        tradeVerdict(option),
      ]),
    },
  ]
}
