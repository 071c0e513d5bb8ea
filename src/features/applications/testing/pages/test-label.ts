import { tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { testWords } from '../../applications.messages.ts'

/** Says of a page that it is about a test application. */
export const testLabel = (): SafeHtml =>
  html`<p class="govuk-body">${tag({ text: 'TEST', classes: 'govuk-tag--purple' })} ${testWords}</p>`
