import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { answerProblemText } from '../delivering/delivering.messages.ts'
import { beyondWords } from '../orders/orders.messages.ts'
import { fieldProblemText, penceWords, typedProblemText } from '../support.messages.ts'
import type { answerChange, ChangeProblem, FitProblem } from './change-order.ts'
import type { CloseProblem } from './close-order.ts'
import type { WithdrawProblem } from './withdraw-order.ts'

type AnswerProblem = Extract<Awaited<ReturnType<typeof answerChange>>, { ok: false }>['problems'][number]

const isFit = (problem: { readonly code: string }): problem is FitProblem =>
  ['beyond-award', 'beyond-fund', 'below-deliverables'].includes(problem.code)

const fitText = (problem: FitProblem, field: string): FieldText =>
  fieldText(
    field,
    problem.code === 'below-deliverables'
      ? `What is listed to be delivered costs ${penceWords(problem.netPence)} without VAT: take something out first, or reduce the order less`
      : beyondWords(problem),
  )

export function changeProblemText(problem: ChangeProblem): FieldText {
  if (isFit(problem)) return fitText(problem, 'days')
  switch (problem.code) {
    case 'change-waits':
      return fieldText('main-content', 'Another change waits to be agreed. Ask for this one once that is answered')
    case 'nothing-changes':
      return fieldText('days', 'Change something of the terms')
    default:
      return typedProblemText(problem)
  }
}

export const changeAnswerText = (problem: AnswerProblem): FieldText =>
  isFit(problem) ? fitText(problem, 'answer') : answerProblemText(problem)

export const withdrawProblemText = (problem: WithdrawProblem): FieldText =>
  problem.code === 'delivered-already'
    ? fieldText('withdraw-reason', 'Something was delivered already: close the order early instead')
    : fieldProblemText(problem)

export function closeProblemText(problem: CloseProblem): FieldText {
  switch (problem.code) {
    case 'delivery-waits':
      return fieldText('close-reason', `“${problem.title}” is delivered and waits: accept it or send it back first`)
    case 'nothing-delivered':
      return fieldText('close-reason', 'Nothing was delivered: withdraw the order instead')
    case 'nothing-left':
      return fieldText('close-reason', 'All of the order is accepted: there is nothing that would come back')
    default:
      return fieldProblemText(problem)
  }
}
