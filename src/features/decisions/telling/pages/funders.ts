import { button, details, insetText, warningText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary, scrolling, stackingTable } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'

export type FundersModel = {
  readonly round: RoundInFund
  /** Why nobody can be told now; '' where somebody can. */
  readonly closed: string
  /** Until when they must not pass it on. */
  readonly until: string
  /** What still stands in the way of applicants being told. */
  readonly waits: readonly string[]
  readonly peopleHref: string
  /** Who is told next. */
  readonly left: readonly string[]
  readonly mail: { readonly subject: string; readonly body: string } | undefined
  readonly told: readonly (readonly string[])[]
  readonly problem: string
  readonly action: string
  readonly csrf: string
}

/** Telling the funders what was decided, before applicants. */
export const fundersPage = (model: FundersModel): Page => ({
  title: 'Telling the funders',
  hasErrors: model.problem !== '',
  breadcrumbs: [...decisionsCrumbs(model.round), { text: 'Telling the funders' }],
  main: html`${problemSummary(model.problem === '' ? [] : [{ text: model.problem }])}
${illustrativeLabel(model.round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${model.round.name}</span>Telling the funders</h1>
<p class="govuk-body">Those who speak for a funder get what was decided by email, under embargo. Applicants are not told before every funder is.</p>
${model.waits.length > 0 && insetText({ html: html`<ul class="govuk-list">${model.waits.map((wait) => html`<li>${wait}</li>`)}</ul><p class="govuk-body"><a class="govuk-link" href="${model.peopleHref}">People of the fund</a></p>` })}
${model.closed === '' ? tell(model) : html`<p class="govuk-body">${model.closed}</p>`}
${
  model.told.length > 0 &&
  scrolling(
    'Who is told',
    stackingTable({
      caption: 'Who is told',
      captionClasses: 'govuk-table__caption--m',
      head: ['Funder', 'Person', 'When', 'By'].map((text) => ({ text })),
      rows: model.told.map((cells) => cells.map((text) => ({ text }))),
    }),
  )
}`,
})

const tell = ({ left, mail, until, action, csrf }: FundersModel): SafeHtml =>
  html`<h2 class="govuk-heading-m">Who gets it</h2>
<ul class="govuk-list govuk-list--bullet">${left.map((name) => html`<li>${name}</li>`)}</ul>
${mail !== undefined && details({ summaryText: 'The email', html: html`<p class="govuk-body"><strong>${mail.subject}</strong></p><p class="govuk-body app-kept-lines">${mail.body}</p>` })}
${form({ action, csrf }, html`${warningText({ text: `This cannot be taken back. They must not pass it on before ${until}.`, iconFallbackText: 'Warning' })}${button({ text: 'Tell the funders', classes: 'govuk-button--warning', preventDoubleClick: true })}`)}`
