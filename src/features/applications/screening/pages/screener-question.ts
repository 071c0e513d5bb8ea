import { button } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type ScreenerQuestionModel = {
  readonly illustrative: boolean
  readonly caption: string
  readonly title: string
  /** Markdown: of the screener on its first page, and of the page. */
  readonly guidance: readonly string[]
  /** Whether the words of the questions are ours, because the published ones were not found. */
  readonly reconstructed: boolean
  readonly fields: readonly SafeHtml[]
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly back: string
  readonly action: string
  readonly csrf: string
  /** Where the answers go. */
  readonly keeping: string
}

/** A page of a screener. */
export const screenerQuestionPage = (model: ScreenerQuestionModel): Page => ({
  title: model.title,
  backLink: { href: model.back },
  hasErrors: model.problems.length > 0,
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.caption}</span>
<h1 class="govuk-heading-l">${model.title}</h1>
${model.guidance.map((text) => markdown(text))}
${form({ action: model.action, csrf: model.csrf }, html`${model.fields}${button({ text: 'Continue' })}`)}
<p class="govuk-body-s">${model.keeping}${model.reconstructed && ' The words of these questions are reconstructed: the published ones were not found.'}</p>`,
})
