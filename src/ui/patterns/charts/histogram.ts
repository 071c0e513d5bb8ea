import { html, type SafeHtml } from '../../html.ts'
import { axisHeight, type ChartFrame, chartFrame, keyMark, lengthOn, markAt, placeOn } from './chart-frame.ts'

/** How many lie from one value up to another. */
export type HistogramBar = { readonly from: number; readonly to: number; readonly count: number }

export type Histogram = Pick<ChartFrame, 'id' | 'title' | 'description' | 'scale'> & {
  readonly bars: readonly HistogramBar[]
  /** A value of the reader’s own; null where there is none to show. */
  readonly own: number | null
  /** A value that must be reached. */
  readonly threshold: number
  /** What each mark means. */
  readonly words: Readonly<Record<'bar' | 'own' | 'threshold', string>>
}

const tallest = 140
/** Over the tallest bar, for its number. */
const room = 24

const ownMark = html`<path class="app-chart__estimate" d="M0-9 9 0 0 9-9 0Z"></path>`
const barMark = html`<rect class="app-chart__bar" x="-7" y="-6" width="14" height="12"></rect>`

/** How values are spread: the area of a bar is how many there are, so that a wide bar does not look like more. */
export function histogram({ bars, own, threshold, words, scale, ...frame }: Histogram): SafeHtml {
  const densityOf = ({ from, to, count }: HistogramBar): number => count / (to - from)
  const most = Math.max(...bars.map(densityOf))
  const bottom = axisHeight + room + tallest
  const line = placeOn(scale, threshold)
  return chartFrame({
    ...frame,
    scale,
    labelled: false,
    height: room + tallest,
    content: html`${bars.map((bar) => {
      const height = Math.round((tallest * densityOf(bar)) / most)
      return html`<rect class="app-chart__bar" x="${placeOn(scale, bar.from)}" width="${lengthOn(scale, bar.from, bar.to)}" y="${bottom - height}" height="${height}"></rect>
<text class="app-chart__label" x="${placeOn(scale, (bar.from + bar.to) / 2)}" y="${bottom - height - 6}" text-anchor="middle">${bar.count}</text>`
    })}
<line class="app-chart__line" x1="${line}" x2="${line}" y1="${axisHeight}" y2="${bottom}"></line>
${own !== null && markAt(placeOn(scale, own), bottom - 12, ownMark)}`,
    key: [
      { mark: keyMark(barMark), text: words.bar },
      { mark: keyMark(html`<line class="app-chart__line" y1="-7" y2="7"></line>`), text: words.threshold },
      ...(own === null
        ? []
        : [
            {
              mark: keyMark(html`<path class="app-chart__estimate" d="M0-7 7 0 0 7-7 0Z"></path>`),
              text: words.own,
            },
          ]),
    ],
  })
}
