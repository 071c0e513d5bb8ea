import { shortPounds } from '../../../../core/text/short-pounds.ts'
import type { SafeHtml } from '../../../../ui/html.ts'
import { lineChart, scaleOver, tornadoChart } from '../../../../ui/patterns/index.ts'
import type { RunModel } from './run-model.ts'

const percents = { least: 0, most: 100, ticks: [0, 20, 50, 80, 100] }

/** The chance that an option comes to less than an amount. */
export function curvesChart({ curves, finding }: Pick<RunModel, 'curves' | 'finding'>): SafeHtml {
  const ends = curves.flatMap(({ curve }) => [curve[1] ?? 0, curve[99] ?? 0])
  return lineChart({
    id: 'curves',
    title: 'Chance that the net present social value is less',
    description: finding,
    scale: scaleOver(ends),
    tickText: shortPounds,
    axes: { across: 'net present social value', upwards: 'chance that it is less' },
    upwards: percents,
    upwardsText: (value) => `${value}%`,
    lines: curves.map(({ label, curve }) => ({ label, points: curve.map((x, y) => ({ x, y })) })),
  })
}

type Option = NonNullable<RunModel['option']>

/** How far each line moves what the option comes to. */
export const tornadoOf = ({ bars, middle, tornadoFinding }: Option): SafeHtml =>
  tornadoChart({
    id: 'tornado',
    title: 'What moves the net present social value',
    description: tornadoFinding,
    scale: scaleOver([middle, 0, ...bars.flatMap(({ low, high }) => [low, high])]),
    tickText: shortPounds,
    bars,
    middle,
    switching: 0,
    words: {
      bar: 'from the 10th to the 90th percentile of a line; a risk from not happening to happening',
      middle: 'all as it stands in the table',
      switching: 'the option is worth nothing',
    },
  })

/** What will have been paid by the end of each year. */
export function bandChart(title: string, { low, middle, high }: NonNullable<Option['band']>): SafeHtml {
  const points = (pounds: readonly number[]) => pounds.map((y, x) => ({ x, y }))
  const last = Math.max(1, middle.length - 1)
  const step = Math.max(1, Math.ceil(last / 5))
  const ticks = Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step)
  return lineChart({
    id: 'band',
    title: `Paid and got by ${title}, by the end of year 0, 1, 2 and so on`,
    description: 'Nominal pounds added up, with costs as negative amounts',
    scale: { least: 0, most: last, ticks },
    axes: { across: 'years after the first', upwards: 'pounds paid and got so far' },
    upwards: scaleOver([0, ...low, ...high]),
    upwardsText: shortPounds,
    lines: [{ label: 'P50', points: points(middle) }],
    band: { label: 'P10 to P90: eight times in ten', low: points(low), high: points(high) },
  })
}
