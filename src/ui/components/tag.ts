import { html, type SafeHtml } from '../html.ts'
import { attributesOf, type Content, contentOf, more, type Styled } from './parts.ts'

export type TagOptions = Content & Styled

/**
 * A status in a coloured box.
 *
 * @example tag({ text: 'Open', classes: 'govuk-tag--green' })
 */
export function tag(options: TagOptions): SafeHtml {
  return html`<strong class="govuk-tag${more(options.classes)}"${attributesOf(options.attributes)}>${contentOf(options)}</strong>`
}
