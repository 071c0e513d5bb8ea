import { html, type SafeHtml } from '../../html.ts'
import { axisHeight, type ChartFrame, chartFrame, keyMark, lengthOn, markAt, placeOn } from './chart-frame.ts'

/** How sure it is on which side of a line something lies. Each has a shape of its own. */
export type IntervalGroup = 'in' | 'near' | 'out'

export type IntervalRow = {
  readonly label: string
  readonly group: IntervalGroup
  readonly estimate: number
  readonly inner: readonly [low: number, high: number]
  readonly outer: readonly [low: number, high: number]
  /** The plain value that the estimate was made of. */
  readonly plain: number
}

export type IntervalChart = Pick<ChartFrame, 'id' | 'title' | 'description' | 'scale'> & {
  readonly rows: readonly IntervalRow[]
  /** After so many rows a line is drawn. */
  readonly lineAfter: number
  /** What each mark means. */
  readonly words: Readonly<Record<IntervalGroup | 'inner' | 'outer' | 'plain' | 'line', string>>
}

const rowHeight = 22

const shapes: Readonly<Record<IntervalGroup, SafeHtml>> = {
  in: html`<circle class="app-chart__in" r="6"></circle>`,
  near: html`<path class="app-chart__near" d="M0-7 7 0 0 7-7 0Z"></path>`,
  out: html`<circle class="app-chart__out" r="5"></circle>`,
}

const plainMark = html`<line class="app-chart__plain" y1="-7" y2="7"></line>`

/** Things in order, each with how sure its place on the scale is: a thick line for half of the chances, a thin one for 90%. */
export function intervalChart({ rows, lineAfter, words, scale, ...frame }: IntervalChart): SafeHtml {
  const middleOf = (at: number): number => axisHeight + at * rowHeight + rowHeight / 2
  const line = axisHeight + lineAfter * rowHeight
  return chartFrame({
    ...frame,
    scale,
    labelled: true,
    height: rows.length * rowHeight,
    content: html`${rows.map(({ label, group, estimate, inner, outer, plain }, at) => {
      const y = middleOf(at)
      const thick = { x: placeOn(scale, inner[0]), width: lengthOn(scale, inner[0], inner[1]) }
      return html`<text class="app-chart__label" x="-104" y="${y + 5}">${label}</text>
<line class="app-chart__outer" x1="${placeOn(scale, outer[0])}" x2="${placeOn(scale, outer[1])}" y1="${y}" y2="${y}"></line>
<rect class="app-chart__inner" x="${thick.x}" width="${thick.width}" y="${y - 3}" height="6"></rect>
${markAt(placeOn(scale, plain), y, plainMark)}${markAt(placeOn(scale, estimate), y, shapes[group])}`
    })}
${lineAfter > 0 && lineAfter < rows.length && html`<line class="app-chart__line" x1="0%" x2="100%" y1="${line}" y2="${line}"></line>`}`,
    key: [
      ...(['in', 'near', 'out'] as const).map((group) => ({ mark: keyMark(shapes[group]), text: words[group] })),
      {
        mark: keyMark(html`<rect class="app-chart__inner" x="-8" width="16" y="-3" height="6"></rect>`),
        text: words.inner,
      },
      { mark: keyMark(html`<line class="app-chart__outer" x1="-8" x2="8"></line>`), text: words.outer },
      { mark: keyMark(plainMark), text: words.plain },
      { mark: keyMark(html`<line class="app-chart__line" x1="-8" x2="8"></line>`), text: words.line },
    ],
  })
}
