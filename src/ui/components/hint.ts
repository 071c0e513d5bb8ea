import { html, type SafeHtml } from '../html.ts'
import { attribute, attributesOf, type Content, contentOf, more, type Optional, type Styled } from './parts.ts'

export type HintOptions = Content & Styled & Optional<{ id: string }>

/** Help for one question, between its label and its answer. */
export function hint(options: HintOptions): SafeHtml {
  return html`<div${attribute('id', options.id)} class="govuk-hint${more(options.classes)}"${attributesOf(options.attributes)}>${contentOf(options)}</div>`
}
