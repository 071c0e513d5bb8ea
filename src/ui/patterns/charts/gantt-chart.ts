import { html, type SafeHtml } from '../../html.ts'
import { axisHeight, type ChartFrame, chartFrame, keyMark, lengthOn, markAt, placeOn } from './chart-frame.ts'
import { labelAbove, roomForLabels } from './chart-label.ts'

/** Something that goes on from one place on the line to another; a gate is at its beginning. */
export type GanttRow = {
  readonly label: string
  readonly from: number
  readonly to: number
  readonly isGate: boolean
}

export type GanttChart = Pick<ChartFrame, 'id' | 'title' | 'description' | 'scale' | 'tickText'> & {
  readonly rows: readonly GanttRow[]
  readonly words: Readonly<Record<'work' | 'gate', string>>
}

const rowHeight = 44
const diamond = html`<path class="app-chart__dot" d="M0-9 9 0 0 9-9 0Z"></path>`
const bar = html`<rect class="app-chart__inner" x="-8" width="16" y="-6" height="12"></rect>`

/** Steps of a plan along a line of time. */
export const ganttChart = (given: GanttChart): SafeHtml => chartFrame(ganttFrame(given))

/** What is drawn of it, on a page or on paper. */
export function ganttFrame({ rows, words, scale, ...frame }: GanttChart): ChartFrame {
  const room = roomForLabels(rows.map(({ label }) => label))
  return {
    ...frame,
    scale,
    labelled: false,
    height: rows.length * (rowHeight + room),
    content: (pixelsWide) =>
      html`${rows.map(({ label, from, to, isGate }, at) => {
        const y = axisHeight + at * (rowHeight + room) + room
        return html`${labelAbove(label, y + 16, pixelsWide)}
${
  isGate
    ? markAt(placeOn(scale, from), y + 30, diamond)
    : html`<rect class="app-chart__inner" x="${placeOn(scale, from)}" width="${lengthOn(scale, from, to)}" y="${y + 23}" height="14"></rect>`
}`
      })}`,
    key: [
      { mark: keyMark(bar), text: words.work },
      { mark: keyMark(html`<g transform="scale(0.7)">${diamond}</g>`), text: words.gate },
    ],
  }
}
