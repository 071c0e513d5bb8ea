import type { OwnPattern } from '../../../../core/understanding/index.ts'
import { insetText, numeric, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling } from '../../../../ui/patterns/index.ts'
import { pilePath, scorePath } from '../../scoring/scoring.paths.ts'
import type { ReadOwnPattern } from '../read-own-pattern.ts'
import {
  noEstimatesWords,
  noPatternWords,
  ownLeniencyWords,
  ownSpreadWords,
  pointsInterval,
  pointsSigned,
  wholeSigned,
} from '../understanding.messages.ts'

type Shown = Extract<ReadOwnPattern['found'], { readonly state: 'shown' }>

/** How an assessor's own scores compare: their level, their spread and where they were furthest from the estimate. */
export const ownPatternPage = ({ round, rules, found }: ReadOwnPattern): Page => ({
  title: 'How your scores compare',
  backLink: { href: pilePath(round.fund.slug, round.slug), text: 'Back to your pile' },
  wide: true,
  main: html`${illustrativeLabel(round.illustrative)}
<span class="govuk-caption-xl">${round.fund.name}: ${round.name}</span>
<h1 class="govuk-heading-xl">How your scores compare</h1>
${
  found.state === 'shown'
    ? html`<p class="govuk-body-l">No other assessor sees this page. It is so that you know how you score: to be strict or lenient is not wrong.</p>
<p class="govuk-body">Those who run, moderate, decide on and audit the round see how strict each assessor is.</p>
${levelPart(found, new Map(rules.criteria.map(({ id, name }) => [id, name])))}
${spreadPart(found.pattern)}
${differencesPart(found, (reference) => scorePath(round.fund.slug, round.slug, reference))}`
    : insetText({ text: noPatternWords[found.state] })
}`,
})

function levelPart({ pattern, noEstimates }: Shown, names: ReadonlyMap<string, string>): SafeHtml {
  const { leniency, criteria } = pattern
  return html`<h2 class="govuk-heading-l">How strict you are</h2>
${noEstimates !== null && html`<p class="govuk-body">${noEstimatesWords(noEstimates)}</p>`}
${leniency !== null && html`<p class="govuk-body">${ownLeniencyWords(leniency)}</p>`}
${
  criteria.length > 0 &&
  scrolling(
    'On each criterion',
    table({
      caption: 'On each criterion, against other assessors, in its points. Below 0: you give less than others would',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: [
        { text: 'Criterion' },
        { text: 'Against others', format: 'numeric' },
        { text: '90% interval', format: 'numeric' },
      ],
      rows: criteria.map(({ criterion, leniency: above, interval90 }) => [
        { text: names.get(criterion) ?? criterion },
        numeric(pointsSigned(above)),
        numeric(pointsInterval(interval90)),
      ]),
    }),
  )
}`
}

const spreadPart = ({ spread }: OwnPattern): SafeHtml | false =>
  spread !== null &&
  html`<h2 class="govuk-heading-l">How much of the scale you use</h2>
<p class="govuk-body">${ownSpreadWords(spread)}</p>`

function differencesPart({ pattern, named }: Shown, hrefOf: (reference: string) => string): SafeHtml | false {
  if (pattern.differences.length === 0) return false
  return html`<h2 class="govuk-heading-l">Where you differed most</h2>
<p class="govuk-body">The estimate is what all scores of an application say of it, strict and lenient assessors allowed for. Of 100, in whole numbers. What you gave is shown as you gave it.</p>
${scrolling(
  'Where you differed most',
  table({
    caption: 'Where you differed most from the estimate',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [
      { text: 'Application' },
      { text: 'You gave', format: 'numeric' },
      { text: 'Estimate', format: 'numeric' },
      { text: 'Difference', format: 'numeric' },
    ],
    rows: pattern.differences.flatMap(({ application, total, estimate }) => {
      const of = named.get(application)
      if (of === undefined) return []
      const [given, estimated] = [Math.round(total), Math.round(estimate)]
      return [
        [
          { html: html`<a class="govuk-link" href="${hrefOf(of.reference)}">${of.reference}</a><br>${of.leadName}` },
          numeric(String(given)),
          numeric(String(estimated)),
          numeric(wholeSigned(given - estimated)),
        ],
      ]
    }),
  }),
)}`
}
