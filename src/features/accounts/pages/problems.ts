import { html, type SafeHtml } from '../../../ui/html.ts'
import type { ErrorText } from '../accounts-problems.messages.ts'

/** What is wrong with one field, for the field itself. */
export function problemAt(errors: readonly ErrorText[], id: string): { readonly text: string } | undefined {
  const found = errors.find(({ href }) => href === `#${id}`)
  return found === undefined ? undefined : { text: found.text }
}

/** A paragraph. */
export const paragraph = (text: string | SafeHtml): SafeHtml => html`<p class="govuk-body">${text}</p>`
