import { html, type SafeHtml } from '../html.ts'
import { attributesOf, type Content, contentOf, more, type Optional, type Styled } from './parts.ts'
import { type TagOptions, tag } from './tag.ts'

export type PhaseBannerOptions = Content & Styled & Optional<{ tag: TagOptions }>

/** Says that the service is still being worked on. */
export function phaseBanner(options: PhaseBannerOptions): SafeHtml {
  const phase = tag({
    text: options.tag?.text,
    html: options.tag?.html,
    classes: `govuk-phase-banner__content__tag${more(options.tag?.classes)}`,
  })
  return html`<div class="govuk-phase-banner govuk-width-container${more(options.classes)}"${attributesOf(options.attributes)}>
<p class="govuk-phase-banner__content">${phase} <span class="govuk-phase-banner__text">${contentOf(options)}</span></p>
</div>`
}
