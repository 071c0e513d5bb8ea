import { englishRegions } from '../../../../core/authorities/authority.ts'
import { moneyWords, numberWords } from '../../../../core/forms/index.ts'
import { type CountsByGroup, type Figure, type FigureAt, stages } from '../../../../core/reporting/index.ts'
import type { RoundInFund } from '../../../../core/rounds/round.ts'
import { summaryList, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling, statisticsRow, tileMap, timeline } from '../../../../ui/patterns/index.ts'
import type { RoundReport } from '../read-report.ts'
import { figureWords, mapWords, stageWords } from '../reporting.messages.ts'
import type { TimetableEntry } from '../timetable-entries.ts'
import { complaintsTable } from './complaints-table.ts'
import { figureLink } from './figure-link.ts'

export type ReportModel = {
  readonly round: RoundInFund
  /** When it is as it says. */
  readonly at: string
  readonly report: RoundReport
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  /** The words for a type of authority. */
  readonly kindOf: (kind: string) => string
  /** The applications behind a figure. */
  readonly rowsOf: (figure: FigureAt) => string
  /** All of them. */
  readonly listHref: string
  readonly timetable: readonly TimetableEntry[]
  readonly files: readonly { readonly href: string; readonly text: string }[]
}

/** How a round goes: how far applications came, the money, where they are from, and what comes next. */
export const reportPage = (model: ReportModel): Page => {
  const { round, at, report, breadcrumbs, listHref, timetable, files, rowsOf } = model
  return {
    title: `Report of ${round.name}`,
    wide: true,
    breadcrumbs: [...breadcrumbs, { text: 'Report' }],
    main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.fund.name}: ${round.name}</span>Report</h1>
<p class="govuk-body">As it is at ${at}. Every count of applications leads to them. All are in <a class="govuk-link" href="${listHref}">the list of applications</a>.</p>
${statisticsRow([
  { value: numberWords(report.invited), label: 'authorities invited' },
  {
    value: figureLink(report.all.received, 'received', rowsOf({ figure: 'received' })),
    label: 'applications received',
  },
  { value: figureLink(report.all.shortlisted, 'shortlisted', rowsOf({ figure: 'shortlisted' })), label: 'shortlisted' },
  { value: figureLink(report.all.awarded, 'awarded', rowsOf({ figure: 'awarded' })), label: 'awarded' },
])}
${howFar(model)}
${money(model)}
<h2 class="govuk-heading-l">By region</h2>
<p class="govuk-body">The map counts applications received.</p>
${tileMap({
  id: 'regions',
  title: 'Applications received from each region of England',
  description: `${mapWords(report.byRegion.filter(({ group }) => isEnglish(group)))} The table below has every number.`,
  tiles: report.byRegion
    .filter(({ group }) => isEnglish(group))
    .map(({ group, received }) => ({ region: group, value: received })),
})}
${groups(
  'Applications by region',
  'Region',
  report.byRegion.map((counts) => ({ ...counts, name: counts.group })),
  (figure, region) => rowsOf({ figure, region }),
)}
<h2 class="govuk-heading-l">By type of authority</h2>
${groups(
  'Applications by type of authority of the lead',
  'Type',
  report.byKind.map((counts) => ({ ...counts, name: model.kindOf(counts.group) })),
  (figure, kind) => rowsOf({ figure, kind }),
)}
${complaintsTable(report.complaints)}
<h2 class="govuk-heading-l">Timetable</h2>
${timeline(timetable.map(({ title, time, datetime, past }) => ({ title: past ? title : `${title} (to come)`, time, datetime })))}
<h2 class="govuk-heading-l">The figures to keep</h2>
<ul class="govuk-list govuk-list--bullet">${files.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}" download>${text}</a></li>`)}</ul>`,
  }
}

const isEnglish = (group: string): boolean => englishRegions.some((region) => region === group)

function howFar({ report, rowsOf }: ReportModel): SafeHtml {
  const row = (figure: Figure, value: number) => [
    { text: figureWords(figure) },
    { html: figureLink(value, figureWords(figure).toLowerCase(), rowsOf({ figure })), format: 'numeric' },
  ]
  return table({
    caption: 'How far applications have come',
    captionClasses: 'govuk-table__caption--l',
    head: [{ text: 'Stage' }, { text: 'Applications', format: 'numeric' }],
    rows: [
      row('draft', report.drafts),
      row('withdrawn', report.withdrawn),
      ...stages.map((stage) => row(stage, report.all[stage])),
    ],
  })
}

function money({ round: { fund }, report }: ReportModel): SafeHtml {
  const { awardedPounds, awarded } = report.all
  const { committedPounds, leftPounds, awards } = report.money
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })
  return html`<h2 class="govuk-heading-l">Money</h2>
${summaryList({
  rows: [
    row('Budget of the fund', moneyWords(fund.budgetPounds)),
    row(
      'Awarded in this round',
      `${moneyWords(awardedPounds)}, in ${awarded === 1 ? '1 award' : `${numberWords(awarded)} awards`}`,
    ),
    row(
      'Committed by the fund',
      `${moneyWords(committedPounds)}, in ${awards === 1 ? '1 award' : `${numberWords(awards)} awards`} of up to ${numberWords(fund.places)}: every round, with offers that are open at their most`,
    ),
    row('Left', moneyWords(leftPounds)),
  ],
})}`
}

function groups(
  caption: string,
  heading: string,
  counts: readonly (CountsByGroup & { readonly name: string })[],
  hrefOf: (figure: Figure, group: string) => string,
): SafeHtml {
  return scrolling(
    caption,
    table({
      caption,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [{ text: heading }, ...stages.map((stage) => ({ text: stageWords[stage], format: 'numeric' }))],
      rows: counts.map((each) => [
        { text: each.name },
        ...stages.map((stage) => ({
          html: figureLink(each[stage], `${stageWords[stage].toLowerCase()}, ${each.name}`, hrefOf(stage, each.group)),
          format: 'numeric',
        })),
      ]),
    }),
  )
}
