import { html, type SafeHtml } from '../html.ts'
import { attribute, attributesOf, type Content, contentOf, more, type Optional, type Styled } from './parts.ts'

export type InsetTextOptions = Content & Styled & Optional<{ id: string }>

/** Words set apart from the rest. */
export function insetText(options: InsetTextOptions): SafeHtml {
  return html`<div${attribute('id', options.id)} class="govuk-inset-text${more(options.classes)}"${attributesOf(options.attributes)}>${contentOf(options)}</div>`
}
