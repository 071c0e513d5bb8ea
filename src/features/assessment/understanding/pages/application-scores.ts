import { ordinal } from '../../../../core/text/ordinal.ts'
import { numeric, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scaleAround, scoreChart, scrolling } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { bandWords } from '../../shortlisting/shortlisting.messages.ts'
import { type RankedRow, rankingOf } from '../describe-ranking.ts'
import type { NamedApplication, Understood } from '../read-understanding.ts'
import {
  chancePercent,
  intervalOnScale,
  moveWords,
  noEstimatesWords,
  percent,
  shown,
  signed,
} from '../understanding.messages.ts'
import { trailOf } from './trail.ts'

export type ApplicationScoresModel = {
  readonly round: RoundInFund
  readonly understood: Understood
  readonly id: string
  readonly named: NamedApplication
}

/** The scores of one application: what each assessor gave, how far each is moved, and what comes of them. */
export function applicationScoresPage({ round, understood, id, named }: ApplicationScoresModel): Page {
  const row = rankingOf(understood).find((each) => each.id === id)
  const title = named.leadName || named.reference
  return {
    title: `Scores: ${title}`,
    breadcrumbs: [...trailOf(round, true), { text: named.reference }],
    wide: true,
    main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${named.reference}</span>Scores: ${title}</h1>
${row === undefined ? html`<p class="govuk-body">No score of this application counts.</p>` : scores(understood, row)}`,
  }
}

type Given = { readonly assessor: string; readonly total: number; readonly leniency: number | null }

function scores(understood: Understood, row: RankedRow): SafeHtml {
  const { input, result } = understood
  const leniency = new Map(result.calibration?.assessors.map((each) => [each.id, each.leniency]))
  const given = input.reviews
    .filter(({ application }) => application === row.id)
    .map(({ assessor, total }): Given => ({ assessor, total, leniency: leniency.get(assessor) ?? null }))
  return html`<p class="govuk-body-l">${summary(understood, row)}</p>
${result.noEstimates !== null && html`<p class="govuk-body">${noEstimatesWords(result.noEstimates)}</p>`}
${picture(understood, row, given)}
${scoresTable(understood, row, given)}`
}

function summary({ input, result }: Understood, { plain, estimated }: RankedRow): string {
  const first = `${ordinal(plain.rank)} of ${result.ranked.length} by the plain mean, ${shown(plain.mean)} of 100.`
  if (estimated === undefined) return first
  const chance = `The estimate is ${shown(estimated.estimate)}, with nine chances in ten from ${intervalOnScale(estimated.interval90, input.scale)}. The chance of being among the best ${input.places} is ${chancePercent(estimated.probabilityIn)}: ${bandWords[estimated.band].toLowerCase()}.`
  return `${first} ${moveWords(estimated.why, input.pointWorth)} ${chance}`
}

function picture({ people }: Understood, { plain, estimated }: RankedRow, given: readonly Given[]): SafeHtml {
  const allowed = ({ total, leniency }: Given): number | null => (leniency === null ? null : total - leniency)
  const values = [
    ...given.flatMap((each) => [each.total, allowed(each) ?? each.total]),
    ...(estimated === undefined ? [] : estimated.interval90),
  ]
  return scoreChart({
    id: 'scores',
    title: 'What each assessor gave, and what comes of it',
    description: 'The table below says the same.',
    scale: scaleAround(values, 0, 100),
    dots: given.map((each) => ({
      label: people.get(each.assessor) ?? 'Somebody',
      given: each.total,
      allowed: allowed(each),
    })),
    plain: { label: 'Plain mean', value: plain.mean },
    estimate: estimated && {
      label: 'Estimate',
      value: estimated.estimate,
      inner: estimated.interval50,
      outer: estimated.interval90,
    },
    words: {
      given: 'what the assessor gave',
      allowed: 'what somebody neither strict nor lenient would have given',
      inner: '50% interval',
      outer: '90% interval',
    },
  })
}

function scoresTable({ input, people, criteria }: Understood, row: RankedRow, given: readonly Given[]): SafeHtml {
  const pointsOf = new Map(
    input.reviews.filter(({ application }) => application === row.id).map((each) => [each.assessor, each.points]),
  )
  const blank = input.criteria.map(() => numeric(''))
  const estimates = row.estimated !== undefined
  const weightOf = new Map(
    input.reviews.flatMap(({ application, assessor, weight }) =>
      application === row.id && weight !== undefined ? [[assessor, weight] as const] : [],
    ),
  )
  const weighed = weightOf.size > 0
  const ofWeight = weighed ? [numeric('')] : []
  return scrolling(
    'Scores',
    table({
      caption: 'Scores',
      captionClasses: 'govuk-visually-hidden',
      classes: 'app-compact',
      firstCellIsHeader: true,
      head: [
        { text: 'From' },
        { text: 'Total, of 100', format: 'numeric' },
        ...(estimates
          ? [
              { text: 'Assessor against peers', format: 'numeric' },
              { text: 'Total allowing for that', format: 'numeric' },
            ]
          : []),
        ...input.criteria.map((id) => ({ text: criteria.get(id) ?? id, format: 'numeric' })),
        ...(weighed ? [{ text: 'Counts in estimates, by how sure they are', format: 'numeric' }] : []),
      ],
      rows: [
        ...given.map(({ assessor, total, leniency }) => [
          { text: people.get(assessor) ?? 'Somebody' },
          numeric(shown(total)),
          ...(leniency === null ? [] : [numeric(signed(leniency)), numeric(shown(total - leniency))]),
          ...input.criteria.map((id) => numeric(String(pointsOf.get(assessor)?.[id] ?? ''))),
          ...(weighed ? [numeric(percent(weightOf.get(assessor) ?? 1))] : []),
        ]),
        [
          { text: 'Plain mean' },
          numeric(shown(row.plain.mean)),
          ...blank,
          ...(estimates ? [numeric(''), numeric('')] : []),
          ...ofWeight,
        ],
        row.estimated !== undefined && [
          { text: 'Estimate' },
          numeric(''),
          numeric(''),
          numeric(shown(row.estimated.estimate)),
          ...blank,
          ...ofWeight,
        ],
      ],
    }),
  )
}
