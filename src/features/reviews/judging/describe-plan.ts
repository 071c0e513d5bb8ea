import { dayNumber, dayOfNumber, type PlanStep, planScale } from '../../../core/reviews/index.ts'
import { firstWords } from '../../../core/text/first-words.ts'
import { dayInWords } from '../../../core/time/day.ts'
import type { GanttChart } from '../../../ui/patterns/index.ts'

/** A plan as it is drawn and as it stands in the table beside; undefined where it has no step. */
export type DescribedPlan = {
  readonly chart: GanttChart
  readonly finding: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Words of a label: it has one line on a small screen. */
const mostWords = 5

export function describePlan(steps: readonly PlanStep[]): DescribedPlan | undefined {
  const [first] = steps
  if (first === undefined) return undefined
  const gates = steps.filter(({ isGate }) => isGate).length
  const last = dayOfNumber(Math.max(...steps.map(({ endsOn }) => dayNumber(endsOn))))
  const finding = `The plan runs from ${dayInWords(first.startsOn)} to ${dayInWords(last)}, with ${gatesInWords(gates)}.`
  return {
    finding,
    headings: ['Step', 'Kind', 'Begins', 'Ends', 'Owner', 'What must be true'],
    chart: {
      id: 'plan',
      title: 'The implementation plan',
      description: finding,
      scale: planScale(steps),
      tickText: (number) => dayInWords(dayOfNumber(number)).replace(/^1 (\w{3})\w*/, '$1'),
      rows: steps.map(({ title, isGate, startsOn, endsOn }) => ({
        label: firstWords(title, mostWords),
        isGate,
        from: dayNumber(startsOn),
        to: dayNumber(endsOn) + 1,
      })),
      words: { work: 'Work', gate: 'Gate, at which somebody decides whether to go on' },
    },
    rows: steps.map(({ title, isGate, startsOn, endsOn, owner, passes }) => [
      title,
      isGate ? 'Gate' : 'Work',
      dayInWords(startsOn),
      isGate ? '' : dayInWords(endsOn),
      owner,
      passes,
    ]),
  }
}

const gatesInWords = (gates: number): string =>
  gates === 0 ? 'no gate at which it can be stopped' : gates === 1 ? 'one gate' : `${gates} gates`
