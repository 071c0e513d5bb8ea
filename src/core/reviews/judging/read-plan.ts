import { answerOf } from '../../forms/index.ts'
import { entriesOf } from '../../sheets/index.ts'
import { addDays, type IsoDay } from '../../time/day.ts'
import type { ReviewRecord } from '../review-record.ts'

/** A step of the plan. A gate begins and ends on its day. */
export type PlanStep = {
  readonly id: string
  readonly title: string
  readonly isGate: boolean
  readonly startsOn: IsoDay
  /** The last day of the step. */
  readonly endsOn: IsoDay
  readonly owner: string
  /** What must be true at a gate; '' for work. */
  readonly passes: string
}

/** The implementation plan in the order of time; steps that begin on one day as they were written. */
export const planOf = (record: ReviewRecord): readonly PlanStep[] =>
  entriesOf(record, 'plan')
    .map(({ id, content }) => {
      const text = (question: string): string => String(answerOf(content, question) ?? '')
      const isGate = text('kind') === 'gate'
      const weeks = isGate ? 0 : Number(text('weeks')) || 0
      const startsOn = text('starts')
      const endsOn = weeks === 0 ? startsOn : addDays(startsOn, weeks * 7 - 1)
      return {
        id,
        title: text('title'),
        isGate,
        startsOn,
        endsOn,
        owner: text('owner'),
        passes: isGate ? text('passes') : '',
      }
    })
    .sort((one, other) => (one.startsOn < other.startsOn ? -1 : one.startsOn > other.startsOn ? 1 : 0))
