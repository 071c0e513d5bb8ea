import { html, type SafeHtml } from '../html.ts'
import {
  attributesOf,
  type Content,
  contentOf,
  hasContent,
  heading,
  type Maybe,
  more,
  type Optional,
  type Styled,
  wordsFor,
} from './parts.ts'

export type AccordionSection = Optional<{ heading: Content; summary: Content; content: Content; expanded: boolean }>

export type AccordionOptions = Styled &
  Optional<{
    headingLevel: number
    rememberExpanded: boolean
    hideAllSectionsText: string
    hideSectionText: string
    hideSectionAriaLabelText: string
    showAllSectionsText: string
    showSectionText: string
    showSectionAriaLabelText: string
  }> & {
    /** Must be the only one on the page, and the same each time, since what is open is remembered under it. */
    readonly id: string
    readonly items: readonly Maybe<AccordionSection>[]
  }

/** Sections that open and close. Without scripts all are open. */
export function accordion(options: AccordionOptions): SafeHtml {
  const words = attributesOf({
    ...wordsFor('hide-all-sections', options.hideAllSectionsText),
    ...wordsFor('hide-section', options.hideSectionText),
    ...wordsFor('hide-section-aria-label', options.hideSectionAriaLabelText),
    ...wordsFor('show-all-sections', options.showAllSectionsText),
    ...wordsFor('show-section', options.showSectionText),
    ...wordsFor('show-section-aria-label', options.showSectionAriaLabelText),
    'data-remember-expanded': options.rememberExpanded,
  })
  const sections = options.items.map((item, index) => item && sectionOf(options, item, index + 1))
  return html`<div class="govuk-accordion${more(options.classes)}" data-module="govuk-accordion" id="${options.id}"${words}${attributesOf(options.attributes)}>${sections}</div>`
}

function sectionOf({ id, headingLevel }: AccordionOptions, item: AccordionSection, position: number): SafeHtml {
  const title = html`<span class="govuk-accordion__section-button" id="${id}-heading-${position}">${contentOf(item.heading)}</span>`
  const content = item.content?.html || (item.content?.text && html`<p class="govuk-body">${item.content.text}</p>`)
  return html`<div class="govuk-accordion__section${item.expanded && ' govuk-accordion__section--expanded'}">
<div class="govuk-accordion__section-header">
${heading(headingLevel, html` class="govuk-accordion__section-heading"`, title)}
${hasContent(item.summary) && html`<div class="govuk-accordion__section-summary govuk-body" id="${id}-summary-${position}">${contentOf(item.summary)}</div>`}
</div>
<div id="${id}-content-${position}" class="govuk-accordion__section-content">${content}</div>
</div>`
}
