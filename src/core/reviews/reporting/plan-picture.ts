import { firstWords } from '../../text/first-words.ts'
import { dayInWords } from '../../time/day.ts'
import { dayNumber, dayOfNumber, planScale } from '../judging/plan-scale.ts'
import type { PlanStep } from '../judging/read-plan.ts'
import type { ReportBlock } from './report-block.ts'

/** Words of a label: it has one line on a small screen. */
const mostWords = 5

/** An implementation plan along a line of time; undefined where it has no step. */
export function planPicture(
  steps: readonly PlanStep[],
): Extract<ReportBlock, { readonly kind: 'picture' }> | undefined {
  const [first] = steps
  if (first === undefined) return undefined
  const gates = steps.filter(({ isGate }) => isGate).length
  const last = dayOfNumber(Math.max(...steps.map(({ endsOn }) => dayNumber(endsOn))))
  return {
    kind: 'picture',
    title: 'The implementation plan',
    finding: `The plan runs from ${dayInWords(first.startsOn)} to ${dayInWords(last)}, with ${gatesInWords(gates)}.`,
    picture: {
      chart: 'plan',
      scale: planScale(steps),
      rows: steps.map(({ title, isGate, startsOn, endsOn }) => ({
        label: firstWords(title, mostWords),
        isGate,
        from: dayNumber(startsOn),
        to: dayNumber(endsOn) + 1,
      })),
    },
  }
}

const gatesInWords = (gates: number): string =>
  gates === 0 ? 'no gate at which it can be stopped' : gates === 1 ? 'one gate' : `${gates} gates`
