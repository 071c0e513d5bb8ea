import { html, type SafeHtml } from '../../html.ts'
import {
  axisHeight,
  type ChartFrame,
  type ChartScale,
  chartFrame,
  markAt,
  placeOn,
  upwardsGrid,
} from './chart-frame.ts'
import { pointsAlong } from './points-along.ts'
import { shapeOf } from './shapes.ts'

type Point = { readonly x: number; readonly y: number }

/** Points that are joined in their order. Lines differ in how they are dashed, and more than two in the shapes on them. */
export type ChartLine = { readonly label: string; readonly points: readonly Point[] }

/** A value on the line across. `solid`: where things are now, and not where something changes. */
export type LineMark = { readonly label: string; readonly at: number; readonly solid?: boolean }

export type LineChart = Pick<ChartFrame, 'id' | 'title' | 'description' | 'scale' | 'tickText'> & {
  /** The scale upwards. */
  readonly upwards: ChartScale
  readonly upwardsText?: (value: number) => string
  /** What the scales stand for, such as `years after the first` and `pounds`. */
  readonly axes: { readonly across: string; readonly upwards: string }
  /** At most six, so that they can be told apart. */
  readonly lines: readonly ChartLine[]
  /** An area between two lines, such as what is likely. */
  readonly band?: { readonly label: string; readonly low: readonly Point[]; readonly high: readonly Point[] }
  /** Values that matter on the line across, such as where lines cross. */
  readonly marks?: readonly LineMark[]
}

const tall = 260
/** Of a picture whose width is not known: it is stretched. */
const [unitsAcross, unitsUp] = [1000, 1000]
/** Lines that a solid and a dashed one tell apart. */
const fewLines = 2
const dashes = ['none', '9 5', '2 4', '14 4 3 4', '5 3', '18 6']

/** How one or several things change along a line, such as a total under another weight, or the chance of a cost. */
export const lineChart = (given: LineChart): SafeHtml => chartFrame(lineFrame(given))

/** What is drawn of it, on a page or on paper. */
export function lineFrame({
  lines,
  band,
  marks = [],
  scale,
  upwards,
  upwardsText = String,
  axes,
  ...frame
}: LineChart): ChartFrame {
  const heightOf = (value: number): number => axisHeight + tall - shareOn(upwards, value) * tall
  const pointsOf = (points: readonly Point[], pixelsWide: number | undefined): string => {
    const [across, up] = pixelsWide === undefined ? [unitsAcross, unitsUp] : [pixelsWide, tall]
    return points
      .map(({ x, y }) => `${rounded(shareOn(scale, x) * across)},${rounded((1 - shareOn(upwards, y)) * up)}`)
      .join(' ')
  }
  const marked = lines.length > fewLines
  const isWithin = ({ x, y }: Point): boolean => isOn(scale, x) && isOn(upwards, y)
  return {
    ...frame,
    scale,
    labelled: true,
    height: tall,
    content: (pixelsWide) => html`${upwardsGrid(upwards, heightOf, upwardsText)}
${pixelsWide === undefined ? html`<svg x="0" y="${axisHeight}" width="100%" height="${tall}" viewBox="0 0 ${unitsAcross} ${unitsUp}" preserveAspectRatio="none" overflow="hidden">` : html`<svg x="0" y="${axisHeight}" width="${pixelsWide}" height="${tall}" overflow="hidden">`}
${band !== undefined && html`<polygon class="app-chart__band" points="${pointsOf([...band.low, ...band.high.toReversed()], pixelsWide)}"></polygon>`}
${lines.map(({ points }, at) => html`<polyline class="app-chart__curve" stroke-dasharray="${dashOf(at)}" points="${pointsOf(points, pixelsWide)}"></polyline>`)}
</svg>
${
  marked &&
  lines.map(({ points }, at) =>
    pointsAlong(points, at, lines.length)
      .filter(isWithin)
      .map(({ x, y }) => markAt(placeOn(scale, x), heightOf(y), shapeOf(at))),
  )
}
${marks.map(({ at, solid }) => html`<line class="${markClass(solid)}" x1="${placeOn(scale, at)}" x2="${placeOn(scale, at)}" y1="${axisHeight}" y2="${axisHeight + tall}"></line>`)}`,
    key: [
      { letter: 'Across', text: axes.across },
      { letter: 'Up', text: axes.upwards },
      ...lines.map(({ label }, at) => ({ mark: curveMark(at, marked), text: label })),
      ...(band === undefined ? [] : [{ mark: bandMark, text: band.label }]),
      ...marks.map(({ label, solid }) => ({ mark: lineMark(solid), text: label })),
    ],
  }
}

const dashOf = (at: number): string => dashes[at % dashes.length] ?? 'none'

const shareOn = ({ least, most }: ChartScale, value: number): number =>
  most === least ? 0 : (value - least) / (most - least)

const isOn = ({ least, most }: ChartScale, value: number): boolean => value >= least && value <= most

const rounded = (value: number): number => Math.round(value * 10) / 10

const small = (drawing: SafeHtml): SafeHtml =>
  html`<svg class="app-chart__mark" width="44" height="14" viewBox="0 -7 44 14" aria-hidden="true" focusable="false">${drawing}</svg>`

const curveMark = (at: number, marked: boolean): SafeHtml =>
  small(
    html`<line class="app-chart__curve" stroke-dasharray="${dashOf(at)}" x1="0" x2="44"></line>${marked && markAt('22', 0, shapeOf(at))}`,
  )
const bandMark = small(html`<rect class="app-chart__band" x="0" width="44" y="-6" height="12"></rect>`)
const lineMark = (solid: boolean | undefined): SafeHtml =>
  small(html`<line class="${markClass(solid)}" x1="22" x2="22" y1="-7" y2="7"></line>`)
const markClass = (solid: boolean | undefined): string => (solid === true ? 'app-chart__plain' : 'app-chart__line')
