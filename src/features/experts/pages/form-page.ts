import { button } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../ui/patterns/index.ts'

export type Way = readonly { readonly text: string; readonly href?: string }[]

export type FormPageModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: Way
  readonly caption: string
  readonly title: string
  /** What stands above the fields. */
  readonly intro?: SafeHtml | undefined
  readonly fields: readonly SafeHtml[]
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly action: string
  readonly button: string
  /** What stands below the form. */
  readonly after?: SafeHtml | undefined
  readonly csrf: string
}

/** A page that is one form. */
export const formPage = (model: FormPageModel): Page => ({
  title: model.title,
  hasErrors: model.problems.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: model.title }],
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.caption}</span>${model.title}</h1>
${model.intro}
${form(
  { action: model.action, csrf: model.csrf },
  html`${model.fields}
${button({ text: model.button, preventDoubleClick: true })}`,
)}
${model.after}`,
})
