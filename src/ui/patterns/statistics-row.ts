import { html, type SafeHtml } from '../html.ts'

/** A few large numbers with what they count. Values are written as they are: format them first. */
export function statisticsRow(
  statistics: readonly { readonly value: string | number | SafeHtml; readonly label: string }[],
): SafeHtml {
  return html`<dl class="app-statistics">${statistics.map(
    ({ value, label }) =>
      html`<div class="app-statistics__item"><dt class="app-statistics__label">${label}</dt><dd class="app-statistics__value">${value}</dd></div>`,
  )}</dl>`
}
