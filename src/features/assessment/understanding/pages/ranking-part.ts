import { plainList } from '../../../../core/text/plain-list.ts'
import type { Band } from '../../../../core/understanding/index.ts'
import { numeric, type TableCell, table, warningText } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { type IntervalGroup, intervalChart, pager, scaleAround, scrolling } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { bandWords } from '../../shortlisting/shortlisting.messages.ts'
import { type RankedRow, rankingOf } from '../describe-ranking.ts'
import type { Understood } from '../read-understanding.ts'
import { chancePercent, intervalOnScale, noEstimatesWords, shown } from '../understanding.messages.ts'
import { applicationScoresPath } from '../understanding.paths.ts'
import type { UnderstandingPart } from './understanding-part.ts'

const groups: Readonly<Record<Band, IntervalGroup>> = { 'clear-in': 'in', 'near-tie': 'near', 'clear-out': 'out' }

/** The ranking, as a picture with its bands and as a table. The plain mean is always the first number. */
export function rankingPart({ understood, paged }: UnderstandingPart): SafeHtml {
  const { input, result, people, reviewsAsked } = understood
  const rows = rankingOf(understood)
  const by =
    result.noEstimates !== null
      ? 'The plain mean of the scores ranks.'
      : input.calibrationUse === 'ranks'
        ? 'By the sealed rules of this round the estimates rank, and the plain means stand beside them.'
        : 'The plain mean of the scores ranks. Estimates that allow for strict and lenient assessors are advice beside it.'
  const fewer = rows.filter(({ plain }) => plain.reviews < reviewsAsked).length
  return html`<h2 class="govuk-heading-l" id="ranking">Ranking</h2>
<p class="govuk-body">${by} Ranks here are among all that have a score; the shortlist ranks those that reach every threshold. Totals are of 100.</p>
${result.noEstimates !== null && html`<p class="govuk-body">${noEstimatesWords(result.noEstimates)}</p>`}
${
  result.groups.length > 1 &&
  warningText({
    text: `There are ${result.groups.length} groups of assessors that no application links: ${result.groups.map((group) => plainList(group.map((id) => people.get(id) ?? 'somebody'))).join('; ')}. Applications cannot be compared across these groups: nothing tells strict assessors from weak applications.`,
    iconFallbackText: 'Warning',
  })
}
${result.withoutReview.length > 0 && html`<p class="govuk-body">${result.withoutReview.length} of the applications to be scored ${result.withoutReview.length === 1 ? 'has' : 'have'} no score that counts and ${result.withoutReview.length === 1 ? 'is' : 'are'} not ranked.</p>`}
${fewer > 0 && html`<p class="govuk-body">${fewer === 1 ? '1 application has' : `${fewer} applications have`} fewer reviews that count than the ${reviewsAsked} that the sealed rules ask for: ${fewer === 1 ? 'its mean rests' : 'their means rest'} on less.</p>`}
${result.calibration !== null && picture(understood, rows, paged)}`
}

/** The same ranking in numbers. */
export function numbersPart({ round, understood, paged }: UnderstandingPart): SafeHtml {
  const rows = rankingOf(understood)
  const pages = paged('numbers', rows.length)
  return html`<h2 class="govuk-heading-l" id="numbers">The ranking in numbers</h2>
${rows.length === 0 ? html`<p class="govuk-body">Nothing is ranked.</p>` : html`${rankingTable(round, understood, rows.slice(pages.from, pages.to))}${pager(pages, 'the ranking in numbers')}`}`
}

function picture({ input }: Understood, rows: readonly RankedRow[], paged: UnderstandingPart['paged']): SafeHtml {
  const drawn = rows.flatMap(({ estimated, ...row }) => (estimated === undefined ? [] : [{ ...row, estimated }]))
  const values = drawn.flatMap(({ estimated, plain }) => [...estimated.interval90, plain.mean])
  const count = (band: Band): number => drawn.filter(({ estimated }) => estimated.band === band).length
  const within = drawn.filter(({ rank }) => rank <= input.places).length
  const pages = paged('picture', drawn.length)
  const bands = `${count('clear-in')} clearly in, ${count('near-tie')} too close to tell, ${count('clear-out')} clearly out`
  return html`<p class="govuk-body">Of ${drawn.length === 1 ? '1 application' : `${drawn.length} applications`} for ${input.places === 1 ? '1 place' : `${input.places} places`}: ${bands}. In and out are clear where the chance of being among the best ${input.places} is at least 90%, or at most 10%, and the rank says the same.</p>
${intervalChart({
  id: 'bands',
  title: 'Ranked applications and how sure each place is',
  description: `Of all: ${bands}. The table below says the same of the same applications.`,
  scale: scaleAround(values, 0, 100),
  lineAfter: within - pages.from,
  rows: drawn.slice(pages.from, pages.to).map(({ rank, reference, estimated, plain }) => ({
    label: `${rank} ${shortReference(reference)}`,
    group: groups[estimated.band],
    estimate: estimated.estimate,
    inner: estimated.interval50,
    outer: estimated.interval90,
    plain: plain.mean,
  })),
  words: {
    in: 'clear in',
    near: 'too close to tell',
    out: 'clear out (each at its estimate)',
    inner: '50% interval',
    outer: '90% interval',
    plain: 'plain mean',
    line: input.places === 1 ? 'end of the one place' : `end of the ${input.places} places`,
  },
})}${pager(pages, 'the ranking')}`
}

/** The part of a reference that differs within a round. */
const shortReference = (reference: string): string => reference.split('-').slice(2).join('-')

function rankingTable(round: RoundInFund, { input, result }: Understood, rows: readonly RankedRow[]): SafeHtml {
  const estimates = result.calibration !== null
  const link = ({ reference, leadName }: RankedRow): TableCell => ({
    html: html`<a class="govuk-link" href="${applicationScoresPath(round.fund.slug, round.slug, reference)}">${leadName || reference}</a>${leadName !== '' && html`<br><span class="govuk-hint govuk-!-margin-0 app-whole">${reference}</span>`}`,
  })
  return scrolling(
    'Ranking',
    table({
      caption: 'Ranking',
      captionClasses: 'govuk-visually-hidden',
      classes: 'app-compact',
      head: [
        { text: 'Rank', format: 'numeric' },
        { text: 'Application' },
        { text: 'Plain mean', format: 'numeric' },
        ...(estimates
          ? [
              { text: 'Band' },
              { text: `Chance of the best ${input.places}`, format: 'numeric' },
              { text: 'Estimate', format: 'numeric' },
              { text: '90% interval', format: 'numeric' },
              { text: 'Expected rank', format: 'numeric' },
            ]
          : []),
        { text: 'Reviews', format: 'numeric' },
        { text: 'Lowest to highest', format: 'numeric' },
      ],
      rows: rows.map((row) => [
        numeric(row.rank),
        link(row),
        numeric(shown(row.plain.mean)),
        ...(row.estimated === undefined
          ? []
          : [
              { text: bandWords[row.estimated.band] },
              numeric(chancePercent(row.estimated.probabilityIn)),
              numeric(shown(row.estimated.estimate)),
              numeric(intervalOnScale(row.estimated.interval90, input.scale)),
              numeric(shown(row.estimated.expectedRank)),
            ]),
        numeric(row.plain.reviews),
        numeric(shown(row.plain.range)),
      ]),
    }),
  )
}
