import { checkboxes } from '../../../../ui/components/index.ts'
import type { SafeHtml } from '../../../../ui/html.ts'

/**
 * Which pages somebody writes, below the choice of all or some of them. It stays in sight whatever is chosen: a
 * radio that hides and shows fields says so with an attribute that radios may not have.
 */
export const somePages = (
  pages: readonly { readonly id: string; readonly title: string }[],
  chosen: readonly string[],
): SafeHtml =>
  checkboxes({
    name: 'pages',
    idPrefix: 'pages',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Which pages do they write? (optional)', classes: 'govuk-fieldset__legend--s' } },
    values: chosen,
    items: pages.map(({ id, title }) => ({ value: id, text: title })),
  })
