import { moneyWords, numberWords } from '../../../../core/forms/index.ts'
import { stages } from '../../../../core/reporting/index.ts'
import {
  type CameTo,
  fewestInBand,
  type ResultsDocument,
  standingPounds,
  stands,
} from '../../../../core/results/index.ts'
import { dayInWords } from '../../../../core/time/day.ts'
import { details, insetText, numeric, summaryList, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling, stackingTable, statisticsRow } from '../../../../ui/patterns/index.ts'
import { complaintsTable } from '../../reporting/pages/complaints-table.ts'
import { figureLink } from '../../reporting/pages/figure-link.ts'
import { stageWords } from '../../reporting/reporting.messages.ts'
import type { ReadResults } from '../read-results.ts'
import { bandWords, cameToWords, outcomeWords, stateWords } from '../results.messages.ts'

/** Who was awarded what, how that was decided, and how anybody can check it. */
export const resultsPage = (read: ReadResults): Page => {
  const { round, document, awards, breadcrumbs, publishedOn, versions } = read
  const shown = versions.find(({ current }) => current)
  return {
    title: `Results of ${round.name}`,
    wide: true,
    breadcrumbs: [...breadcrumbs, { text: 'Results' }],
    main: html`${illustrativeLabel(document.round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.fund.name}: ${round.name}</span>Results</h1>
${shown !== versions[0] && insetText({ html: html`This is version ${shown?.number}. <a class="govuk-link" href="${versions[0]?.href}">See the results as they are now</a>.` })}
<p class="govuk-body-l">Decided on ${dayInWords(document.decidedOn)}. Published at ${publishedOn}.</p>
${statisticsRow([
  { value: stageFigure(read, 'received'), label: document.counts.received === 1 ? 'application' : 'applications' },
  { value: stageFigure(read, 'shortlisted'), label: 'shortlisted' },
  {
    value: toAwards(numberWords(awards.filter(stands).length)),
    label: awards.filter(stands).length === 1 ? 'award' : 'awards',
  },
  { value: toAwards(moneyWords(standingPounds(awards))), label: `of ${moneyWords(document.budgetPounds)}` },
])}
${awardsPart(read)}
${counts(read)}
${scores(read)}
${method(read)}
${others(document)}
${complaintsTable(read.complaints)}
${check(read)}
${changes(read)}`,
  }
}

const figure = (html: SafeHtml) => ({ html, format: 'numeric' })

/** How many came to a stage, leading to them where the version says which. */
const stageFigure = ({ document, rowsOf }: ReadResults, cameTo: CameTo): SafeHtml => {
  const count = document.counts[cameTo]
  return rowsOf === undefined
    ? html`${numberWords(count)}`
    : figureLink(count, cameToWords(cameTo).toLowerCase(), rowsOf({ cameTo }))
}

const toAwards = (words: string): SafeHtml => html`<a class="govuk-link" href="#awards">${words}</a>`

function awardsPart({ awards }: ReadResults): SafeHtml {
  if (awards.length === 0)
    return html`<h2 class="govuk-heading-l" id="awards">Awards</h2><p class="govuk-body">There were no awards.</p>`
  return html`<div id="awards">${scrolling(
    'Awards as they stand now',
    stackingTable({
      caption: 'Awards as they stand now',
      captionClasses: 'govuk-table__caption--l',
      firstCellIsHeader: true,
      head: [
        { text: 'Authority' },
        { text: 'Region' },
        { text: 'Award' },
        numeric('Amount decided'),
        numeric('Now worth up to'),
        { text: 'Standing' },
      ],
      rows: awards.map(({ lead, region, pounds, type, state, decidedPounds }) => [
        { text: lead },
        { text: region },
        { text: type === 'grant' ? 'Grant' : 'Support in kind' },
        numeric(decidedPounds === null ? 'Reserve list' : moneyWords(decidedPounds)),
        numeric(stands({ state }) ? moneyWords(pounds) : 'None'),
        { text: stateWords[state] },
      ]),
    }),
  )}</div>${awards.some(({ type }) => type === 'support-in-kind') && html`<p class="govuk-body">Support in kind is professional help that is bought for the authority. No money is paid to it.</p>`}`
}

const counts = (read: ReadResults): SafeHtml =>
  table({
    caption: 'Applications at each stage',
    captionClasses: 'govuk-table__caption--l',
    head: [{ text: 'Stage' }, numeric('Applications')],
    rows: [
      ...stages.map((stage) => [{ text: stageWords[stage] }, figure(stageFigure(read, stage))]),
      [{ text: 'Withdrawn by the applicant, and not counted above' }, figure(stageFigure(read, 'withdrawn'))],
    ],
  })

/** Under what an application that was not awarded stands in the record. */
const underWhat = ({ format }: ResultsDocument): string =>
  format === 1 ? 'the reference of its application' : 'the pseudonym or the reference of its application'

