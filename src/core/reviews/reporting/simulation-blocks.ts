import { wholePounds } from '../../forms/index.ts'
import type { ReviewAppraisal } from '../money/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import type { KeptRun } from '../review-runs.ts'
import {
  bandFinding,
  type CostResult,
  certainFinding,
  chanceWords,
  percentilesMean,
  spreadsFinding,
  tornadoFinding,
} from '../uncertainty/index.ts'
import { amountsTable, type ReportBlock } from './report-block.ts'
import { mostLines } from './report-picture.ts'

/** Bars of a tornado: the others hardly move anything. */
const mostBars = 8

const heading: ReportBlock = { kind: 'heading', text: 'How sure the money is' }

/** What options may come to, by the last simulation. Nothing below full depth, and in versions from before runs were kept. */
export function chancesBlocks(
  { depth, runs }: ReviewRecord,
  { options }: ReviewAppraisal,
  preferred: string,
): readonly ReportBlock[] {
  if (depth !== 'full' || runs === undefined) return []
  const { costs } = runs
  if (costs?.current !== true) {
    const text = costs === undefined ? 'Nothing is simulated yet.' : 'Figures have changed since they were simulated.'
    return [heading, { kind: 'missing', text }]
  }
  const titleOf = (id: string): string => options.find(({ option }) => option.id === id)?.option.title ?? ''
  const { spreads } = costs.result
  const byFirst = [...spreads].sort((one, other) => other.first - one.first)
  const finding = spreadsFinding(byFirst, titleOf)
  const certain = certainFinding(spreads, titleOf)
  return [
    heading,
    {
      kind: 'picture',
      title: 'Chance that the net present social value is less',
      finding,
      picture: {
        chart: 'lines',
        across: 'pounds',
        upwards: 'percent',
        lines: byFirst.slice(0, mostLines).map(({ id, curve }) => ({
          label: titleOf(id),
          points: curve.map((x, y) => ({ x, y })).slice(1, -1),
        })),
      },
    },
    amountsTable(
      'The range of results for each option: net present social value in pounds',
      ['Option', 'Mean', 'P10', 'P50', 'P80', 'P90', 'Best in'],
      spreads.map(({ id, mean, curve, first }) => [
        titleOf(id),
        wholePounds(mean),
        ...[10, 50, 80, 90].map((percent) => wholePounds(curve[percent] ?? 0)),
        chanceWords(first),
      ]),
    ),
    { kind: 'finding', text: percentilesMean },
    ...(certain === undefined ? [] : [{ kind: 'finding', text: certain } as const]),
    ...tornadoBlocks(
      costs.result,
      options.find(({ option }) => option.id === preferred),
    ),
    { kind: 'finding', text: madeWords(costs) },
  ]
}

function tornadoBlocks(
  { spreads }: CostResult,
  own: ReviewAppraisal['options'][number] | undefined,
): readonly ReportBlock[] {
  const spread = spreads.find(({ id }) => id === own?.option.id)
  if (own === undefined || spread === undefined) return []
  const bars = spread.tornado.slice(0, mostBars)
  const finding = `Of “${own.option.title}”: ${tornadoFinding(spread.tornado)}`
  if (bars.length === 0) return [{ kind: 'finding', text: finding, restsOn: ['risk'] }]
  return [
    {
      kind: 'picture',
      title: `What moves the net present social value of ${own.option.title}`,
      finding,
      picture: {
        chart: 'tornado',
        bars: bars.map(({ driver, low, high }) => ({ label: driver, low, high })),
        middle: own.economic.npsv,
      },
      restsOn: ['risk'],
    },
    {
      restsOn: ['risk'],
      ...amountsTable(
        `What each line or risk does to the net present social value of ${own.option.title}`,
        ['Line or risk', 'P10, or not happening', 'P90, or happening'],
        bars.map(({ driver, low, high }) => [driver, wholePounds(low), wholePounds(high)]),
      ),
    },
  ]
}

const madeWords = ({ number, engine, resultSha256 }: KeptRun<CostResult>): string =>
  `By simulation ${number} (${engine}), whose result has the SHA-256 ${resultSha256.slice(0, 16)}… and can be worked out again.`

/** What the preferred option will have cost the council by the end of each year. */
export function cashBandBlocks(
  { depth, runs }: ReviewRecord,
  { options }: ReviewAppraisal,
  preferred: string,
): readonly ReportBlock[] {
  const band =
    depth === 'full' && runs?.costs?.current ? runs.costs.result.cash.find(({ id }) => id === preferred) : undefined
  const title = options.find(({ option }) => option.id === preferred)?.option.title
  if (band === undefined || title === undefined || band.middle.length === 0) return []
  const finding = bandFinding(band)
  const points = (pounds: readonly number[]) => pounds.map((y, x) => ({ x, y }))
  return [
    { kind: 'heading', text: `What ${title} may cost the council` },
    {
      kind: 'picture',
      title: `Paid and got by ${title}, by the end of year 0, 1, 2 and so on, in the pounds of the day`,
      finding,
      picture: {
        chart: 'lines',
        across: 'years',
        upwards: 'pounds',
        lines: [{ label: 'P50', points: points(band.middle) }],
        band: { label: 'P10 to P90: eight times in ten', low: points(band.low), high: points(band.high) },
      },
    },
    amountsTable(
      'Paid and got by the end of each year, in the pounds of the day',
      ['By the end of', 'P10', 'P50', 'P90'],
      band.middle.map((middle, at) => [
        `Year ${at}`,
        ...[band.low[at], middle, band.high[at]].map((pounds) => wholePounds(pounds ?? 0)),
      ]),
    ),
  ]
}
