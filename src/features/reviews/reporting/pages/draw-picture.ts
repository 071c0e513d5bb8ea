import { dayOfNumber, type PictureUnit, type ReportBlock, type ReportPicture } from '../../../../core/reviews/index.ts'
import { shortPounds } from '../../../../core/text/short-pounds.ts'
import { dayInWords } from '../../../../core/time/day.ts'
import {
  type ChartFrame,
  type ChartScale,
  dotFrame,
  ganttFrame,
  heatFrame,
  lineFrame,
  printedChart,
  scaleAround,
  scaleOver,
  scatterFrame,
  stackedBarsFrame,
  tornadoFrame,
} from '../../../../ui/patterns/index.ts'

export type PictureBlock = Extract<ReportBlock, { readonly kind: 'picture' }>

/** What is drawn of a picture of a report, on a page or on paper. @param id unique in the document */
export function drawPicture({ title, finding, picture }: PictureBlock, id: string): ChartFrame {
  const named = { id, title, description: finding }
  switch (picture.chart) {
    case 'stacked':
      return stackedBarsFrame({ ...named, ...picture, scale: hundred })
    case 'lines':
      return linesOf(named, picture)
    case 'heat':
      return heatFrame({ ...named, ...picture })
    case 'tornado':
      return tornadoFrame({
        ...named,
        ...picture,
        scale: scaleOver([picture.middle, 0, ...picture.bars.flatMap(({ low, high }) => [low, high])]),
        tickText: shortPounds,
        switching: 0,
        words: {
          bar: 'from the 10th to the 90th percentile of a line; a risk from not happening to happening',
          middle: 'all as it stands in the table',
          switching: 'the option is worth nothing',
        },
      })
    case 'dots':
      return dotFrame({
        ...named,
        ...picture,
        scale: scaleAround([0, ...picture.rows.flatMap(({ dots }) => dots.map(({ value }) => value))], 0, 100),
        tickText: textIn.percent,
        words: { mean: 'mean of all, each person counting the same' },
      })
    case 'plan':
      return ganttFrame({
        ...named,
        ...picture,
        tickText: (number) => dayInWords(dayOfNumber(number)).replace(/^1 (\w{3})\w*/, '$1'),
        words: { work: 'Work', gate: 'Gate, at which somebody decides whether to go on' },
      })
    case 'scatter':
      return scatterFrame({
        ...named,
        ...picture,
        scale: scaleOver(picture.points.map(({ x }) => x)),
        tickText: shortPounds,
        upwards: scaleAround(
          picture.points.map(({ y }) => y),
          0,
          100,
        ),
        axes: {
          across: 'present value of costs: further left costs less',
          upwards: 'value, from 0 to 100: higher is worth more',
        },
        words: { filled: 'on the frontier', hollow: 'another option costs no more and is worth no less' },
      })
  }
}

/** A picture as an SVG document of its own, in black and white. */
export const drawOnPaper = (block: PictureBlock): string => printedChart(drawPicture(block, 'picture'))

const hundred: ChartScale = { least: 0, most: 100, ticks: [0, 25, 50, 75, 100] }

const textIn: Readonly<Record<PictureUnit, (value: number) => string>> = {
  pounds: shortPounds,
  percent: (value) => `${value}%`,
  points: String,
  years: String,
}

/** What a scale is called by what it is in. */
const axisWords: Readonly<Record<PictureUnit, string>> = {
  pounds: 'pounds',
  percent: 'percent',
  points: 'points of 100',
  years: 'years after the first',
}

type Named = Pick<ChartFrame, 'id' | 'title' | 'description'>

function linesOf(named: Named, picture: Extract<ReportPicture, { readonly chart: 'lines' }>): ChartFrame {
  const { across, upwards, lines, band, marks = [] } = picture
  const points = [...lines.flatMap((line) => line.points), ...(band === undefined ? [] : [...band.low, ...band.high])]
  return lineFrame({
    ...named,
    lines,
    ...(band !== undefined && { band }),
    marks,
    scale: scaleIn(
      across,
      points.map(({ x }) => x),
    ),
    axes: { across: axisWords[across], upwards: axisWords[upwards] },
    tickText: textIn[across],
    upwards: scaleIn(
      upwards,
      points.map(({ y }) => y),
    ),
    upwardsText: textIn[upwards],
  })
}

/** Ticks across, of years, at most. */
const mostYears = 5

function scaleIn(unit: PictureUnit, values: readonly number[]): ChartScale {
  if (unit === 'percent' || unit === 'points') return hundred
  if (unit === 'pounds') return scaleOver([0, ...values])
  const last = Math.max(1, ...values)
  const step = Math.max(1, Math.ceil(last / mostYears))
  return { least: 0, most: last, ticks: Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step) }
}
