import { html, type SafeHtml } from '../html.ts'

/**
 * Something that may be wider than a small screen, such as a table: it scrolls by itself, with the keyboard too.
 *
 * @param label what it is, for those who cannot see it
 */
export const scrolling = (label: string, content: SafeHtml): SafeHtml =>
  html`<div class="app-scroll" tabindex="0" role="region" aria-label="${label}">${content}</div>`
