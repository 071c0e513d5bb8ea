import { costOfGoLive, type GoLiveStep } from '../../../core/benefits/index.ts'
import { moneyWords } from '../../../core/forms/index.ts'
import { dayNumber, dayOfNumber, planScale } from '../../../core/reviews/index.ts'
import { dayInWords, daysBetween, type IsoDay } from '../../../core/time/day.ts'
import type { GanttChart } from '../../../ui/patterns/index.ts'
import { entryPath } from '../../sheets/index.ts'
import type { GoLiveRow } from './pages/go-live.ts'

/** The way to go-live as it is drawn and as it stands in the table beside. */
export type DescribedGoLive = {
  readonly finding: string
  /** Undefined until a step has a date. */
  readonly chart: GanttChart | undefined
  readonly rows: readonly GoLiveRow[]
}

/**
 * @param home the address below which the sheets are
 * @param listOf writes files as a list
 */
export function describeGoLive(
  steps: readonly GoLiveStep[],
  home: string,
  listOf: (files: GoLiveStep['files']) => GoLiveRow['files'],
): DescribedGoLive {
  const finding = findingOf(steps)
  return {
    finding,
    chart: chartOf(steps, finding),
    rows: steps.map((step) => ({
      href: entryPath(home, 'go-live', step.id),
      title: step.title,
      planned: step.planned === undefined ? 'Not said yet' : dayInWords(step.planned),
      done: step.done === undefined ? 'Not yet' : `${dayInWords(step.done)}${slipWords(step)}`,
      evidence: step.evidence,
      files: listOf(step.files),
      payer: step.payer,
      cost: step.cost === undefined ? '' : moneyWords(step.cost),
      note: step.note,
    })),
  }
}

function findingOf(steps: readonly GoLiveStep[]): string {
  const done = steps.filter((step) => step.done !== undefined).length
  const cost = costOfGoLive(steps)
  const money = cost === 0 ? '' : ` What the award does not pay for comes to ${moneyWords(cost)} so far.`
  return `${done} of ${steps.length} steps ${done === 1 ? 'is' : 'are'} done.${money}`
}

function slipWords({ planned, done }: GoLiveStep): string {
  const days = planned === undefined || done === undefined ? 0 : daysBetween(planned, done)
  if (days === 0) return ''
  const many = Math.abs(days)
  if (days > 0) return many === 1 ? ', 1 day late' : `, ${many} days late`
  return many === 1 ? ', 1 day early' : `, ${many} days early`
}

type Dated = { readonly title: string; readonly isDone: boolean; readonly startsOn: IsoDay; readonly endsOn: IsoDay }

function chartOf(steps: readonly GoLiveStep[], description: string): GanttChart | undefined {
  const dated = steps.flatMap(({ title, planned, done }): readonly Dated[] => {
    const days = [planned, done].filter((day) => day !== undefined).sort()
    const [startsOn, endsOn = startsOn] = days
    return startsOn === undefined || endsOn === undefined
      ? []
      : [{ title, isDone: done !== undefined, startsOn, endsOn }]
  })
  if (dated.length === 0) return undefined
  return {
    id: 'go-live',
    title: 'From decision to go-live',
    description,
    scale: planScale(dated),
    tickText: (number) => dayInWords(dayOfNumber(number)).replace(/^1 (\w{3})\w*/, '$1'),
    rows: dated.map(({ title, isDone, startsOn, endsOn }) => ({
      label: title,
      isGate: !isDone,
      from: dayNumber(startsOn),
      to: dayNumber(endsOn) + 1,
    })),
    words: { work: 'Done: from the day planned to the day on which it was', gate: 'Planned, and not done yet' },
  }
}
