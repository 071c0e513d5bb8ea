import { html, type SafeHtml } from '../../html.ts'
import { axisHeight, type ChartFrame, chartFrame, keyMark, markAt, placeOn } from './chart-frame.ts'
import { labelAbove, roomForLabels } from './chart-label.ts'
import { shapeOf } from './shapes.ts'

export type DotRow = {
  readonly label: string
  /** `group`: the place of its group. */
  readonly dots: readonly { readonly group: number; readonly value: number }[]
  /** Of all together. */
  readonly mean: number
}

export type DotPlot = Pick<ChartFrame, 'id' | 'title' | 'description' | 'scale' | 'tickText'> & {
  /** Told apart by the shape of their dots, and by a line of their own in each row. */
  readonly groups: readonly string[]
  readonly rows: readonly DotRow[]
  readonly words: { readonly mean: string }
}

const [labelHeight, lineHeight, gap] = [24, 16, 14]

/** What each person gave, group by group, and the mean of all. */
export const dotPlot = (given: DotPlot): SafeHtml => chartFrame(dotFrame(given))

/** What is drawn of it, on a page or on paper. */
export function dotFrame({ groups, rows, words, scale, ...frame }: DotPlot): ChartFrame {
  const room = roomForLabels(rows.map(({ label }) => label))
  const rowHeight = room + labelHeight + groups.length * lineHeight + gap
  return {
    ...frame,
    scale,
    labelled: false,
    height: rows.length * rowHeight,
    content: (pixelsWide) =>
      html`${rows.map(({ label, dots, mean }, row) => {
        const y = axisHeight + row * rowHeight + room
        const x = placeOn(scale, mean)
        return html`${labelAbove(label, y + 17, pixelsWide)}
<line class="app-chart__plain" x1="${x}" x2="${x}" y1="${y + labelHeight}" y2="${y + rowHeight - room - gap}"></line>
${dots.map(({ group, value }) => {
  return markAt(placeOn(scale, value), y + labelHeight + (group + 0.5) * lineHeight, shapeOf(group))
})}`
      })}`,
    key: [
      ...groups.map((text, at) => ({ mark: keyMark(shapeOf(at)), text })),
      { mark: keyMark(html`<line class="app-chart__plain" y1="-7" y2="7"></line>`), text: words.mean },
    ],
  }
}
