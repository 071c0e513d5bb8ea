import { moneyWords, numberWords } from '../../../../core/forms/index.ts'
import type { RoundInFund } from '../../../../core/rounds/round.ts'
import { insetText } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling, stackingTable } from '../../../../ui/patterns/index.ts'
import type { ReportedAward } from '../reported-awards.store.ts'

export type ReportedResultsModel = {
  readonly round: RoundInFund
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly awards: readonly ReportedAward[]
}

/** Who was awarded something in a round that was decided elsewhere, as far as that was published. */
export const reportedResultsPage = ({ round, breadcrumbs, awards }: ReportedResultsModel): Page => ({
  title: `Results of ${round.name}`,
  wide: true,
  breadcrumbs: [...breadcrumbs, { text: 'Results' }],
  main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.fund.name}: ${round.name}</span>Results</h1>
${insetText({ text: 'This round was decided before it was in this service. What stands here was published elsewhere, each fact with its source, and nothing is added.' })}
<p class="govuk-body">${numberWords(awards.reduce((sum, each) => sum + each.awards, 0))} awards, each of support worth up to ${moneyWords(round.fund.capPounds)}, from a fund of ${moneyWords(round.fund.budgetPounds)}.</p>
${scrolling(
  'Awards as they were published',
  stackingTable({
    caption: 'Awards as they were published',
    captionClasses: 'govuk-table__caption--l',
    firstCellIsHeader: true,
    head: [{ text: 'Authority' }, { text: 'Project' }, { text: 'Source' }],
    rows: awards.map(({ organisation, project, awards: count, sourceTitle, sourceUrl }) => [
      { text: organisation?.name ?? `${numberWords(count)} more` },
      { text: organisation === null ? 'Named by the source, in a part that could not be read' : project },
      { html: html`<a class="govuk-link" href="${sourceUrl}">${sourceTitle}</a>` },
    ]),
  }),
)}
<h2 class="govuk-heading-l">What is not known</h2>
<p class="govuk-body">Nothing published says when it was decided, what each award was worth or how many authorities applied. Nor does it say who was on the shortlist or how applications scored. So there is no file of these awards in the form of 360Giving, which asks for the sum and the day of each. <a class="govuk-link" href="/developers">Programs</a> read what is known with the facts of the round.</p>`,
})
