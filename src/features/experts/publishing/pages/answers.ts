import type { Fund } from '../../../../core/rounds/fund.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary, type Sought } from '../../../../ui/patterns/index.ts'
import { answersSearch, type FoundAnswer, foundList } from '../../asking/pages/ask.ts'
import type { Way } from '../../pages/form-page.ts'

export type AnswersModel = {
  readonly fund: Fund
  readonly breadcrumbs: Way
  readonly action: string
  readonly sought: Sought
  readonly found: readonly FoundAnswer[]
}

/** What was answered to councils of a fund, and looking for words in it. */
export const answersPage = ({ fund, breadcrumbs, action, sought, found }: AnswersModel): Page => ({
  title: 'Answers of the expert panel',
  hasErrors: sought.problems.length > 0,
  breadcrumbs: [...breadcrumbs, { text: 'Answers' }],
  main: html`${problemSummary(sought.problems)}
${illustrativeLabel(fund.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${fund.name}</span>Answers of the expert panel</h1>
<p class="govuk-body">Published to the councils of the fund without names, with the consent of the council that asked and of the expert.</p>
${answersSearch(action, sought, 'Search the answers')}
${foundList(found)}`,
})

export type AnswerModel = {
  readonly fund: Fund
  readonly breadcrumbs: Way
  readonly title: string
  readonly question: string
  readonly advice: string
  readonly about: string
  readonly published: string
}

/** One answer, as the other councils read it. */
export const answerPage = ({ fund, breadcrumbs, title, question, advice, about, published }: AnswerModel): Page => ({
  title,
  breadcrumbs: [...breadcrumbs, { text: title }],
  main: html`${illustrativeLabel(fund.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${about}</span>${title}</h1>
<h2 class="govuk-heading-m">The question</h2>
<p class="govuk-body app-kept-lines">${question}</p>
<h2 class="govuk-heading-m">The advice</h2>
<p class="govuk-body app-kept-lines">${advice}</p>
<p class="govuk-hint">Published ${published}. It is the view of one expert about one council, and not legal advice.</p>`,
})
