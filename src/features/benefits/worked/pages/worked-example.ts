import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { figuresFrom, stackingTableOf, tableOf } from '../../pages/table-of.ts'

export type WorkedExampleModel = {
  readonly facts: readonly (readonly [string, string, { readonly text: string; readonly href: string }])[]
  readonly sums: readonly (readonly [string, string])[]
  readonly years: readonly (readonly string[])[]
}

/** The published saving of 3BM, worked out. */
export const workedExamplePage = ({ facts, sums, years }: WorkedExampleModel): Page => ({
  title: 'A worked example: the saving of 3BM',
  breadcrumbs: [{ text: 'Funds', href: '/' }, { text: 'A worked example: the saving of 3BM' }],
  main: html`<h1 class="govuk-heading-l">A worked example: the saving of 3BM</h1>
<p class="govuk-body-l">3BM, of 2013, was the first mutual joint venture that staff of London boroughs formed. What was published of its saving shows what a register of benefits must ask.</p>
${stackingTableOf(
  'What was published',
  ['Fact', 'Figure', 'Source'],
  facts.map(([fact, figure, { text, href }]) => [
    fact,
    figure,
    html`<a class="govuk-link" href="${href}" rel="noreferrer">${text}</a>`,
  ]),
)}
${tableOf('What follows', ['Question', 'Answer'], sums)}
<h2 class="govuk-heading-m">If the price fell by the same each year</h2>
<p class="govuk-body">The prices between the first and the last were not published. A straight line between them is an assumption, to show how large the fall could be in all. Figures are rounded to whole pounds, so a sum of the years can be £1 out.</p>
${tableOf('Price of the contract on a straight line', figuresFrom(1, ['Year', 'Price', 'Less than the first year']), years)}
<h2 class="govuk-heading-m">What the published facts do not show</h2>
<ul class="govuk-list govuk-list--bullet">
<li>Whether the saving was of one borough or of all three, and against which baseline.</li>
<li>Whether the fall of the price is part of it. If it is, adding up both counts it twice: the register counts the larger one.</li>
<li>What came of it: no outturn that somebody had confirmed was found.</li>
</ul>
<p class="govuk-body">So the register asks for a definition, a baseline with its source and a forecast for each year. It also asks which budget a saving comes from, and for an outturn that finance confirms.</p>`,
})
