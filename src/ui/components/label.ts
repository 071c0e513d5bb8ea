import { html, nothing, type SafeHtml } from '../html.ts'
import {
  attribute,
  attributesOf,
  type Content,
  contentOf,
  hasContent,
  more,
  type Optional,
  type Styled,
} from './parts.ts'

/** `isPageHeading` makes it the heading of a page with a single question. */
export type LabelOptions = Content & Styled & Optional<{ for: string; isPageHeading: boolean }>

/** The question of one field. */
export function label(options: LabelOptions): SafeHtml {
  if (!hasContent(options)) return nothing
  const element = html`<label class="govuk-label${more(options.classes)}"${attributesOf(options.attributes)}${attribute('for', options.for)}>${contentOf(options)}</label>`
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
