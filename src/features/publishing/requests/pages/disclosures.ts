import { input } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { filter, illustrativeLabel, type PagerOptions, pager, statisticsRow } from '../../../../ui/patterns/index.ts'

export type DisclosuresModel = {
  readonly illustrative: boolean
  readonly fund: string
  readonly round: string
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** How requests were dealt with; none where none came. */
  readonly statistics: readonly { readonly value: number; readonly label: string }[]
  readonly query: string
  readonly total: number
  readonly rows: readonly {
    readonly name: string
    readonly asked: string
    readonly outcome: string
    /** Under which exemptions something is withheld; '' where nothing is. */
    readonly withheld: string
    readonly answer: string
    readonly answeredOn: string
  }[]
  readonly pages: PagerOptions
  readonly action: string
}

/** What was told to those who asked for information about a round, for everybody. */
export const disclosuresPage = ({
  illustrative,
  fund,
  round,
  breadcrumbs,
  statistics,
  query,
  total,
  rows,
  pages,
  action,
}: DisclosuresModel): Page => ({
  title: `Disclosure log of ${round}`,
  breadcrumbs: [...breadcrumbs, { text: 'Disclosure log' }],
  main: html`${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${fund}, ${round}</span>Disclosure log</h1>
<p class="govuk-body">Answers to requests made under the Freedom of Information Act 2000 and the Environmental Information Regulations 2004. We do not publish who asked.</p>
${statistics.length > 0 && statisticsRow(statistics)}
${(total > 0 || query !== '') && filter({ action, clearHref: action, title: 'Search', fields: input({ name: 'query', label: { text: 'Words' }, value: query, classes: 'govuk-input--width-20' }) })}
${total === 0 && html`<p class="govuk-body">${query === '' ? 'Nothing is published yet.' : 'Nothing that is published has these words.'}</p>`}
${rows.map(
  ({ name, asked, outcome, withheld, answer, answeredOn }) => html`<h2 class="govuk-heading-m">${name}</h2>
<p class="govuk-body-s">Answered on ${answeredOn}. ${outcome}.${withheld !== '' && html`<br>Withheld under: ${withheld}.`}</p>
<p class="govuk-body app-kept-lines"><strong>${asked}</strong></p>
<p class="govuk-body app-kept-lines">${answer}</p>`,
)}
${rows.length > 0 && pager(pages)}`,
})
