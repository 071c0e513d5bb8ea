import { html, type SafeHtml } from '../../html.ts'
import { axisHeight } from './chart-frame.ts'

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
export function heatMap({ id, title, description, columns, rows }: HeatMap): SafeHtml {
  const width = 100 / Math.max(1, columns.length)
  const rowHeight = labelHeight + cellHeight + gap
  return html`<figure class="app-chart">
<svg class="app-chart__picture" width="100%" height="${axisHeight + rows.length * rowHeight}" role="img" aria-labelledby="${id}-title ${id}-description" xmlns="http://www.w3.org/2000/svg" focusable="false">
<title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>
${columns.map((column, at) => html`<text class="app-chart__tick" x="${rounded((at + 0.5) * (width / 100))}%" y="14" text-anchor="middle">${column}</text>`)}
${rows.map(({ label, shares }, row) => {
  const y = axisHeight + row * rowHeight
  return html`<text class="app-chart__label" x="0" y="${y + 17}">${label}</text>
${shares.map((share, at) => {
  const shade = Math.ceil(Math.min(1, Math.max(0, share)) * shades - 1e-9)
  return html`<rect class="app-chart__cell app-chart__cell--${shade}" x="${rounded((at * width) / 100)}%" width="${rounded(width / 100)}%" y="${y + labelHeight}" height="${cellHeight}"></rect>
<text class="app-chart__cell-text app-chart__cell-text--${shade}" x="${rounded(((at + 0.5) * width) / 100)}%" y="${y + labelHeight + 23}" text-anchor="middle">${Math.round(share * 100)}%</text>`
})}`
})}
</svg>
</figure>`
}
