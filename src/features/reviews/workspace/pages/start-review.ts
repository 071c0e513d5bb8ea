import { button, input, radios, select } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, problemSummary } from '../../../../ui/patterns/index.ts'
import { depthField } from './depth-field.ts'

type Item = { readonly value: string; readonly text: string }

export type StartReviewModel = {
  readonly councils: readonly Item[]
  /** Those that may pay for it. */
  readonly awards: readonly Item[]
  readonly typed: { readonly council: string; readonly award: string; readonly title: string; readonly depth: string }
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly listHref: string
  readonly organisationsHref: string
  readonly csrf: string
}

/** Where a review is started. */
export const startReviewPage = (model: StartReviewModel): Page => ({
  title: 'Start a review',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [{ text: 'Strategic reviews', href: model.listHref }, { text: 'Start a review' }],
  main: html`${problemSummary(model.errors)}
<h1 class="govuk-heading-l">Start a review</h1>
${model.councils.length === 0 ? joinFirst(model.organisationsHref) : fields(model)}`,
})

const joinFirst = (href: string): SafeHtml =>
  html`<p class="govuk-body">A review belongs to a council. <a class="govuk-link" href="${href}">Say which one you work for</a>, and come back when it has confirmed you.</p>`

const fields = ({ councils, awards, typed, errors, action, csrf }: StartReviewModel): SafeHtml =>
  form(
    { action, csrf },
    html`${radios({
      idPrefix: 'council',
      name: 'council',
      fieldset: { legend: { text: 'Whose service is it?', classes: 'govuk-fieldset__legend--s' } },
      errorMessage: errorAt(errors, 'council'),
      value: typed.council,
      items: councils.map(({ value, text }) => ({ value, text })),
    })}
${input({ id: 'title', name: 'title', label: { text: 'What is reviewed?', classes: 'govuk-label--s' }, hint: { text: 'The service, such as “Youth service”' }, value: typed.title, errorMessage: errorAt(errors, 'title') })}
${awards.length > 0 && awardField(awards, typed.award)}
${depthField(typed.depth, errors)}
${button({ text: 'Start the review', preventDoubleClick: true })}`,
  )

const awardField = (awards: readonly Item[], value: string): SafeHtml =>
  select({
    id: 'award',
    name: 'award',
    label: { text: 'Which award pays for it?', classes: 'govuk-label--s' },
    value,
    items: [{ value: '', text: 'None: it stands alone' }, ...awards],
  })
