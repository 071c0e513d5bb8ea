import type { StudiedCriterion } from '../../../../core/understanding/index.ts'
import { numeric, type TableCell, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { pager, scrolling } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { differingAssessors, mostChanged } from '../describe-criteria.ts'
import type { Understood } from '../read-understanding.ts'
import { coefficient, pointsInterval, pointsShown, pointsSigned } from '../understanding.messages.ts'
import { applicationScoresPath } from '../understanding.paths.ts'
import type { UnderstandingPart } from './understanding-part.ts'

/** Each criterion by the model of the total, to see where a difference in the total comes from. It ranks nothing. */
export function criteriaPart(part: UnderstandingPart): SafeHtml | false {
  const { understood } = part
  const { criteria } = understood.result
  if (understood.result.calibration === null) return false
  return html`<h2 class="govuk-heading-l" id="criteria">Each criterion by itself</h2>
${
  criteria === undefined
    ? html`<p class="govuk-body">This was worked out before criteria were looked at one by one. Work it out again to see them.</p>`
    : studies(part, criteria)
}`
}

const studies = ({ round, understood, paged }: UnderstandingPart, criteria: readonly StudiedCriterion[]): SafeHtml =>
  html`<p class="govuk-body">For diagnosis: it shows on which criterion assessors differ, and ranks nothing. It is worked out as the estimates are, in points of each criterion.</p>
${scrolling('Criteria', spreads(understood, criteria))}
${assessors(understood, criteria, paged)}
${applications(round, understood, criteria)}`

function spreads({ criteria: names }: Understood, criteria: readonly StudiedCriterion[]): SafeHtml {
  return table({
    caption: 'How far scores differ on each criterion, as standard deviations in points',
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [
      { text: 'Criterion' },
      { text: 'Between applications', format: 'numeric' },
      { text: 'Between assessors’ levels', format: 'numeric' },
      { text: 'Neither', format: 'numeric' },
      { text: 'Reliability of the mean, of 1', format: 'numeric' },
    ],
    rows: criteria.map(({ criterion, study }) => [
      { text: names.get(criterion) ?? criterion },
      ...(study === null
        ? [{ text: 'All scores are the same', colspan: 4 }]
        : [
            numeric(pointsShown(study.sds.quality)),
            numeric(pointsShown(study.sds.leniency)),
            numeric(pointsShown(study.sds.noise)),
            numeric(coefficient(study.reliability)),
          ]),
    ]),
  })
}

function assessors(
  { people, criteria: names }: Understood,
  criteria: readonly StudiedCriterion[],
  paged: UnderstandingPart['paged'],
): SafeHtml {
  const differing = differingAssessors(criteria)
  const pages = paged('differing', differing.length)
  const heading = html`<h3 class="govuk-heading-m" id="differing">Assessors who differ from their peers on a criterion</h3>`
  if (differing.length === 0)
    return html`${heading}<p class="govuk-body">Nobody is surely more than half a point from their peers on any criterion.</p>`
  return html`${heading}
<p class="govuk-body">Surely more than half a point from their peers. Below 0: they give less than others would.</p>
${scrolling(
  'Assessors who differ',
  table({
    caption: 'Assessors who differ from their peers on a criterion',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [
      { text: 'Assessor' },
      { text: 'Criterion' },
      { text: 'Against peers, in points', format: 'numeric' },
      { text: '90% interval', format: 'numeric' },
    ],
    rows: differing
      .slice(pages.from, pages.to)
      .map(({ id, criterion, leniency, interval90 }) => [
        { text: people.get(id) ?? 'Somebody' },
        { text: names.get(criterion) ?? criterion },
        numeric(pointsSigned(leniency)),
        numeric(pointsInterval(interval90)),
      ]),
  }),
)}${pager(pages, 'assessors who differ on a criterion')}`
}

function applications(
  round: RoundInFund,
  { applications: named, criteria: names }: Understood,
  criteria: readonly StudiedCriterion[],
): SafeHtml {
  const link = (id: string): TableCell => {
    const of = named.get(id)
    if (of === undefined) return { text: 'An application that is no longer scored' }
    return {
      html: html`<a class="govuk-link" href="${applicationScoresPath(round.fund.slug, round.slug, of.reference)}">${of.leadName || of.reference}</a>`,
    }
  }
  const changed = mostChanged(criteria)
  return html`<h3 class="govuk-heading-m">Applications that change most on a criterion</h3>
<p class="govuk-body">Once it is allowed for how strict or lenient its assessors are on that criterion.</p>
${scrolling(
  'Applications that change most',
  table({
    caption: 'Applications that change most on a criterion',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [
      { text: 'Application' },
      { text: 'Criterion' },
      { text: 'Plain mean, in points', format: 'numeric' },
      { text: 'Change', format: 'numeric' },
    ],
    rows: changed.map(({ id, criterion, mean, change }) => [
      link(id),
      { text: names.get(criterion) ?? criterion },
      numeric(pointsShown(mean)),
      numeric(pointsSigned(change)),
    ]),
  }),
)}`
}
