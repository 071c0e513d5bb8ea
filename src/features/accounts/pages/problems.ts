import { errorSummary } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { ErrorText } from '../accounts.messages.ts'

/** Everything that is wrong, at the top of the page; nothing when nothing is. */
export const problemSummary = (errors: readonly ErrorText[]): SafeHtml | false =>
  errors.length > 0 && errorSummary({ titleText: 'There is a problem', errorList: errors })

/** What is wrong with one field, for the field itself. */
export function problemAt(errors: readonly ErrorText[], id: string): { readonly text: string } | undefined {
  const found = errors.find(({ href }) => href === `#${id}`)
  return found === undefined ? undefined : { text: found.text }
}

/** A paragraph. */
export const paragraph = (text: string | SafeHtml): SafeHtml => html`<p class="govuk-body">${text}</p>`
