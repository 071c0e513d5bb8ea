import { html, type SafeHtml } from '../html.ts'
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

export type LegendOptions = Content & Optional<{ classes: string; isPageHeading: boolean }>

export type FieldsetOptions = Styled &
  Optional<{ describedBy: string; legend: LegendOptions; role: string; html: SafeHtml }>

/** Fields that answer one question together. */
export function fieldset(options: FieldsetOptions): SafeHtml {
  return html`<fieldset class="govuk-fieldset${more(options.classes)}"${attribute('role', options.role)}${attribute('aria-describedby', options.describedBy)}${attributesOf(options.attributes)}>
${legendOf(options.legend)}
${options.html}
</fieldset>`
}

function legendOf(legend: LegendOptions | undefined): SafeHtml | undefined {
  if (!hasContent(legend)) return undefined
  const content = html`${contentOf(legend)}`
  return html`<legend class="govuk-fieldset__legend${more(legend.classes)}">${legend.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${content}</h1>` : content}</legend>`
}