const scoresInRecord = (document: ResultsDocument): string =>
  `The decision record below gives each score under ${underWhat(document)}, so that anybody can check how the awards were chosen.`

const scores = ({ document, rowsOf }: ReadResults): SafeHtml => html`<h2 class="govuk-heading-l">Scores</h2>
${
  document.scores.length === 0
    ? html`<p class="govuk-body">There are too few scores to show in bands. ${scoresInRecord(document)}</p>`
    : html`<p class="govuk-body">The final scores of those that were before the panel, of 100. No band holds fewer than ${numberWords(fewestInBand)}. ${scoresInRecord(document)}</p>
${table({
  caption: 'How final scores are spread',
  captionClasses: 'govuk-visually-hidden',
  head: [{ text: 'Score' }, numeric('Applications')],
  rows: document.scores.map((band) => [
    { text: bandWords(band) },
    rowsOf === undefined
      ? numeric(numberWords(band.count))
      : figure(figureLink(band.count, `with ${bandWords(band)}`, rowsOf({ scoreFrom: band.from }))),
  ]),
})}`
}`

const method = ({
  method: facts,
  rulesHref,
  document,
}: ReadResults): SafeHtml => html`<h2 class="govuk-heading-l">How it was decided</h2>
<p class="govuk-body">By version ${document.rules.version} of <a class="govuk-link" href="${rulesHref}">the sealed rules</a>, which were fixed before anybody who decides saw a score. The service proposed; people decided.</p>
${details({
  summaryText: 'The rules that decided, in words',
  html: summaryList({
    rows: facts.map(({ section, name, value }) => ({
      key: { text: `${section}: ${name}` },
      value: { html: html`${value.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}` },
    })),
  }),
})}`

const others = ({ bids, format }: ResultsDocument): SafeHtml =>
  html`<h2 class="govuk-heading-l">Other applications</h2>
<p class="govuk-body">Those who were not awarded are not named, nor are assessors. The decision record below has those that were before the panel under ${format === 1 ? 'their references' : 'the same pseudonyms'}, with their scores and outcomes, and, of those that reached every threshold, the region, the type of authority, the ways of delivery and the sum asked for. It names none of them, but a council may be told from its region and type.</p>
${details({
  summaryText:
    bids.length === 1
      ? '1 application that was not awarded'
      : `${numberWords(bids.length)} applications that were not awarded`,
  html: scrolling(
    'Applications that were not awarded',
    table({
      caption: 'Applications that were not awarded',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [{ text: 'Application' }, { text: 'Stage reached' }, { text: 'Outcome' }, { text: 'Read by' }],
      rows: bids.map(({ pseudonym, cameTo, outcome, readers }) => [
        { text: pseudonym },
        { text: cameTo === undefined ? 'Not published' : cameToWords(cameTo) },
        { text: outcomeWords({ outcome, cameTo }) },
        { text: readers.length === 0 ? 'Nobody' : readers.join(', ') },
      ]),
    }),
  ),
})}`

const check = ({
  files,
  document,
  awards,
  sha256,
}: ReadResults): SafeHtml => html`<h2 class="govuk-heading-l">Data, and how to check it</h2>
<ul class="govuk-list govuk-list--bullet">
${awards.some(stands) && html`<li><a class="govuk-link" href="${files.grants}" download>Awards as open data (360Giving JSON)</a></li><li><a class="govuk-link" href="${files.grantsCsv}" download>Awards as open data (CSV)</a></li>`}
<li><a class="govuk-link" href="${files.document}" download>What was published as data (JSON)</a></li>
<li><a class="govuk-link" href="${files.record}" download>The decision record (JSON)</a></li>
</ul>
${details({
  summaryText: 'Verify this',
  html: html`<p class="govuk-body">Anybody with the program can work the decision out again from its record alone:</p>
<pre class="app-scroll" tabindex="0" role="region" aria-label="The command"><code>npm run -s calc -- verify &lt; decision-record.json</code></pre>
<p class="govuk-body">SHA-256 of what was published:<br><code class="app-hash">${sha256}</code></p>
${document.record.publishedSha256 !== undefined && html`<p class="govuk-body">SHA-256 of the decision record as it is published:<br><code class="app-hash">${document.record.publishedSha256}</code></p>`}
<p class="govuk-body">SHA-256 of the whole record, with the names that are withheld here:<br><code class="app-hash">${document.record.sha256}</code></p>`,
})}`

const changes = ({ versions }: ReadResults): SafeHtml | undefined =>
  versions.length < 2
    ? undefined
    : html`<h2 class="govuk-heading-l">Versions</h2>
<ul class="govuk-list govuk-list--spaced">${versions.map(
        ({ number, on, reason, href, current }) =>
          html`<li>${current ? html`Version ${number}` : html`<a class="govuk-link" href="${href}">Version ${number}</a>`}, ${on}${reason !== '' && html`: ${reason}`}</li>`,
      )}</ul>`
