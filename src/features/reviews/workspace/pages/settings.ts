import { button, input } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { depthField } from './depth-field.ts'

export type ReviewSettingsModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly typed: { readonly title: string; readonly depth: string }
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** What a review is called, and how deep it goes. */
export const reviewSettingsPage = ({
  illustrative,
  breadcrumbs,
  typed,
  errors,
  action,
  csrf,
}: ReviewSettingsModel): Page => ({
  title: 'Title and depth',
  hasErrors: errors.length > 0,
  breadcrumbs: [...breadcrumbs, { text: 'Title and depth' }],
  main: html`${problemSummary(errors)}
${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l">Title and depth</h1>
${form(
  { action, csrf },
  html`${input({ id: 'title', name: 'title', label: { text: 'What is reviewed?', classes: 'govuk-label--s' }, value: typed.title, errorMessage: errorAt(errors, 'title') })}
${depthField(typed.depth, errors)}
${button({ text: 'Save', preventDoubleClick: true })}`,
)}`,
})
