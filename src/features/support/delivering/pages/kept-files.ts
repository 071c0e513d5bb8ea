import { html, type SafeHtml } from '../../../../ui/html.ts'

/** The files of a form that was refused, as a list: they are kept, and go with what is sent next. */
export const keptFiles = (files: SafeHtml | undefined): SafeHtml | false =>
  files !== undefined &&
  html`<p class="govuk-body govuk-!-margin-bottom-1">These files are kept from before. Do not choose them again:</p>${files}`
