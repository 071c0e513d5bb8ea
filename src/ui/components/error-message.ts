import { html, type SafeHtml } from '../html.ts'
import { attribute, attributesOf, type Content, contentOf, more, type Optional, type Styled } from './parts.ts'

/** `visuallyHiddenText` is "Error" when left out, and nothing when empty. */
export type ErrorMessageOptions = Content & Styled & Optional<{ id: string; visuallyHiddenText: string }>

/** What is wrong with one answer and how to put it right. */
export function errorMessage(options: ErrorMessageOptions): SafeHtml {
  const prefix = options.visuallyHiddenText ?? 'Error'
  return html`<p${attribute('id', options.id)} class="govuk-error-message${more(options.classes)}"${attributesOf(options.attributes)}>${prefix && html`<span class="govuk-visually-hidden">${prefix}:</span> `}${contentOf(options)}</p>`
}
