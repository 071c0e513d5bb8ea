import type { RoundInFund } from '../../../core/rounds/round.ts'
import type { Volumes, Work, Workload } from '../../../core/workload/round-workload.ts'
import { insetText, table } from '../../../ui/components/index.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { scrolling } from '../../../ui/patterns/index.ts'
import { roundCrumbs } from '../list-crumbs.ts'
import { volumeWords } from '../workload.messages.ts'
import { caption, figure, warningsOf } from './parts.ts'

export type WorkloadModel = {
  readonly round: RoundInFund
  readonly workload: Workload
  readonly warnings: readonly string[]
  readonly assumptions: {
    readonly assessorHoursPerDay: number
    readonly panelHoursPerDay: number
    readonly interviews: number
  }
}

type Row = { readonly text: string; readonly of: (work: Work) => number }

const assessing: readonly Row[] = [
  { text: 'Applications', of: ({ applications }) => applications },
  { text: 'Assessor hours in all', of: ({ assessorHours }) => assessorHours },
  { text: 'Applications for each assessor, at most', of: ({ readingsPerAssessor }) => readingsPerAssessor },
  { text: 'Hours for each assessor, at most', of: ({ hoursPerAssessor }) => hoursPerAssessor },
  { text: 'Working days that assessment takes', of: ({ siftDaysNeeded }) => siftDaysNeeded },
]

const interviewing: readonly Row[] = [
  { text: 'Interviews', of: ({ interviews }) => interviews },
  { text: 'Panel hours in all', of: ({ panelHours }) => panelHours },
  { text: 'Working days that interviews take', of: ({ interviewDaysNeeded }) => interviewDaysNeeded },
]

function noWarning({ siftDays, interviewDays }: Workload, held: boolean): string {
  if (siftDays !== undefined && (interviewDays !== undefined || !held))
    return 'The dates can be met at every number of applications.'
  return held
    ? 'Set when assessment and interviews start and end to see whether the dates can be met.'
    : 'Set the deadline and when assessment ends to see whether the dates can be met.'
}

/** What a round asks of assessors and of the panel, and whether its dates allow it. */
export function workloadPage({ round, workload, warnings, assumptions }: WorkloadModel): Page {
  const { fund, interviewsHeld: held } = round
  const volumes = ['low', 'expected', 'high'] as const satisfies readonly (keyof Volumes)[]
  const available = (days: number | undefined): string =>
    days === undefined ? 'not known until both dates are set' : figure(days)
  return {
    title: 'Workload',
    wide: true,
    breadcrumbs: [...roundCrumbs({ ...round, fund }), { text: 'Workload' }],
    main: html`<h1 class="govuk-heading-l">${caption(`${fund.name}: ${round.name}`)}Workload of assessors${held && ' and panel'}</h1>
${warnings.length === 0 ? insetText({ text: noWarning(workload, held) }) : warningsOf(warnings)}
${scrolling(
  'Workload',
  table({
    caption: 'The work at each number of applications',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: '' }, ...volumes.map((volume) => ({ text: volumeWords[volume], format: 'numeric' }))].map(
      (cell, index) =>
        index === 0 ? { html: html`<span class="govuk-visually-hidden">What is counted</span>` } : cell,
    ),
    rows: [...assessing, ...(held ? interviewing : [])].map(({ text, of }) => [
      { text },
      ...volumes.map((volume) => ({ text: figure(of(workload[volume])), format: 'numeric' })),
    ]),
  }),
)}
<p class="govuk-body">Working days in the timetable for assessment: ${available(workload.siftDays)}. ${held ? `For interviews: ${available(workload.interviewDays)}.` : 'The rules of assessment hold no interviews.'}</p>
<p class="govuk-body">Counted with ${round.assessors === 1 ? '1 assessor' : `${round.assessors} assessors`}, ${round.assessorsPerApplication} for each application and ${round.minutesPerApplication} minutes each, ${assumptions.assessorHoursPerDay} hours a day${held && `; and with ${assumptions.interviews === 1 ? '1 interview' : `${assumptions.interviews} interviews`} of ${round.interviewMinutes} minutes before one panel of ${round.panelMembers}, ${assumptions.panelHoursPerDay} hours a day`}. Weekends and the bank holidays of England are not working days.</p>`,
  }
}
