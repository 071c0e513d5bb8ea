import { type Answers, answerOf } from '../forms/index.ts'
import type { ValueFunction } from '../mcda/index.ts'
import { entriesOf } from '../sheets/index.ts'
import { textIn } from './read-options.ts'
import type { ReviewCriterion } from './review-criterion.ts'
import type { ReviewRecord } from './review-record.ts'

const judged: ValueFunction = [
  { at: 0, value: 0 },
  { at: 100, value: 1 },
]

/** The criteria of a review, in their order. */
export const criteriaOf = (record: ReviewRecord): readonly ReviewCriterion[] =>
  entriesOf(record, 'criteria').map(({ id, content }) => {
    const measured = textIn(content, 'scale') === 'measured'
    const counted = textIn(content, 'counted')
    return {
      id,
      title: textIn(content, 'title'),
      measures: textIn(content, 'measures'),
      worst: textIn(content, 'worst'),
      best: textIn(content, 'best'),
      counted: counted === 'yes' || counted === 'partly' ? counted : 'no',
      unit: measured ? textIn(content, 'unit') : null,
      points: measured ? pointsIn(content) : judged,
    }
  })

function pointsIn(content: Answers): ValueFunction {
  const items = answerOf(content, 'points')
  return (Array.isArray(items) ? items : []).map((item) => ({
    at: numberIn(item, 'at'),
    value: numberIn(item, 'worth') / 100,
  }))
}

function numberIn(item: unknown, id: string): number {
  const answer = answerOf(item as Answers, id)
  return typeof answer === 'number' ? answer : Number.NaN
}
