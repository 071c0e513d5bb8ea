import { button, insetText } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling, stackingTable, wholeWords } from '../../../../ui/patterns/index.ts'
import { publicRulesPath, type RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'
import { editSubmissionPath, submissionPdfPath } from '../deciding.paths.ts'
import type { SubmissionModel } from '../submission.messages.ts'

export type SubmissionPageModel = {
  readonly round: RoundInFund
  readonly waits: string
  readonly submission: SubmissionModel | undefined
  readonly mayEdit: boolean
}

/** The submission to whoever decides, with the sealed rules beside. */
export const submissionPage = ({ round, waits, submission, mayEdit }: SubmissionPageModel): Page => ({
  title: 'Submission',
  breadcrumbs: [...decisionsCrumbs(round), { text: 'Submission' }],
  main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.name}</span>Submission</h1>
${
  submission === undefined
    ? insetText({ text: waits })
    : html`<p class="govuk-body"><a class="govuk-link" href="${submissionPdfPath(round.fund.slug, round.slug)}">The submission as a PDF</a>. <a class="govuk-link" href="${publicRulesPath(round.fund.slug, round.slug)}">The sealed rules in full</a></p>
${submission.parts.map(
  ({ heading, lines }) => html`<h2 class="govuk-heading-m">${heading}</h2>
${lines.length === 1 ? html`<p class="govuk-body app-kept-lines">${lines[0]}</p>` : html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${wholeWords(line)}</li>`)}</ul>`}
${heading === 'Recommendation' && awardsOf(submission)}`,
)}
${mayEdit && button({ text: submission.written ? 'Change the submission' : 'Write the submission', href: editSubmissionPath(round.fund.slug, round.slug), classes: 'govuk-button--secondary' })}`
}`,
})

const awardsOf = ({ awards }: SubmissionModel) =>
  awards.length > 0 &&
  scrolling(
    'Awards',
    stackingTable({
      head: [{ text: 'Award' }, { text: 'Score of 100', format: 'numeric' }, { text: 'Sum', format: 'numeric' }],
      rows: awards.map(([name, score, sum]) => [
        { text: name },
        { text: score, format: 'numeric' },
        { text: sum, format: 'numeric' },
      ]),
    }),
  )
