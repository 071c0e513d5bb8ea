import { html, type SafeHtml } from '../../html.ts'
import { axisHeight, type ChartFrame, chartFrame } from './chart-frame.ts'
import { labelAbove, roomForLabels } from './chart-label.ts'

export type HeatMap = {
  /** Unique on its page. */
  readonly id: string
  readonly title: string
  /** What it shows, in words, for those who do not see it. */
  readonly description: string
  readonly columns: readonly string[]
  /** Shares from 0 to 1, in the order of the columns. */
  readonly rows: readonly { readonly label: string; readonly shares: readonly number[] }[]
}

const [labelHeight, cellHeight, gap] = [24, 34, 8]
const shades = 5

const rounded = (share: number): number => Math.round(share * 1000) / 10

/** Shares as cells that are darker for more. The number stands in each, so that no one needs to tell shades. */
export const heatMap = (given: HeatMap): SafeHtml => chartFrame(heatFrame(given))

/** What is drawn of it, on a page or on paper. */
export function heatFrame({ columns, rows, ...frame }: HeatMap): ChartFrame {
  const width = 100 / Math.max(1, columns.length)
  const room = roomForLabels(rows.map(({ label }) => label))
  const rowHeight = room + labelHeight + cellHeight + gap
  return {
    ...frame,
    scale: { least: 0, most: 1, ticks: [] },
    labelled: false,
    height: rows.length * rowHeight,
    key: [],
    content: (
      pixelsWide,
    ) => html`${columns.map((column, at) => html`<text class="app-chart__tick" x="${rounded((at + 0.5) * (width / 100))}%" y="14" text-anchor="middle">${column}</text>`)}
${rows.map(({ label, shares }, row) => {
  const y = axisHeight + row * rowHeight + room
  return html`${labelAbove(label, y + 17, pixelsWide)}
${shares.map((share, at) => {
  const shade = Math.ceil(Math.min(1, Math.max(0, share)) * shades - 1e-9)
  return html`<rect class="app-chart__cell app-chart__cell--${shade}" x="${rounded((at * width) / 100)}%" width="${rounded(width / 100)}%" y="${y + labelHeight}" height="${cellHeight}"></rect>
<text class="app-chart__cell-text app-chart__cell-text--${shade}" x="${rounded(((at + 0.5) * width) / 100)}%" y="${y + labelHeight + 23}" text-anchor="middle">${Math.round(share * 100)}%</text>`
})}`
})}`,
  }
}
