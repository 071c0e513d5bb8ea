import { html, type SafeHtml } from '../../html.ts'
import { axisHeight, type ChartFrame, chartFrame, keyMark, lengthOn, placeOn } from './chart-frame.ts'
import { labelAbove, roomForLabels } from './chart-label.ts'

export type TornadoBar = { readonly label: string; readonly low: number; readonly high: number }

export type TornadoChart = Pick<ChartFrame, 'id' | 'title' | 'description' | 'scale' | 'tickText'> & {
  /** The widest first. */
  readonly bars: readonly TornadoBar[]
  /** Where all bars begin: nothing is changed. */
  readonly middle: number
  /** A value at which something switches; undefined where none is near. */
  readonly switching: number | undefined
  readonly words: Readonly<Record<'bar' | 'middle' | 'switching', string>>
}

const rowHeight = 46

/** How far each of several things moves a total, from its low to its high value. */
export const tornadoChart = (given: TornadoChart): SafeHtml => chartFrame(tornadoFrame(given))

/** What is drawn of it, on a page or on paper. */
export function tornadoFrame({ bars, middle, switching, words, scale, ...frame }: TornadoChart): ChartFrame {
  const room = roomForLabels(bars.map(({ label }) => label))
  // Beside its name a row has no line, which would be read through it.
  const upright = (className: string, at: number, y: number): SafeHtml =>
    html`<line class="${className}" x1="${placeOn(scale, at)}" x2="${placeOn(scale, at)}" y1="${y + 20}" y2="${y + 42}"></line>`
  return {
    ...frame,
    scale,
    labelled: false,
    height: bars.length * (rowHeight + room),
    content: (pixelsWide) =>
      html`${bars.map(({ label, low, high }, at) => {
        const [from, to] = [Math.min(low, high), Math.max(low, high)]
        const y = axisHeight + at * (rowHeight + room) + room
        return html`${labelAbove(label, y + 16, pixelsWide)}
<rect class="app-chart__inner" x="${placeOn(scale, from)}" width="${lengthOn(scale, from, to)}" y="${y + 24}" height="14"></rect>
${upright('app-chart__plain', middle, y)}${switching !== undefined && upright('app-chart__line', switching, y)}`
      })}`,
    key: [
      {
        mark: keyMark(html`<rect class="app-chart__inner" x="-8" width="16" y="-5" height="10"></rect>`),
        text: words.bar,
      },
      { mark: keyMark(html`<line class="app-chart__plain" y1="-7" y2="7"></line>`), text: words.middle },
      ...(switching === undefined
        ? []
        : [{ mark: keyMark(html`<line class="app-chart__line" y1="-7" y2="7"></line>`), text: words.switching }]),
    ],
  }
}
