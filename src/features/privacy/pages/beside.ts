import { html, type SafeHtml } from '../../../ui/html.ts'
import { sideNavigation } from '../../../ui/patterns/index.ts'
import type { PageLink } from '../privacy-navigation.ts'

/** The pages about personal data, above the content on a small screen and beside it on a large one. */
export const beside = (pages: readonly PageLink[], content: SafeHtml): SafeHtml =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-one-quarter">${sideNavigation('Personal data', [{ items: pages }])}</div>
<div class="govuk-grid-column-three-quarters">${content}</div></div>`
