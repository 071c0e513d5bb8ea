import type { Fund } from '../../../../core/rounds/fund.ts'
import { button } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary, type Sought, searchBox } from '../../../../ui/patterns/index.ts'
import type { Way } from '../../pages/form-page.ts'

export type FoundAnswer = { readonly title: string; readonly question: string; readonly href: string }

export type AskModel = {
  readonly fund: Fund
  readonly breadcrumbs: Way
  readonly search: { readonly action: string; readonly words: string; readonly found: readonly FoundAnswer[] }
  /** The fields of a new question; undefined before anything was searched for. */
  readonly ask: { readonly action: string; readonly fields: readonly SafeHtml[] } | undefined
  readonly problems: Sought['problems']
  readonly csrf: string
}

/** Looking for an answer that was given before, and asking where there is none. */
export const askPage = ({ fund, breadcrumbs, search, ask, problems, csrf }: AskModel): Page => ({
  title: 'Ask an expert',
  hasErrors: problems.length > 0,
  breadcrumbs: [...breadcrumbs, { text: 'Ask an expert' }],
  main: html`${problemSummary(problems)}
${illustrativeLabel(fund.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${fund.name}</span>Ask an expert</h1>
${answersSearch(search.action, { words: search.words, problems }, 'Look first whether another council has asked it')}
${
  ask !== undefined &&
  html`<h2 class="govuk-heading-m">Answered before</h2>
${foundList(search.found)}
<h2 class="govuk-heading-m">${search.found.length === 0 ? 'Your question' : 'If none of these answers it'}</h2>
${form({ action: ask.action, csrf }, html`${hidden('searched', search.words)}${ask.fields}${button({ text: 'Send the question', preventDoubleClick: true })}`)}`
}`,
})

/** Looks for words in what was answered. */
export const answersSearch = (action: string, sought: Sought, label: string): SafeHtml =>
  searchBox({
    action,
    field: 'search',
    label: { text: label, classes: 'govuk-label--m' },
    hint: 'A word or two, such as “pensions” or “youth mutual”',
    sought,
  })

export const foundList = (found: readonly FoundAnswer[]): SafeHtml =>
  found.length === 0
    ? html`<p class="govuk-body">Nothing was found.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${found.map(({ title, question, href }) => html`<li><a class="govuk-link" href="${href}">${title}</a><br>${question}</li>`)}</ul>`
