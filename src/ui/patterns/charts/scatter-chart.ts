import { html, type SafeHtml } from '../../html.ts'
import {
  axisHeight,
  type ChartFrame,
  type ChartScale,
  chartFrame,
  keyMark,
  markAt,
  placeOn,
  upwardsGrid,
} from './chart-frame.ts'

export type ScatterPoint = {
  /** A letter or two, by which the table beside says which it is. */
  readonly letter: string
  readonly x: number
  readonly y: number
  /** Whether it stands out: the others are hollow. */
  readonly filled: boolean
}

export type ScatterChart = Pick<ChartFrame, 'id' | 'title' | 'description' | 'scale' | 'tickText'> & {
  readonly upwards: ChartScale
  /** What the scales stand for, such as `present value of costs` and `value, from 0 to 100`. */
  readonly axes: { readonly across: string; readonly upwards: string }
  readonly points: readonly ScatterPoint[]
  readonly words: Readonly<Record<'filled' | 'hollow', string>>
}

const tall = 260

const mark = ({ filled }: Pick<ScatterPoint, 'filled'>): SafeHtml =>
  html`<circle class="${filled ? 'app-chart__dot' : 'app-chart__out'}" r="7"></circle>`

/** Things by two measures that are not to be made into one. */
export const scatterChart = (given: ScatterChart): SafeHtml => chartFrame(scatterFrame(given))

/** What is drawn of it, on a page or on paper. */
export const scatterFrame = ({ points, upwards, axes, words, scale, ...frame }: ScatterChart): ChartFrame => {
  const heightOf = (value: number): number =>
    axisHeight + tall - ((value - upwards.least) / (upwards.most - upwards.least || 1)) * tall
  return {
    ...frame,
    scale,
    labelled: true,
    height: tall,
    content: html`${upwardsGrid(upwards, heightOf)}
${points.map((point) => {
  const x = placeOn(scale, point.x)
  const y = Math.round(heightOf(point.y) * 10) / 10
  return html`${markAt(x, y, mark(point))}<text class="app-chart__label" x="${x}" y="${y + 5}" dx="12">${point.letter}</text>`
})}`,
    key: [
      { letter: 'Across', text: axes.across },
      { letter: 'Up', text: axes.upwards },
      { mark: keyMark(html`<circle class="app-chart__dot" r="6"></circle>`), text: words.filled },
      { mark: keyMark(html`<circle class="app-chart__out" r="6"></circle>`), text: words.hollow },
    ],
  }
}
