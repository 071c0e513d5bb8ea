import { fileProblemText } from '../../../core/files/index.ts'
import type { AnswerProblem } from '../../../core/support/index.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { fieldProblemText, penceWords, typedProblemText } from '../support.messages.ts'
import type { DeliverProblem } from './send-delivery.ts'
import type { AddProblem } from './set-deliverables.ts'

export function addProblemText(problem: AddProblem): FieldText {
  switch (problem.code) {
    case 'beyond-order':
      return fieldText(
        'price',
        `Only ${penceWords(problem.leftPence)} of the order is left for further deliverables. Enter less, or ask for a change of the order`,
      )
    case 'delivered-already':
      return fieldText('main-content', 'Something was delivered already, so it cannot be taken out')
    default:
      return typedProblemText(problem)
  }
}

export function deliverProblemText(problem: DeliverProblem): FieldText {
  if (problem.code === 'waits-already') return fieldText('main-content', 'This has already been delivered')
  if ('field' in problem) return fieldProblemText(problem)
  return fieldText('files', fileProblemText(problem))
}

export const answerProblemText = (problem: AnswerProblem | { readonly code: 'nothing-waits' }): FieldText =>
  problem.code === 'nothing-waits'
    ? fieldText('main-content', 'This has already been dealt with. Check what it says now')
    : typedProblemText(problem)
