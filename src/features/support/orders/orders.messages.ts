import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { barWords, penceWords, typedProblemText, worksWords, workWords } from '../support.messages.ts'
import type { BeyondProblem, PlaceProblem } from './place-order.ts'

/** What people read of an order that is not made. */
export function placeProblemText(problem: PlaceProblem): FieldText {
  switch (problem.code) {
    case 'barred':
      return fieldText('offer', barWords[problem.bar])
    case 'other-lot':
      return fieldText(
        'work',
        `${workWords[problem.work]} is not bought under the lot “${problem.lot}”, which is for: ${worksWords(problem.works)}. Select another kind of help or another lot, or add a lot for this kind to the supplier`,
      )
    case 'no-support':
      return fieldText('offer', 'Support is ordered only for an award of support that the council has accepted')
    case 'beyond-award':
    case 'beyond-fund':
      return fieldText('days', beyondWords(problem))
    default:
      return typedProblemText(problem)
  }
}

/** That an order goes beyond what is left, and what to do. */
export function beyondWords({ code, leftPence, countedPence, days }: BeyondProblem): string {
  const of = code === 'beyond-award' ? 'the award' : 'the whole fund'
  const left = leftPence <= 0 ? `nothing of ${of} is left` : `only ${penceWords(leftPence)} of ${of} is left`
  const enough = days > 0 ? `, enough for ${days} ${days === 1 ? 'day' : 'days'} at this rate before expenses` : ''
  const other = code === 'beyond-award' ? 'another order of this award' : 'an order of another award'
  return `This order costs ${penceWords(countedPence)} but ${left}${enough}. Order less, or have ${other} reduced first`
}
