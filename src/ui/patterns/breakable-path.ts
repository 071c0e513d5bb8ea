import { html, type SafeHtml } from '../html.ts'

/**
 * A path that breaks between its parts and not within a word.
 *
 * @example breakablePath('decision/recommendation.json')
 */
export const breakablePath = (path: string): SafeHtml =>
  html`${path.split('/').map((part, index) => html`${index > 0 && html`/<wbr>`}${part}`)}`
